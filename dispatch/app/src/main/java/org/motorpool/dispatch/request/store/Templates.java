package org.motorpool.dispatch.request.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.RequestTemplateApi.FrequentPlace;
import org.motorpool.dispatch.contract.RequestTemplateApi.Template;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.Scope;

/** What accounts keep for themselves: templates and frequent places; every call runs in the caller's session. */
@Singleton
public class Templates {

    private static final String COLUMNS = """
            select cast(row_to_json(t) as text) from (
                select id, name, cast(draft as json) as draft, version from request_template where account_id = ?1 and\s""";

    private static final String LIST = COLUMNS + "id > ?2 order by id limit ?3) as t";

    private static final String LOCK = COLUMNS + "id = ?2 for update) as t";

    private static final String ADD = """
            insert into request_template (id, account_id, unit_id, unit_path, name, draft) values (?1, ?2, ?3, ?4, ?5, ?6)""";

    private static final String CHANGE =
            "update request_template set name = ?2, draft = ?3, version = version + 1 where id = ?1";

    private static final String REMOVE = "delete from request_template where id = ?1";

    private static final String PLACES = """
            select cast(row_to_json(p) as text) from (
                select p.id, json_build_object('name', p.name, 'latitude', p.latitude, 'longitude', p.longitude) as place,
                       sum(p.uses) as uses
                from (select id, name, latitude, longitude, 0 as uses from frequent_place where account_id = ?1
                      union all
                      select k.id, e.name, coalesce(k.latitude, e.latitude), coalesce(k.longitude, e.longitude), 1
                      from use_request r
                      cross join lateral (values (r.pickup_name, r.pickup_latitude, r.pickup_longitude),
                                                 (r.dropoff_name, r.dropoff_latitude, r.dropoff_longitude)) as e (name, latitude, longitude)
                      left join frequent_place k on k.account_id = ?1 and k.name = e.name
                      where r.unit_id = ?2 and r.requester_id = ?1 and r.submitted_at > ?3) as p
                group by p.id, p.name, p.latitude, p.longitude
                order by p.id is null, uses desc, p.name limit ?4) as p""";

    private static final String KEEP = """
            insert into frequent_place (id, account_id, unit_id, unit_path, name, latitude, longitude)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            on conflict (account_id, name) do update set latitude = excluded.latitude, longitude = excluded.longitude
            returning id""";

    private static final String FORGET = "delete from frequent_place where account_id = ?1 and id = ?2";

    private final Json json;

    Templates(Json json) {
        this.json = json;
    }

    public Uni<List<Template>> list(Mutiny.Session session, Scope owner, UUID after, int limit) {
        return session.createNativeQuery(LIST, String.class)
                .setParameter(1, owner.accountId())
                .setParameter(2, after)
                .setParameter(3, limit)
                .getResultList()
                .map(rows ->
                        rows.stream().map(row -> json.read(Template.class, row)).toList());
    }

    /** The owner's template, locked. */
    public Uni<Optional<Template>> lock(Mutiny.Session session, Scope owner, UUID id) {
        return session.createNativeQuery(LOCK, String.class)
                .setParameter(1, owner.accountId())
                .setParameter(2, id)
                .getResultList()
                .map(rows ->
                        rows.stream().map(row -> json.read(Template.class, row)).findFirst());
    }

    public Uni<Void> add(Mutiny.Session session, Scope owner, Template template) {
        return session.createNativeQuery(ADD)
                .setParameter(1, template.id())
                .setParameter(2, owner.accountId())
                .setParameter(3, owner.unitId())
                .setParameter(4, owner.unitPath())
                .setParameter(5, template.name())
                .setParameter(6, json.write(template.draft()))
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> change(Mutiny.Session session, Template template) {
        return session.createNativeQuery(CHANGE)
                .setParameter(1, template.id())
                .setParameter(2, template.name())
                .setParameter(3, json.write(template.draft()))
                .executeUpdate()
                .replaceWithVoid();
    }

    public Uni<Void> remove(Mutiny.Session session, UUID id) {
        return session.createNativeQuery(REMOVE)
                .setParameter(1, id)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Kept places first, then where the account's requests of its own unit went since a moment, the most used first. */
    public Uni<List<FrequentPlace>> listPlaces(Mutiny.Session session, Scope owner, Instant since, int limit) {
        return session.createNativeQuery(PLACES, String.class)
                .setParameter(1, owner.accountId())
                .setParameter(2, owner.unitId())
                .setParameter(3, since)
                .setParameter(4, limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> json.read(FrequentPlace.class, row))
                        .toList());
    }

    /** Keep a place; one of the same name moves. */
    public Uni<UUID> keep(Mutiny.Session session, Scope owner, UUID id, Place place) {
        return session.createNativeQuery(KEEP, UUID.class)
                .setParameter(1, id)
                .setParameter(2, owner.accountId())
                .setParameter(3, owner.unitId())
                .setParameter(4, owner.unitPath())
                .setParameter(5, place.name())
                .setParameter(6, place.latitude())
                .setParameter(7, place.longitude())
                .getSingleResult();
    }

    /** Whether there was such a place of the owner. */
    public Uni<Boolean> forget(Mutiny.Session session, Scope owner, UUID id) {
        return session.createNativeQuery(FORGET)
                .setParameter(1, owner.accountId())
                .setParameter(2, id)
                .executeUpdate()
                .map(count -> count > 0);
    }
}
