package org.motorpool.dispatch.registry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.VehicleFileApi.Card;
import org.motorpool.dispatch.contract.VehicleFileApi.Change;
import org.motorpool.dispatch.contract.VehicleFileApi.Inspection;
import org.motorpool.dispatch.contract.VehicleFileApi.Insurance;
import org.motorpool.dispatch.contract.VehicleFileApi.Marking;
import org.motorpool.dispatch.contract.VehicleFileApi.Particulars;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.store.FileRecords;

/** What people add to the file of a vehicle 一车一档; every act is noted, and a vehicle outside the scope is unknown. */
@Singleton
public class VehicleFileService {

    private final ScopedTransactions transactions;
    private final VehicleService vehicles;
    private final VehicleLife life;
    private final VehicleHistory history;
    private final FileRecords records;
    private final AuditTrail audit;
    private final Event<EnergyChanged> changed;
    private final Clock clock;

    VehicleFileService(
            ScopedTransactions transactions,
            VehicleService vehicles,
            VehicleLife life,
            VehicleHistory history,
            FileRecords records,
            AuditTrail audit,
            Event<EnergyChanged> changed,
            Clock clock) {
        this.transactions = transactions;
        this.vehicles = vehicles;
        this.life = life;
        this.history = history;
        this.records = records;
        this.audit = audit;
        this.changed = changed;
        this.clock = clock;
    }

    /** Policies of the vehicle, latest first. */
    public Uni<List<Insurance>> listInsurance(Scope scope, UUID id) {
        LocalDate today = Days.today(clock);
        return read(scope, id, session -> records.listInsurance(session, id, today));
    }

    /** Add a policy; fails with problem {@code insurance-overlaps} when one of its kind covers part of the period. */
    public Uni<Insurance> insure(Scope scope, UUID id, @Nullable Insurance form) {
        LocalDate today = Days.today(clock);
        return write(scope, id, "vehicle-insured", (session, vehicle) -> {
            Insurance insurance = FileForms.insurance(form, vehicle, today);
            return records.add(session, vehicle, insurance, scope.username(), clock.instant())
                    .map(added -> added.asOf(today));
        });
    }

    /** Inspections of the vehicle, latest first. */
    public Uni<List<Inspection>> listInspections(Scope scope, UUID id) {
        return read(scope, id, session -> records.listInspections(session, id));
    }

    /** Add an inspection; fails with problem {@code inspection-recorded} when that day's is on file. */
    public Uni<Inspection> inspect(Scope scope, UUID id, @Nullable Inspection form) {
        return write(scope, id, "vehicle-inspected", (session, vehicle) -> {
            Inspection inspection = FileForms.inspection(form, vehicle, Days.today(clock));
            return records.add(session, vehicle, inspection, scope.username(), clock.instant())
                    .replaceWith(inspection);
        });
    }

    /** Cards of the vehicle, those in use first. */
    public Uni<List<Card>> listCards(Scope scope, UUID id) {
        return read(scope, id, session -> records.listCards(session, id));
    }

    /** Give the vehicle a card 一车一卡; fails with problem {@code card-in-use} or {@code card-taken}. */
    public Uni<Card> giveCard(Scope scope, UUID id, @Nullable Card form) {
        return write(scope, id, "vehicle-card-given", (session, vehicle) -> {
            Card card = FileForms.card(form, vehicle, Days.today(clock));
            return records.add(session, vehicle, card, scope.username(), clock.instant())
                    .replaceWith(card);
        });
    }

    /** Take a card out of use today. */
    public Uni<Card> endCard(Scope scope, UUID id, UUID cardId) {
        return write(
                scope, id, "vehicle-card-ended", (session, _) -> records.endCard(session, id, cardId, Days.today(clock))
                        .map(found -> found.orElseThrow(() -> Problem.notFound(
                                        "card-unknown", "该车辆没有此卡，或卡已停用", "the vehicle has no such card in use")
                                .asException())));
    }

    /** Record the marking of the vehicle, or why it needs none; the latest statement counts. */
    public Uni<Marking> mark(Scope scope, UUID id, @Nullable Marking form) {
        return write(scope, id, "vehicle-marked", (session, vehicle) -> {
            Marking marking = FileForms.marking(form, vehicle, Days.today(clock));
            return records.mark(session, vehicle, marking, scope.username(), clock.instant())
                    .replaceWith(marking);
        });
    }

    /** Complete or correct the particulars; the odometer only goes forward. */
    public Uni<VehicleParticulars> describe(Scope scope, UUID id, @Nullable Particulars form) {
        return write(scope, id, "vehicle-described", (session, vehicle) -> {
                    VehicleParticulars described = FileForms.particulars(form, vehicle, Days.today(clock));
                    ChangeCause cause = new ChangeCause(scope.username(), "补录更正 completed or corrected");
                    return life.describe(session, vehicle, described, cause).replaceWith(vehicle.with(described));
                })
                .invoke(vehicle -> changed.fire(new EnergyChanged(vehicle.unitPath())))
                .map(VehicleFile::particulars);
    }

    /** Changes of the vehicle, newest first, before {@code before}. */
    public Uni<List<Change>> listChanges(Scope scope, UUID id, UUID before, int limit) {
        return read(scope, id, session -> history.list(session, id, before, limit));
    }

    /** An act on a vehicle. */
    private interface Act<T> {
        Uni<T> on(Mutiny.Session session, VehicleFile vehicle);
    }

    private <T> Uni<T> read(Scope scope, UUID id, Function<Mutiny.Session, Uni<T>> query) {
        return transactions.inTransaction(
                scope, session -> vehicles.get(session, id).chain(_ -> query.apply(session)));
    }

    private <T> Uni<T> write(Scope scope, UUID id, String action, Act<T> act) {
        return transactions
                .inTransaction(scope, session -> vehicles.getOnFile(session, id)
                        .chain(vehicle -> act.on(session, vehicle))
                        .call(_ -> audit.note(session, scope, action, id.toString())))
                .onFailure()
                .transform(FileConstraints::explain);
    }
}
