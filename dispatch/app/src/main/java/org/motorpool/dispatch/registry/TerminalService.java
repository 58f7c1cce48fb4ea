package org.motorpool.dispatch.registry;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Outbox;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.store.Terminals;
import org.motorpool.telematics.contract.TelematicsCommand;

/** Which terminal reports for which vehicle; the gateway is told of every change. */
@Singleton
public class TerminalService {

    private final ScopedTransactions transactions;
    private final Terminals terminals;
    private final VehicleService vehicles;
    private final Outbox outbox;
    private final Clock clock;

    TerminalService(
            ScopedTransactions transactions, Terminals terminals, VehicleService vehicles, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.terminals = terminals;
        this.vehicles = vehicles;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Terminals in scope by phone, after {@code afterPhone}, with their vehicles. */
    public Uni<List<BoundTerminal>> list(Scope scope, String afterPhone, int limit) {
        return transactions.inTransaction(scope, session -> terminals
                .list(session, scope.unitPath(), afterPhone, limit)
                .chain(found -> withVehicles(session, found)));
    }

    /** Whether a terminal reports for the vehicle. */
    public Uni<Boolean> isBound(Mutiny.Session session, UUID vehicleId) {
        return terminals.isBound(session, vehicleId);
    }

    /** The terminal with this number, leading zeros or not; fails with problem {@code terminal-unknown} outside the scope. */
    public Uni<BoundTerminal> get(Mutiny.Session session, String phone) {
        return terminals
                .find(session, phone)
                .chain(found -> withVehicles(session, found.stream().toList()))
                .map(found -> found.stream().findFirst().orElseThrow(() -> unknown(phone)));
    }

    /** Those of the numbers, without leading zeros, whose terminals are in scope. */
    public Uni<Set<String>> listNumbers(Mutiny.Session session, Scope scope, List<String> numbers) {
        return terminals
                .listByNumbers(session, scope.unitPath(), numbers)
                .map(found -> found.stream().map(TerminalBinding::number).collect(Collectors.toSet()));
    }

    /**
     * Bind the terminal to its vehicle and tell the gateway; binding again the same way tells it again. Fails with problem
     * {@code terminal-bound} when the number or the vehicle is bound otherwise, {@code vehicle-unknown} without the vehicle.
     */
    public Uni<Void> bind(Mutiny.Session session, TerminalBinding binding) {
        return vehicles.get(session, binding.vehicleId()).chain(vehicle -> terminals
                .listConflicts(session, binding)
                .chain(conflicts -> addUnlessBound(session, binding, vehicle, conflicts))
                .chain(_ -> outbox.add(session, command(binding, vehicle))));
    }

    /** Bind terminals of newly filed vehicles in one go, as of their registration; nothing may be bound yet. */
    public Uni<Void> bindAll(Mutiny.Session session, List<BoundTerminal> added) {
        return terminals.add(session, added, VehicleFile::registeredOn).chain(_ -> {
            Uni<Void> told = Uni.createFrom().voidItem();
            for (BoundTerminal terminal : added) {
                told = told.chain(_ -> outbox.add(session, command(terminal.binding(), terminal.vehicle())));
            }
            return told;
        });
    }

    /** Release the terminal of the vehicle, if it has one, and tell the gateway. */
    public Uni<Void> unbind(Mutiny.Session session, UUID vehicleId) {
        return terminals
                .remove(session, vehicleId)
                .chain(removed -> removed.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : outbox.add(
                                session,
                                new TelematicsCommand.UnbindTerminal(
                                        Ids.next(), vehicleId, removed.get().number())));
    }

    private Uni<Void> addUnlessBound(
            Mutiny.Session session, TerminalBinding binding, VehicleFile vehicle, List<TerminalBinding> conflicts) {
        if (conflicts.isEmpty()) {
            return terminals.add(session, List.of(new BoundTerminal(binding, vehicle)), _ -> Days.today(clock));
        }
        if (conflicts.equals(List.of(binding))) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .failure(Problem.conflict(
                                "terminal-bound",
                                "终端 %s 或车辆 %s 已有绑定，请先解除原绑定".formatted(binding.phone(), vehicle.plate()),
                                "terminal %s or vehicle %s is bound already; unbind it first"
                                        .formatted(binding.phone(), vehicle.plate()))
                        .asException());
    }

    private Uni<List<BoundTerminal>> withVehicles(Mutiny.Session session, List<TerminalBinding> found) {
        List<UUID> ids = found.stream().map(TerminalBinding::vehicleId).toList();
        return vehicles.listByIds(session, ids).map(files -> {
            Map<UUID, VehicleFile> byId = new HashMap<>();
            files.forEach(file -> byId.put(file.id(), file));
            return found.stream()
                    .flatMap(binding -> Stream.ofNullable(byId.get(binding.vehicleId()))
                            .map(vehicle -> new BoundTerminal(binding, vehicle)))
                    .toList();
        });
    }

    private static ProblemException unknown(String phone) {
        return Problem.notFound(
                        "terminal-unknown",
                        "没有号码为 %s 的终端，或不在您的管辖范围内".formatted(phone),
                        "no terminal with number %s, or it is outside your scope".formatted(phone))
                .asException();
    }

    private static TelematicsCommand.BindTerminal command(TerminalBinding binding, VehicleFile vehicle) {
        return new TelematicsCommand.BindTerminal(
                Ids.next(), vehicle.id(), binding.number(), vehicle.plate(), binding.terminalId());
    }
}
