package org.motorpool.dispatch.command;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Outbox;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.command.store.GivenCommands;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.TerminalService;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.telematics.contract.TelematicsCommand.InstructTerminal;

/** Commands to the terminals of vehicles in scope. Dispatch gives them, telematics delivers them. */
@Singleton
public class CommandService {

    private final ScopedTransactions transactions;
    private final VehicleService vehicles;
    private final TerminalService terminals;
    private final GivenCommands commands;
    private final CommandReader reader;
    private final CommandProgress progress;
    private final IdempotencyKeys keys;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    CommandService(
            ScopedTransactions transactions,
            VehicleService vehicles,
            TerminalService terminals,
            GivenCommands commands,
            CommandReader reader,
            CommandProgress progress,
            IdempotencyKeys keys,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.vehicles = vehicles;
        this.terminals = terminals;
        this.commands = commands;
        this.reader = reader;
        this.progress = progress;
        this.keys = keys;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Give a command, once per Idempotency-Key. Fails with problem {@code vehicle-unknown} outside the scope,
     * {@code terminal-missing} when no terminal reports for the vehicle.
     */
    public Uni<Command> give(Scope scope, UUID vehicleId, @Nullable InstructionBody body, @Nullable String key) {
        NewCommand wanted = reader.read(body);
        requireOfficer(scope, wanted);
        UUID id = Ids.next();
        IdempotencyKeys.Wish wish =
                new IdempotencyKeys.Wish(scope.accountId(), key, List.of(vehicleId, body == null ? "" : body), id);
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                wish,
                                () -> give(session, scope, vehicleId, id, wanted),
                                before -> get(session, vehicleId, before)))
                .chain(given -> given.id().equals(id)
                        ? Uni.createFrom().item(Command.underway(given, clock.instant()))
                        : progress.of(given));
    }

    /** Commands of the vehicle, newest first, without instructions and answers. */
    public Uni<List<Command>> list(Scope scope, UUID vehicleId, UUID before, int limit) {
        return transactions
                .inTransaction(scope, session -> vehicles.get(session, vehicleId)
                        .chain(_ -> commands.list(session, vehicleId, before, limit)))
                .chain(given -> progress.of(vehicleId, given))
                .map(found -> found.stream().map(Command::brief).toList());
    }

    /** The command; fails with problem {@code command-unknown} when the vehicle has none such in scope. */
    public Uni<Command> get(Scope scope, UUID vehicleId, UUID id) {
        return transactions
                .inTransaction(
                        scope, session -> vehicles.get(session, vehicleId).chain(_ -> get(session, vehicleId, id)))
                .chain(progress::of);
    }

    private Uni<GivenCommand> give(Mutiny.Session session, Scope scope, UUID vehicleId, UUID id, NewCommand wanted) {
        return vehicles.get(session, vehicleId)
                .call(vehicle -> requireTerminal(session, vehicle))
                .map(vehicle -> GivenCommand.of(issue(scope, id), vehicle, wanted))
                .call(given -> commands.add(session, given))
                .call(given -> outbox.add(
                        session,
                        new InstructTerminal(given.id(), given.vehicleId(), given.expiresAt(), given.instruction())))
                .call(given -> audit.note(
                        session,
                        scope,
                        "command-" + given.type(),
                        "vehicle %s, command %s".formatted(vehicleId, given.id())));
    }

    private Uni<GivenCommand> get(Mutiny.Session session, UUID vehicleId, UUID id) {
        return commands.find(session, vehicleId, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound(
                                "command-unknown",
                                "车辆没有编号为 %s 的指令，请检查编号".formatted(id),
                                "the vehicle has no command %s; check the id".formatted(id))
                        .asException()));
    }

    private GivenCommand.Issue issue(Scope scope, UUID id) {
        return new GivenCommand.Issue(
                id, scope.accountId(), scope.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static void requireOfficer(Scope scope, NewCommand wanted) {
        if (Instructions.officerOnly(wanted.instruction()) && !scope.roles().contains("FLEET_OFFICER")) {
            String type = Instructions.type(wanted.instruction());
            throw Problem.forbidden(
                            "指令 %s 只能由车管员下发".formatted(type), "only a fleet officer may give the command " + type)
                    .asException();
        }
    }

    private Uni<Void> requireTerminal(Mutiny.Session session, VehicleFile vehicle) {
        return terminals
                .isBound(session, vehicle.id())
                .invoke(bound -> {
                    if (!bound) {
                        throw Problem.conflict(
                                        "terminal-missing",
                                        "车辆 %s 未绑定车载终端，请先绑定".formatted(vehicle.plate()),
                                        "no terminal is bound to vehicle %s; bind one first".formatted(vehicle.plate()))
                                .asException();
                    }
                })
                .replaceWithVoid();
    }
}
