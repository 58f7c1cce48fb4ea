package org.motorpool.dispatch.sharing.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.JsonRows;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.sharing.Tariff;
import org.motorpool.dispatch.sharing.TariffStatus;

/** Tariffs in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class TariffRows {

    private static final String ADD = """
            insert into tariff (id, tariff_version, unit_id, unit_path, unit_name, name, status, free, rates, pass_through,
                                rounding, effective_from, effective_to, created_by, created_at)
            select t.id, t."tariffVersion", t."unitId", ?2, t."unitName", t.name, t.status, t.free, t.rates, t."passThrough",
                   t.rounding, t."effectiveFrom", t."effectiveTo", ?3, ?4
            from json_to_record(cast(cast(?1 as text) as json)) as t(
                id uuid, "tariffVersion" integer, "unitId" uuid, "unitName" text, name text, status text, free boolean,
                rates text, "passThrough" text, rounding text, "effectiveFrom" date, "effectiveTo" date)
            """;
    private static final String SELECT = """
            select json_build_object(
                       'id', t.id, 'tariffVersion', t.tariff_version, 'unitId', t.unit_id, 'unitName', t.unit_name,
                       'name', t.name, 'status', t.status, 'free', t.free, 'rates', cast(t.rates as json),
                       'passThrough', cast(t.pass_through as json), 'rounding', cast(t.rounding as json),
                       'effectiveFrom', t.effective_from, 'effectiveTo', t.effective_to, 'version', t.version) as view,
                   t.unit_path as "unitPath"
            from tariff t
            """;
    private static final String PAGE = SELECT + """
            where t.id < ?1
              and not exists (select from tariff later where later.id = t.id and later.tariff_version > t.tariff_version)
            order by t.id desc limit ?2
            """;
    private static final String VERSIONS = SELECT + "where t.id = ?1 order by t.tariff_version desc limit ?2";
    private static final String ONE = SELECT + "where t.id = ?1 and t.tariff_version = ?2";
    private static final String IN_FORCE = SELECT + """
            where t.id = ?1 and t.status = 'PUBLISHED' and t.effective_from <= ?2
              and (t.effective_to is null or t.effective_to > ?2)
            """;
    private static final String MOVE =
            "update tariff set status = ?3, version = version + 1 where id = ?1 and tariff_version = ?2";
    private static final String END =
            "update tariff set effective_to = ?3, version = version + 1 where id = ?1 and tariff_version = ?2";

    private static final Map<String, Problem> PROBLEMS = Map.of(
            "tariff_no_overlap",
            Problem.conflict(
                    "tariff-overlap",
                    "该收费标准在此期间已有已发布的版本，请先终止旧版本或调整生效日期",
                    "a published version of this tariff is in force in the period; end it first, or change the dates"),
            "tariff_pkey",
            Problem.conflict(
                    "tariff-version-taken",
                    "该版本刚由他人创建，请刷新后再试",
                    "somebody else just made this version; reload and try again"));

    private final JsonRows rows;

    TariffRows(JsonRows rows) {
        this.rows = rows;
    }

    public Uni<Void> add(Mutiny.Session session, Tariff tariff, String by, Instant at) {
        return change(session.createNativeQuery(ADD)
                .setParameter(1, rows.write(tariff.view()))
                .setParameter(2, tariff.unitPath())
                .setParameter(3, by)
                .setParameter(4, at));
    }

    /** The last version of each tariff, the newest tariff first. */
    public Uni<List<Tariff>> list(Mutiny.Session session, UUID before, int limit) {
        return rows.list(session, Tariff.class, PAGE, before, limit);
    }

    /** All versions, the last first. */
    public Uni<List<Tariff>> listVersions(Mutiny.Session session, UUID id, int limit) {
        return rows.list(session, Tariff.class, VERSIONS, id, limit);
    }

    public Uni<Optional<Tariff>> find(Mutiny.Session session, UUID id, int tariffVersion) {
        return rows.list(session, Tariff.class, ONE, id, tariffVersion)
                .map(found -> found.stream().findFirst());
    }

    /** The version, locked to the end of the transaction. */
    public Uni<Optional<Tariff>> lock(Mutiny.Session session, UUID id, int tariffVersion) {
        return rows.list(session, Tariff.class, ONE + " for update", id, tariffVersion)
                .map(found -> found.stream().findFirst());
    }

    /** The version by which uses of this day are priced. */
    public Uni<Optional<Tariff>> findInForce(Mutiny.Session session, UUID id, LocalDate day) {
        return rows.list(session, Tariff.class, IN_FORCE, id, day)
                .map(found -> found.stream().findFirst());
    }

    public Uni<Void> move(Mutiny.Session session, Tariff tariff, TariffStatus status) {
        return change(session.createNativeQuery(MOVE)
                .setParameter(1, tariff.id())
                .setParameter(2, tariff.view().tariffVersion())
                .setParameter(3, status.name()));
    }

    public Uni<Void> end(Mutiny.Session session, Tariff tariff, LocalDate effectiveTo) {
        return change(session.createNativeQuery(END)
                .setParameter(1, tariff.id())
                .setParameter(2, tariff.view().tariffVersion())
                .setParameter(3, effectiveTo));
    }

    private static Uni<Void> change(Mutiny.MutationQuery statement) {
        return statement
                .executeUpdate()
                .onFailure()
                .transform(failure -> Constraints.explain(failure, PROBLEMS))
                .replaceWithVoid();
    }
}
