package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.contract.OrderActApi;
import org.motorpool.dispatch.contract.OrderActApi.BulkCancellation;
import org.motorpool.dispatch.contract.OrderActApi.BulkResult;
import org.motorpool.dispatch.contract.OrderApi.NewOrder;
import org.motorpool.dispatch.organisation.Scope;

/** Many orders at once, each in a transaction of its own: what is refused gets its code, the others go on. */
@Singleton
public class OrderBulk {

    private static final int MOST_ITEMS = 500;
    private static final String OK = "OK";

    private record Item(@Nullable UUID id, Supplier<Uni<VehicleOrder>> act) {}

    private final OrderService orders;

    OrderBulk(OrderService orders) {
        this.orders = orders;
    }

    /**
     * Cancellations first, so that what they free can be assigned in the same call.
     *
     * @param key under which each item is carried out once, however often it is asked; or null
     */
    public Uni<List<BulkResult>> carryOut(Scope scope, OrderActApi.@Nullable Bulk form, @Nullable String key) {
        OrderActApi.Bulk wanted = Fields.required("assign", form);
        List<Item> items = Stream.concat(
                        wanted.cancel().stream().map(cancellation -> cancel(scope, cancellation, key)),
                        wanted.assign().stream().map(order -> assign(scope, order, key)))
                .toList();
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            throw Problem.invalid(
                            "assign",
                            "一次应为 1 到 %d 项，收到 %d 项".formatted(MOST_ITEMS, items.size()),
                            "give 1 to %d items, got %d".formatted(MOST_ITEMS, items.size()))
                    .asException();
        }
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(OrderBulk::result)
                .collect()
                .asList();
    }

    private Item cancel(Scope scope, BulkCancellation wanted, @Nullable String key) {
        Long version = wanted.version();
        IfMatch ifMatch = version == null ? IfMatch.ANY : IfMatch.of(IfMatch.tag(version));
        OrderActApi.Cancellation why = new OrderActApi.Cancellation(wanted.reason(), wanted.reasonCode());
        return new Item(
                wanted.id(),
                () -> orders.cancel(
                        scope,
                        Fields.required("cancel.id", wanted.id()),
                        ifMatch,
                        why,
                        of(key, "cancel", wanted.id())));
    }

    private Item assign(Scope scope, NewOrder wanted, @Nullable String key) {
        return new Item(wanted.requestId(), () -> orders.create(scope, wanted, of(key, "assign", wanted.requestId())));
    }

    /** Each item has a key of its own, made of that of the call. */
    private static @Nullable String of(@Nullable String key, String act, @Nullable UUID id) {
        return key == null ? null : "%s.%s.%s".formatted(key, act, id);
    }

    private static Uni<BulkResult> result(Item item) {
        return Uni.createFrom()
                .deferred(() -> item.act().get())
                .map(order -> new BulkResult(item.id(), OK, order.view(), null))
                .onFailure(ProblemException.class)
                .recoverWithItem(refusal -> {
                    Problem problem = ((ProblemException) refusal).problem();
                    return new BulkResult(item.id(), problem.code(), null, problem.detail());
                });
    }
}
