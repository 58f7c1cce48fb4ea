package org.motorpool.dispatch.registry;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.WorkingDays;
import org.motorpool.dispatch.contract.ExpenseApi;
import org.motorpool.dispatch.contract.VehicleFileApi;
import org.motorpool.dispatch.contract.VehicleFileApi.Card;
import org.motorpool.dispatch.contract.VehicleFileApi.Change;
import org.motorpool.dispatch.contract.VehicleFileApi.Duty;
import org.motorpool.dispatch.contract.VehicleFileApi.Inspection;
import org.motorpool.dispatch.contract.VehicleFileApi.Insurance;
import org.motorpool.dispatch.contract.VehicleFileApi.Marking;
import org.motorpool.dispatch.contract.VehicleFileApi.Photo;
import org.motorpool.dispatch.organisation.CalendarService;
import org.motorpool.dispatch.organisation.RegionCode;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.FileDuty.Progress;
import org.motorpool.dispatch.registry.store.FileRecords;
import org.motorpool.dispatch.registry.store.Terminals;
import org.motorpool.dispatch.registry.store.Terminals.BoundSince;
import org.motorpool.dispatch.registry.store.VehiclePhotos;

/** Puts the whole file of a vehicle together 一车一档. */
@Singleton
public class VehicleFileReader {

    /** The file as it is kept, before it is shown. */
    public record Whole(
            VehicleFile vehicle,
            List<Duty> duties,
            @Nullable Marking marking,
            VehicleFileApi.@Nullable BoundTerminal terminal,
            List<Insurance> insurance,
            List<Inspection> inspections,
            List<Card> cards,
            List<Photo> photos,
            List<Change> changes,
            ExpenseApi.Costs costs) {}

    private record Equipped(
            @Nullable Marking marking, @Nullable BoundSince terminal, List<FileDuty> duties, WorkingDays calendar) {}

    private static final UUID LATEST = new UUID(-1, -1);
    private static final int CHANGES = 20;

    private final ScopedTransactions transactions;
    private final VehicleService vehicles;
    private final FileRecords records;
    private final VehiclePhotos photos;
    private final Terminals terminals;
    private final VehicleHistory history;
    private final CalendarService calendar;
    private final VehicleCosts costs;
    private final Clock clock;

    VehicleFileReader(
            ScopedTransactions transactions,
            VehicleService vehicles,
            FileRecords records,
            VehiclePhotos photos,
            Terminals terminals,
            VehicleHistory history,
            CalendarService calendar,
            VehicleCosts costs,
            Clock clock) {
        this.transactions = transactions;
        this.vehicles = vehicles;
        this.records = records;
        this.photos = photos;
        this.terminals = terminals;
        this.history = history;
        this.calendar = calendar;
        this.costs = costs;
        this.clock = clock;
    }

    /** The file; fails with problem {@code vehicle-unknown} outside the scope, and for a confidential vehicle. */
    public Uni<Whole> get(Scope scope, UUID id) {
        LocalDate today = Days.today(clock);
        return transactions.inTransaction(
                scope, session -> vehicles.get(session, id).chain(vehicle -> equipped(session, vehicle)
                        .chain(equipped -> whole(session, vehicle, equipped, today))));
    }

    private Uni<Equipped> equipped(Mutiny.Session session, VehicleFile vehicle) {
        LocalDate from = vehicle.registeredOn();
        String province = RegionCode.province(vehicle.regionCode());
        return records.findMarking(session, vehicle.id()).chain(marking -> terminals
                .findOf(session, vehicle.id())
                .chain(terminal -> records.listDuties(session, province, from).chain(duties -> calendar.workingDays(
                                session, from, from.plusYears(2))
                        .map(days -> new Equipped(marking.orElse(null), terminal.orElse(null), duties, days)))));
    }

    private Uni<Whole> whole(Mutiny.Session session, VehicleFile vehicle, Equipped equipped, LocalDate today) {
        UUID id = vehicle.id();
        return records.listInsurance(session, id, today).chain(insurance -> records.listInspections(session, id)
                .chain(inspections -> records.listCards(session, id).chain(cards -> photos.list(session, id)
                        .chain(images -> history.list(session, id, LATEST, CHANGES)
                                .chain(changes -> costs.of(session, id, today.getYear())
                                        .map(spent -> new Whole(
                                                vehicle,
                                                duties(vehicle, equipped, today),
                                                equipped.marking(),
                                                terminal(equipped.terminal()),
                                                insurance,
                                                inspections,
                                                inUse(cards),
                                                images,
                                                changes,
                                                spent)))))));
    }

    private static List<Card> inUse(List<Card> cards) {
        return cards.stream().filter(card -> card.endedOn() == null).toList();
    }

    private static List<Duty> duties(VehicleFile vehicle, Equipped equipped, LocalDate today) {
        return equipped.duties().stream()
                .map(duty -> duty.judge(vehicle.registeredOn(), progress(duty, equipped), equipped.calendar(), today))
                .toList();
    }

    private static Progress progress(FileDuty duty, Equipped equipped) {
        return duty.duty().equals("TERMINAL") ? terminalProgress(equipped) : markingProgress(equipped);
    }

    private static Progress terminalProgress(Equipped equipped) {
        BoundSince terminal = equipped.terminal();
        return terminal == null ? new Progress.Open() : new Progress.Done(terminal.on());
    }

    private static Progress markingProgress(Equipped equipped) {
        return Optional.ofNullable(equipped.marking())
                .<Progress>map(marking ->
                        marking.markedOn() == null ? new Progress.Exempt() : new Progress.Done(marking.markedOn()))
                .orElseGet(Progress.Open::new);
    }

    private static VehicleFileApi.@Nullable BoundTerminal terminal(@Nullable BoundSince terminal) {
        return terminal == null
                ? null
                : new VehicleFileApi.BoundTerminal(
                        terminal.binding().phone(),
                        terminal.binding().terminalId(),
                        terminal.binding().protocolVersion(),
                        terminal.on());
    }
}
