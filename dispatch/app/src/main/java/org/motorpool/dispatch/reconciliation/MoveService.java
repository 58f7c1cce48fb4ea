package org.motorpool.dispatch.reconciliation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.MileageApi.Move;
import org.motorpool.dispatch.contract.MileageApi.NewMove;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.reconciliation.store.Moves;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;

/** Moves without an order 调车, marked with a reason before they begin or within the row's hours after they end. */
@Singleton
public class MoveService {

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int LONGEST_REASON = 200;
    private static final Set<String> PURPOSES = Set.of("REPOSITIONING", "MAINTENANCE", "REFUELLING");

    private final ScopedTransactions transactions;
    private final VehicleService vehicles;
    private final Moves moves;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Clock clock;

    MoveService(
            ScopedTransactions transactions,
            VehicleService vehicles,
            Moves moves,
            IdempotencyKeys keys,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.vehicles = vehicles;
        this.moves = moves;
        this.keys = keys;
        this.changes = changes;
        this.clock = clock;
    }

    /** Moves of a vehicle in scope, the newest first. */
    public Uni<List<Move>> list(Scope scope, UUID vehicleId, UUID before, int limit) {
        return transactions.inTransaction(scope, session -> vehicles.get(session, vehicleId)
                .chain(_ -> moves.list(session, vehicleId, before, limit)));
    }

    /** Mark a move, once per key; problems {@code vehicle-unknown}, {@code move-overlaps}, the bad field. */
    public Uni<Move> mark(Scope scope, UUID vehicleId, @Nullable NewMove form, @Nullable String key) {
        NewMove given = Fields.required("from", form);
        Move move = read(scope, vehicleId, given);
        return transactions.inTransaction(
                scope,
                session -> keys.once(
                        session,
                        new IdempotencyKeys.Wish(
                                scope.accountId(), key, List.of("vehicle-move", vehicleId, given), move.id()),
                        () -> vehicles.get(session, vehicleId).chain(vehicle -> mark(session, scope, vehicle, move)),
                        before -> moves.get(session, before)));
    }

    private Uni<Move> mark(Mutiny.Session session, Scope scope, VehicleFile vehicle, Move move) {
        return moves.hours(session, vehicle.regionCode(), Days.of(move.from()))
                .invoke(hours -> requireInTime(move, hours))
                .chain(_ -> moves.add(session, vehicle, move))
                .call(added -> changes.tell(session, scope, change(added, vehicle)));
    }

    private void requireInTime(Move move, Moves.Hours hours) {
        Instant now = clock.instant();
        if (move.to().plus(Duration.ofHours(hours.after())).isBefore(now)) {
            throw Fields.bad(
                    "to",
                    "调车结束已超过 %d 小时，不能补登，请在里程对账中说明".formatted(hours.after()),
                    "ended more than %d hours ago; explain the kilometres instead".formatted(hours.after()));
        }
        if (move.from().isAfter(now.plus(Duration.ofHours(hours.before())))) {
            throw Fields.bad(
                    "from",
                    "最多提前 %d 小时登记".formatted(hours.before()),
                    "is more than %d hours ahead".formatted(hours.before()));
        }
    }

    private Move read(Scope scope, UUID vehicleId, NewMove form) {
        Instant from = Fields.required("from", form.from());
        Instant to = Fields.required("to", form.to());
        if (!to.isAfter(from) || to.isAfter(from.plus(LONGEST))) {
            throw Fields.bad("to", "应晚于 from，且不超过 24 小时", "must be after from, by 24 hours at most");
        }
        return new Move(
                Ids.next(),
                vehicleId,
                from,
                to,
                Fields.oneOf("purpose", form.purpose(), PURPOSES),
                Fields.text("reason", form.reason(), LONGEST_REASON),
                scope.username(),
                clock.instant());
    }

    private static StateChange change(Move move, VehicleFile vehicle) {
        return new StateChange(
                "move",
                move.id(),
                vehicle.id(),
                vehicle.plate(),
                "move-marked",
                null,
                "%s %s to %s: %s".formatted(move.purpose(), move.from(), move.to(), move.reason()));
    }
}
