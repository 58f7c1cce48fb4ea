package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.assignment.store.Rentals;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.contract.OrderActApi.Cancellation;
import org.motorpool.dispatch.contract.RentalApi.RentalOrder;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.UseRequest;

/** What becomes of an order at a supplier; for federation, in its transactions. */
@Singleton
public class RentalLife {

    private final Rentals rentals;
    private final RequestLife requests;
    private final Changes changes;

    RentalLife(Rentals rentals, RequestLife requests, Changes changes) {
        this.rentals = rentals;
        this.requests = requests;
        this.changes = changes;
    }

    /** An order with the kind of vehicle its supplier has under contract. */
    public record Hire(RentalOrder order, String bodyType) {}

    /** Whether the request is served by rental. */
    public static boolean serves(UseRequest request) {
        return RentalFile.SHARING.equals(request.view().sharing());
    }

    /** The order; problem {@code order-unknown}. */
    public Uni<Hire> get(Mutiny.Session session, UUID id) {
        return rentals.get(session, id)
                .chain(order -> rentals.getSupplier(session, order.view().supplierId())
                        .map(supplier -> new Hire(order.view(), supplier.view().bodyType())));
    }

    /** The order of that number in the scope of the session. */
    public Uni<Optional<RentalOrder>> findByNumber(Mutiny.Session session, String number) {
        return rentals.findByNumber(session, number).map(found -> found.map(RentalFile::view));
    }

    /** Not used: the request waits for a vehicle again. Problem {@code order-state} once it is over. */
    public Uni<UseRequest> cancel(Mutiny.Session session, Scope by, UUID id, Cancellation why) {
        return rentals.lock(session, id)
                .map(RentalFile::requireOpen)
                .chain(before -> rentals.cancel(session, id, why)
                        .call(after -> changes.tell(session, by, RentalFile.change("rental-cancelled", before, after))))
                .chain(after -> requests.release(session, by, after.view().requestId()));
    }
}
