package org.motorpool.dispatch.sharing.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.JsonRows;
import org.motorpool.dispatch.sharing.PoolOffer;

/** Offers in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class OfferRows {

    private static final String ADD = """
            insert into pool_offer (id, unit_id, unit_path, unit_name, name, status, units_below, free, tariff_id, terms,
                                    valid_from, valid_to, cutoff_hours, created_by, created_at)
            select o.id, o."unitId", ?2, o."unitName", o.name, o.status, o."unitsBelow", o.free, o."tariffId", o.terms,
                   o."validFrom", o."validTo", o."cutoffHours", ?3, ?4
            from json_to_record(cast(cast(?1 as text) as json)) as o(
                id uuid, "unitId" uuid, "unitName" text, name text, status text, "unitsBelow" boolean, free boolean,
                "tariffId" uuid, terms text, "validFrom" date, "validTo" date, "cutoffHours" integer)
            """;
    private static final String ADD_USERS = """
            insert into pool_offer_user (offer_id, unit_id, unit_path, unit_name)
            select ?2, u.id, u.path, u.name
            from json_array_elements(cast(cast(?1 as text) as json) -> 'users') as used
                     join unit u on u.id = cast(used ->> 'unitId' as uuid)
            """;
    private static final String SELECT = """
            select json_build_object(
                       'id', o.id, 'unitId', o.unit_id, 'unitName', o.unit_name, 'name', o.name, 'status', o.status,
                       'unitsBelow', o.units_below, 'terms', cast(o.terms as json), 'free', o.free, 'tariffId', o.tariff_id,
                       'cutoffHours', o.cutoff_hours, 'users', users.views, 'validFrom', o.valid_from,
                       'validTo', o.valid_to, 'version', o.version) as view,
                   o.unit_path as "unitPath", users.paths as "userPaths"
            from pool_offer o
                     cross join lateral (
                select json_agg(json_build_object('unitId', u.unit_id, 'unitName', u.unit_name) order by u.unit_path) as views,
                       json_agg(u.unit_path order by u.unit_path) as paths
                from pool_offer_user u where u.offer_id = o.id) as users
            """;
    private static final String PAGE = SELECT + "where o.id < ?1 order by o.id desc limit ?2";
    private static final String ONE = SELECT + "where o.id = ?1";
    private static final String FOR = SELECT + """
            where o.status = 'OPEN' and starts_with(?1, o.unit_path) and o.valid_from <= ?3 and o.valid_to > ?3
              and exists (select from pool_offer_user u where u.offer_id = o.id and starts_with(?2, u.unit_path))
            order by o.id limit 1000
            """;
    private static final String OPEN = SELECT + "where o.status = 'OPEN' and o.valid_to > ?1 order by o.id limit 1000";
    private static final String WITHDRAW =
            "update pool_offer set status = 'WITHDRAWN', version = version + 1 where id = ?1";

    private final JsonRows rows;

    OfferRows(JsonRows rows) {
        this.rows = rows;
    }

    public Uni<Void> add(Mutiny.Session session, PoolOffer offer, String by, Instant at) {
        String view = rows.write(offer.view());
        return session.createNativeQuery(ADD)
                .setParameter(1, view)
                .setParameter(2, offer.unitPath())
                .setParameter(3, by)
                .setParameter(4, at)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(ADD_USERS)
                        .setParameter(1, view)
                        .setParameter(2, offer.id())
                        .executeUpdate())
                .replaceWithVoid();
    }

    public Uni<List<PoolOffer>> list(Mutiny.Session session, UUID before, int limit) {
        return rows.list(session, PoolOffer.class, PAGE, before, limit);
    }

    public Uni<Optional<PoolOffer>> find(Mutiny.Session session, UUID id) {
        return rows.list(session, PoolOffer.class, ONE, id)
                .map(found -> found.stream().findFirst());
    }

    /** The offer, locked to the end of the transaction. */
    public Uni<Optional<PoolOffer>> lock(Mutiny.Session session, UUID id) {
        return rows.list(session, PoolOffer.class, ONE + " for update of o", id)
                .map(found -> found.stream().findFirst());
    }

    /** Offers that stand on the day, of the unit with the vehicle or one above it, to the user or one above. */
    public Uni<List<PoolOffer>> listFor(Mutiny.Session session, String vehiclePath, String userPath, LocalDate day) {
        return rows.list(session, PoolOffer.class, FOR, vehiclePath, userPath, day);
    }

    /** Offers that stand on the day or later, as far as the session sees. */
    public Uni<List<PoolOffer>> listOpen(Mutiny.Session session, LocalDate day) {
        return rows.list(session, PoolOffer.class, OPEN, day);
    }

    public Uni<Void> withdraw(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(WITHDRAW)
                .setParameter(1, id)
                .executeUpdate()
                .replaceWithVoid();
    }
}
