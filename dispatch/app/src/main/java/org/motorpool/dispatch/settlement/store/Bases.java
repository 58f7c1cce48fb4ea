package org.motorpool.dispatch.settlement.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.settlement.Basis;

/** The basis of orders of lent vehicles, as it was written at assignment. */
@Singleton
public class Bases {

    private static final String OF_ORDER = """
            select agreement_id, tariff_id, tariff_version, estimate_fen from order_basis
            where order_id = ?1 and tariff_id is not null""";

    /** The basis of an order that has a price; an explicitly free one has none. */
    public Uni<Optional<Basis>> find(Mutiny.Session session, UUID orderId) {
        return session.createNativeQuery(OF_ORDER, Object[].class)
                .setParameter(1, orderId)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row)
                        .map(found -> new Basis(
                                (UUID) found[0],
                                (UUID) found[1],
                                (Integer) found[2],
                                ((Number) found[3]).longValue())));
    }
}
