package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.assignment.store.Rentals;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.contract.OrderActApi;
import org.motorpool.dispatch.contract.RentalApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.BusinessNumbers;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;

/** Serves requests by rental 社会租赁 where no vehicle of ours does: ordered, closed with its cost, or cancelled. */
@Singleton
public class RentalService {

    private record Done(RentalFile order, UseRequest request) {}

    private final ScopedTransactions transactions;
    private final Rentals rentals;
    private final RequestLife requests;
    private final BusinessNumbers numbers;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Push push;
    private final Clock clock;

    RentalService(
            ScopedTransactions transactions,
            Rentals rentals,
            RequestLife requests,
            BusinessNumbers numbers,
            IdempotencyKeys keys,
            Changes changes,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.rentals = rentals;
        this.requests = requests;
        this.numbers = numbers;
        this.keys = keys;
        this.changes = changes;
        this.push = push;
        this.clock = clock;
    }

    /** Orders at suppliers in scope, newest first. */
    public Uni<List<RentalFile>> list(Scope scope, Instant from, Instant to, UUID before, int limit) {
        return transactions.inTransaction(
                scope, session -> rentals.list(session, scope.unitPath(), from, to, before, limit));
    }

    /** The order; problem {@code order-unknown}. */
    public Uni<RentalFile> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> rentals.get(session, id));
    }

    /**
     * Serve an approved request by rental. Problems {@code request-unknown}, {@code request-state},
     * {@code rental-supplier-unknown}, {@code rental-contract-expired}, {@code seats-insufficient}.
     */
    public Uni<RentalFile> order(Scope scope, RentalApi.@Nullable NewRentalOrder form, @Nullable String key) {
        RentalApi.NewRentalOrder wanted = RentalForms.order(form);
        UUID id = Ids.next();
        IdempotencyKeys.Wish wish =
                new IdempotencyKeys.Wish(scope.accountId(), key, List.of("rental-order", wanted), id);
        return act(scope, wish, session -> order(session, scope, wanted, id));
    }

    private Uni<Done> order(Mutiny.Session session, Scope scope, RentalApi.NewRentalOrder wanted, UUID id) {
        return requests.lockForAssignment(session, wanted.requestId())
                .chain(request -> rentals.getSupplier(session, wanted.supplierId())
                        .invoke(supplier -> supplier.check(request.view()).ifPresent(violation -> {
                            throw Problem.refused(violation.rule(), List.of(violation))
                                    .asException();
                        }))
                        .chain(supplier -> numbers.next(
                                        session, "PC", request.view().regionCode())
                                .map(number -> file(id, number, request, supplier, wanted))))
                .chain(file -> rentals.add(session, file, scope.username(), clock.instant()))
                .call(added -> tell(session, scope, "rental-ordered", null, added))
                .chain(added -> requests.assign(session, wanted.requestId(), added.assigned())
                        .map(request -> new Done(added, request)));
    }

    private static RentalFile file(
            UUID id, String number, UseRequest request, SupplierFile supplier, RentalApi.NewRentalOrder wanted) {
        Instant from = request.view().departAt();
        Instant to = request.view().returnAt();
        RentalApi.RentalOrder view = new RentalApi.RentalOrder(
                id,
                number,
                "ORDERED",
                request.id(),
                supplier.view().id(),
                supplier.view().name(),
                wanted.plate(),
                wanted.driverName(),
                from,
                to,
                supplier.estimate_fen(from, to),
                null,
                null,
                null,
                null,
                null,
                0);
        return new RentalFile(view, request.view().unitId(), request.unitPath());
    }

    /** Used and invoiced: the request is closed. */
    public Uni<RentalFile> close(
            Scope scope, UUID id, IfMatch ifMatch, RentalApi.@Nullable Closing form, @Nullable String key) {
        RentalApi.Closing closing = RentalForms.closing(form);
        return act(
                scope,
                new IdempotencyKeys.Wish(scope.accountId(), key, List.of("rental-close", id, closing), id),
                session -> change(
                        session,
                        scope,
                        new Change(id, ifMatch, "rental-closed"),
                        before -> rentals.close(session, before, closing),
                        order -> requests.move(
                                session,
                                scope,
                                order.view().requestId(),
                                RequestStatus.CLOSED,
                                RequestStatus.CLOSED.name())));
    }

    /** Not used: the request waits for a vehicle again. */
    public Uni<RentalFile> cancel(
            Scope scope, UUID id, IfMatch ifMatch, OrderActApi.@Nullable Cancellation form, @Nullable String key) {
        OrderActApi.Cancellation why = OrderForms.cancellation(form);
        return act(
                scope,
                new IdempotencyKeys.Wish(scope.accountId(), key, List.of("rental-cancel", id, why), id),
                session -> change(
                        session,
                        scope,
                        new Change(id, ifMatch, "rental-cancelled"),
                        before -> rentals.cancel(session, before, why),
                        order -> requests.release(session, scope, order.view().requestId())));
    }

    private record Change(UUID id, IfMatch ifMatch, String action) {}

    private Uni<Done> change(
            Mutiny.Session session,
            Scope scope,
            Change wanted,
            Function<UUID, Uni<RentalFile>> change,
            Function<RentalFile, Uni<UseRequest>> follow) {
        return rentals.lock(session, wanted.id())
                .invoke(order -> wanted.ifMatch().require(order.view()))
                .map(RentalFile::requireOpen)
                .chain(before -> change.apply(before.view().id())
                        .call(after -> tell(session, scope, wanted.action(), before, after)))
                .chain(after -> follow.apply(after).map(request -> new Done(after, request)));
    }

    private Uni<RentalFile> act(Scope scope, IdempotencyKeys.Wish wish, Function<Mutiny.Session, Uni<Done>> make) {
        return transactions
                .inTransaction(
                        scope, session -> keys.once(session, wish, () -> make.apply(session), id -> again(session, id)))
                .invoke(done -> {
                    push.tell(done.order().change());
                    push.tell(done.request().change());
                })
                .map(Done::order);
    }

    private Uni<Done> again(Mutiny.Session session, UUID id) {
        return rentals.get(session, id)
                .chain(order ->
                        requests.get(session, order.view().requestId()).map(request -> new Done(order, request)));
    }

    private Uni<Void> tell(
            Mutiny.Session session, Scope scope, String action, @Nullable RentalFile before, RentalFile after) {
        return changes.tell(session, scope, RentalFile.change(action, before, after));
    }
}
