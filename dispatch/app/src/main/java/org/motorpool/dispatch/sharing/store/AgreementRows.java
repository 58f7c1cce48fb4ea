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
import org.motorpool.dispatch.organisation.RegionCode;
import org.motorpool.dispatch.sharing.Agreement;
import org.motorpool.dispatch.sharing.AgreementStatus;

/** Agreements in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class AgreementRows {

    private static final String ADD = """
            insert into agreement (id, number, title, status, valid_from, valid_to, terms, tariff_id, created_by, created_at)
            select a.id, a.number, a.title, a.status, a."validFrom", a."validTo", a.terms,
                   cast(cast(a.terms as json) ->> 'tariffId' as uuid), ?2, ?3
            from json_to_record(cast(cast(?1 as text) as json)) as a(
                id uuid, number text, title text, status text, "validFrom" date, "validTo" date, terms text)
            """;
    private static final String ADD_PARTIES = """
            insert into agreement_party (agreement_id, position, unit_id, unit_path, unit_name, region_code,
                                         signed_by, signed_at)
            select ?2, p.position - 1, u.id, u.path, u.name, u.region_code, p.party ->> 'signedBy',
                   cast(p.party ->> 'signedAt' as timestamptz)
            from json_array_elements(cast(cast(?1 as text) as json) -> 'parties') with ordinality as p(party, position)
                     join unit u on u.id = cast(p.party ->> 'unitId' as uuid)
            """;
    private static final String SELECT = """
            select json_build_object(
                       'id', a.id, 'number', a.number, 'title', a.title, 'status', a.status,
                       'parties', (
                           select json_agg(json_build_object(
                                      'unitId', p.unit_id, 'unitName', p.unit_name, 'regionCode', p.region_code,
                                      'signedBy', p.signed_by, 'signedAt', p.signed_at) order by p.position)
                           from agreement_party p where p.agreement_id = a.id),
                       'validFrom', a.valid_from, 'validTo', a.valid_to, 'terms', cast(a.terms as json),
                       'endReason', a.end_reason, 'version', a.version) as view,
                   (select json_agg(p.unit_path order by p.position)
                    from agreement_party p where p.agreement_id = a.id) as "unitPaths"
            from agreement a
            """;
    private static final String PAGE = SELECT + "where a.id < ?1 order by a.id desc limit ?2";
    private static final String ONE = SELECT + "where a.id = ?1";
    private static final String BETWEEN = SELECT + """
            where a.status in ('IN_FORCE', 'ENDED', 'EXPIRED')
              and exists (select from agreement_party p where p.agreement_id = a.id and starts_with(?1, p.unit_path))
              and exists (select from agreement_party p where p.agreement_id = a.id and starts_with(?2, p.unit_path))
            order by a.valid_to desc limit 100
            """;
    /** Another party's region is the wanted one, lies in it, or it lies in that. */
    private static final String TOWARDS = SELECT + """
            where a.status in ('IN_FORCE', 'ENDED', 'EXPIRED')
              and exists (select from agreement_party p where p.agreement_id = a.id and starts_with(?1, p.unit_path))
              and exists (select from agreement_party p where p.agreement_id = a.id and not starts_with(?1, p.unit_path)
                            and (p.region_code in (?2, ?3, ?4) or starts_with(p.region_code, ?5)))
            order by a.valid_to desc limit 100
            """;

    private static final String RUNNING =
            SELECT + "where a.status = 'IN_FORCE' and a.valid_to > ?1 order by a.id limit 1000";
    private static final String OVER =
            SELECT + "where a.status = 'IN_FORCE' and a.valid_to <= ?1 order by a.id limit 100 for update skip locked";
    private static final String SIGN = """
            update agreement_party set signed_by = ?3, signed_at = ?4
            where agreement_id = ?1 and unit_id = ?2 and signed_by is null
            """;
    private static final String MOVE = "update agreement set status = ?2, version = version + 1 where id = ?1";
    private static final String TOUCH = "update agreement set version = version + 1 where id = ?1";
    private static final String END =
            "update agreement set status = 'ENDED', end_reason = ?2, version = version + 1 where id = ?1";

    private static final Map<String, Problem> PROBLEMS = Map.of(
            "agreement_number_once",
            Problem.conflict("agreement-number-taken", "协议编号已被使用，请核对", "this number is another agreement's; check it"),
            "agreement_signed_once",
            Problem.conflict(
                    "agreement-signed-by-same",
                    "同一人不能代表两方签署协议，请由另一方的人员签署",
                    "nobody signs for two parties; an officer of the other party must sign"));

    private final JsonRows rows;

    AgreementRows(JsonRows rows) {
        this.rows = rows;
    }

    public Uni<Void> add(Mutiny.Session session, Agreement agreement, String by, Instant at) {
        String view = rows.write(agreement.view());
        return change(session.createNativeQuery(ADD)
                        .setParameter(1, view)
                        .setParameter(2, by)
                        .setParameter(3, at))
                .chain(() -> change(session.createNativeQuery(ADD_PARTIES)
                        .setParameter(1, view)
                        .setParameter(2, agreement.id())));
    }

    public Uni<List<Agreement>> list(Mutiny.Session session, UUID before, int limit) {
        return rows.list(session, Agreement.class, PAGE, before, limit);
    }

    public Uni<Optional<Agreement>> find(Mutiny.Session session, UUID id) {
        return rows.list(session, Agreement.class, ONE, id)
                .map(found -> found.stream().findFirst());
    }

    /** The agreement, locked to the end of the transaction. */
    public Uni<Optional<Agreement>> lock(Mutiny.Session session, UUID id) {
        return rows.list(session, Agreement.class, ONE + " for update", id)
                .map(found -> found.stream().findFirst());
    }

    /** Agreements that both units belong to, in force or no more. */
    public Uni<List<Agreement>> listBetween(Mutiny.Session session, String homePath, String hostPath) {
        return rows.list(session, Agreement.class, BETWEEN, homePath, hostPath);
    }

    /** Agreements that the unit belongs to, and somebody of the region, in force or no more. */
    public Uni<List<Agreement>> listTowards(Mutiny.Session session, String homePath, String hostRegion) {
        List<String> levels = RegionCode.levels(hostRegion);
        return rows.list(
                session,
                Agreement.class,
                TOWARDS,
                homePath,
                levels.get(1),
                levels.get(2),
                levels.get(3),
                RegionCode.significant(hostRegion));
    }

    /** Agreements in force on the day or later. */
    public Uni<List<Agreement>> listRunning(Mutiny.Session session, LocalDate day) {
        return rows.list(session, Agreement.class, RUNNING, day);
    }

    /** Agreements in force that are over by the day, locked. */
    public Uni<List<Agreement>> lockOver(Mutiny.Session session, LocalDate day) {
        return rows.list(session, Agreement.class, OVER, day);
    }

    /** Sign for the party; a second signature changes nothing. */
    public Uni<Void> sign(Mutiny.Session session, UUID id, UUID unitId, String by, Instant at) {
        return change(session.createNativeQuery(SIGN)
                .setParameter(1, id)
                .setParameter(2, unitId)
                .setParameter(3, by)
                .setParameter(4, at));
    }

    public Uni<Void> move(Mutiny.Session session, UUID id, AgreementStatus status) {
        return change(session.createNativeQuery(MOVE).setParameter(1, id).setParameter(2, status.name()));
    }

    /** Nothing of the agreement itself changed, but one of its parties: who read it before must read it again. */
    public Uni<Void> touch(Mutiny.Session session, UUID id) {
        return change(session.createNativeQuery(TOUCH).setParameter(1, id));
    }

    public Uni<Void> end(Mutiny.Session session, UUID id, String reason) {
        return change(session.createNativeQuery(END).setParameter(1, id).setParameter(2, reason));
    }

    private static Uni<Void> change(Mutiny.MutationQuery statement) {
        return statement
                .executeUpdate()
                .onFailure()
                .transform(failure -> Constraints.explain(failure, PROBLEMS))
                .replaceWithVoid();
    }
}
