package org.motorpool.dispatch.assignment.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.JsonRows;
import org.motorpool.dispatch.contract.PoolOfferApi.Basis;
import org.motorpool.dispatch.sharing.SharingBasis;
import org.motorpool.dispatch.sharing.SharingBasis.Source;

/** On what basis orders have another unit's vehicle; every call runs in the caller's session. */
@Singleton
public class OrderBases {

    private static final String ADD = """
            insert into order_basis (order_id, offer_id, agreement_id, firm_from, tariff_id, tariff_version, estimated_m, estimate_fen)
            select b."orderId", b."offerId", b."agreementId", b."firmFrom", b."tariffId", b."tariffVersion", b."estimated_m",
                   b."estimate_fen"
            from json_to_record(cast(cast(?1 as text) as json)) as b(
                "orderId" uuid, "offerId" uuid, "agreementId" uuid, "firmFrom" timestamptz, "tariffId" uuid,
                "tariffVersion" integer, "estimated_m" bigint, "estimate_fen" bigint)
            """;
    private static final String REMOVE = "delete from order_basis where order_id = ?1";
    private static final String ONE = """
            select b.order_id as "orderId", case when b.offer_id is null then 'AGREEMENT' else 'OFFER' end as kind,
                   coalesce(b.offer_id, b.agreement_id) as id, coalesce(o.name, a.number) as name, b.tariff_id as "tariffId",
                   b.tariff_version as "tariffVersion", b.firm_from as "firmFrom", b.estimated_m, b.estimate_fen
            from order_basis b
                     left join pool_offer o on o.id = b.offer_id
                     left join agreement a on a.id = b.agreement_id
            where b.order_id = ?1
            """;

    private final JsonRows rows;

    OrderBases(JsonRows rows) {
        this.rows = rows;
    }

    /** A basis as it is written. */
    private record Row(
            UUID orderId,
            @Nullable UUID offerId,
            @Nullable UUID agreementId,
            @Nullable Instant firmFrom,
            @Nullable UUID tariffId,
            @Nullable Integer tariffVersion,
            long estimated_m,
            long estimate_fen) {

        static Row of(UUID orderId, SharingBasis basis) {
            return switch (basis.source()) {
                case Source.Offered(UUID offerId, Instant firmFrom) -> of(orderId, basis, offerId, null, firmFrom);
                case Source.Agreed(UUID agreementId) -> of(orderId, basis, null, agreementId, null);
            };
        }

        private static Row of(
                UUID orderId,
                SharingBasis basis,
                @Nullable UUID offerId,
                @Nullable UUID agreementId,
                @Nullable Instant firmFrom) {
            SharingBasis.TariffVersion tariff = basis.tariff();
            return new Row(
                    orderId,
                    offerId,
                    agreementId,
                    firmFrom,
                    tariff == null ? null : tariff.id(),
                    tariff == null ? null : tariff.version(),
                    basis.estimated_m(),
                    basis.estimate_fen());
        }
    }

    /** Keep the basis of a new order; none costs nothing. */
    public Uni<Void> add(Mutiny.Session session, UUID orderId, @Nullable SharingBasis basis) {
        return basis == null
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(ADD)
                        .setParameter(1, rows.write(Row.of(orderId, basis)))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** Keep the basis of an order that has another vehicle now. */
    public Uni<Void> replace(Mutiny.Session session, UUID orderId, @Nullable SharingBasis basis) {
        return session.createNativeQuery(REMOVE)
                .setParameter(1, orderId)
                .executeUpdate()
                .chain(() -> add(session, orderId, basis));
    }

    /** The basis as people see it; none where the vehicle is the unit's own. */
    public Uni<Optional<Basis>> find(Mutiny.Session session, UUID orderId) {
        return rows.list(session, Basis.class, ONE, orderId)
                .map(found -> found.stream().findFirst());
    }
}
