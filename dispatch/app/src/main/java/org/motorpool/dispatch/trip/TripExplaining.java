package org.motorpool.dispatch.trip;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.trip.store.Trips;

/** A trip whose odometer and track tell different stories (V23) is explained by the unit. */
@Singleton
public class TripExplaining {

    private static final int LONGEST_REASON = 500;

    /** What is asked for. */
    public record Wish(
            UUID tripId,
            OrderApi.@Nullable TripExplanation form,
            @Nullable String key,
            IfMatch ifMatch) {}

    private final ScopedTransactions transactions;
    private final Trips trips;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Push push;
    private final Clock clock;

    TripExplaining(
            ScopedTransactions transactions,
            Trips trips,
            IdempotencyKeys keys,
            Changes changes,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.trips = trips;
        this.keys = keys;
        this.changes = changes;
        this.push = push;
        this.clock = clock;
    }

    /** Explain; problems {@code trip-unknown}, {@code nothing-to-explain}, {@code version-stale}. */
    public Uni<TripFile> explain(Scope scope, Wish wish) {
        String reason =
                Fields.text("reason", wish.form() == null ? null : wish.form().reason(), LONGEST_REASON);
        UUID id = wish.tripId();
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(
                                        scope.accountId(), wish.key(), List.of("trip-explain", id, reason), id),
                                () -> explain(session, scope, wish, reason),
                                _ -> trips.find(session, id).map(found -> found.orElseThrow(() -> unknown(id)))))
                .invoke(trip -> push.tell(trip.change()));
    }

    private Uni<TripFile> explain(Mutiny.Session session, Scope scope, Wish wish, String reason) {
        return trips.findLocked(session, wish.tripId())
                .map(found -> found.orElseThrow(() -> unknown(wish.tripId())))
                .invoke(trip -> wish.ifMatch().require(trip.view()))
                .invoke(TripExplaining::requireBeyond)
                .chain(before -> trips.explain(session, before.id(), reason, scope.username(), clock.instant())
                        .call(after -> changes.tell(session, scope, change(before.view(), after.view()))));
    }

    private static void requireBeyond(TripFile trip) {
        OrderApi.MileageDeviation deviation = trip.view().mileageDeviation();
        if (deviation == null || !deviation.explanationNeeded()) {
            throw Problem.conflict(
                            "nothing-to-explain",
                            "行程 %s 的里程没有超出允许偏差，无需说明".formatted(trip.view().orderNumber()),
                            "the mileage of trip %s is within the limit; there is nothing to explain"
                                    .formatted(trip.view().orderNumber()))
                    .asException();
        }
    }

    private static StateChange change(OrderApi.Trip before, OrderApi.Trip after) {
        return new StateChange(
                "trip",
                after.id(),
                after.requestId(),
                after.orderNumber(),
                "trip-explained",
                before.mileageDeviation().explanation(),
                after.mileageDeviation().explanation());
    }

    static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "trip-unknown",
                        "行程 %s 不存在或不在您的管理范围内".formatted(id),
                        "trip %s does not exist or is outside your scope".formatted(id))
                .asException();
    }
}
