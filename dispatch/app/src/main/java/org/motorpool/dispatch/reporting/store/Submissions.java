package org.motorpool.dispatch.reporting.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.contract.ReportApi.Submission;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.reporting.Amounts;
import org.motorpool.dispatch.reporting.Measure;
import org.motorpool.dispatch.reporting.Split;
import org.motorpool.dispatch.reporting.Submitted;

/** Submitted reports: rows are only added, the newest version that was not given back is in force. */
@Singleton
public class Submissions {

    private static final TypeReference<Map<String, Map<String, BigDecimal>>> SUMS = new TypeReference<>() {};
    private static final int CHILD_LIMIT = 5000;

    private static final String IN_FORCE = """
            from annual_report r
            where r.year = ?1 and not exists (select from annual_report_reopening o where o.report_id = r.id)""";

    private static final String REPORT = """
            select r.id, r.unit_id, r.unit_path, r.version, r.submitted_at, r.submitted_by, r.figures, r.report\s""";

    private static final String LOCK = """
            select 1 from (select pg_advisory_xact_lock(hashtextextended('motorpool.report.' || ?1, ?2))) as locked""";

    private static final String STANDS = """
            select u.id, u.code, u.name, u.level, r.version, r.submitted_at, r.submitted_by
            from unit u
                     left join (select r.* %s) r on r.unit_id = u.id
            where u.parent_id = ?2 and u.status = 'ACTIVE' and u.code > ?3
            order by u.code""".formatted(IN_FORCE);

    private static final String INSERT = """
            insert into annual_report (id, unit_id, unit_path, year, version, as_of, submitted_by, submitted_at, figures, report)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)""";

    private static final String NEXT_VERSION =
            "select 1 + count(*) from annual_report where unit_id = ?1 and year = ?2";

    private static final String REOPEN = """
            insert into annual_report_reopening (report_id, unit_id, unit_path, reason, reopened_by, reopened_at)
            values (?1, ?2, ?3, ?4, ?5, ?6)""";

    private final ObjectMapper json;

    Submissions(ObjectMapper json) {
        this.json = json;
    }

    /** One act at a time on the report of a unit, until the transaction ends. */
    public Uni<Void> lock(Mutiny.Session session, UUID unitId, int year) {
        return session.createNativeQuery(LOCK, Integer.class)
                .setParameter(1, unitId.toString())
                .setParameter(2, year)
                .getSingleResult()
                .replaceWithVoid();
    }

    public Uni<Optional<Submitted>> find(Mutiny.Session session, UUID unitId, int year) {
        return session.createNativeQuery(REPORT + IN_FORCE + " and r.unit_id = ?2", Object[].class)
                .setParameter(1, year)
                .setParameter(2, unitId)
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row).map(this::submitted));
    }

    /** Those of the units directly below. */
    public Uni<List<Submitted>> listBelow(Mutiny.Session session, UUID unitId, int year) {
        return session.createNativeQuery(
                        REPORT + IN_FORCE + " and r.unit_id in (select u.id from unit u where u.parent_id = ?2)",
                        Object[].class)
                .setParameter(1, year)
                .setParameter(2, unitId)
                .setMaxResults(CHILD_LIMIT)
                .getResultList()
                .map(rows -> rows.stream().map(this::submitted).toList());
    }

    /** Where the units directly below stand, by code. */
    public Uni<List<Submission>> listStands(
            Mutiny.Session session, UUID unitId, int year, String afterCode, int limit) {
        return session.createNativeQuery(STANDS, Object[].class)
                .setParameter(1, year)
                .setParameter(2, unitId)
                .setParameter(3, afterCode)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(Submissions::stand).toList());
    }

    public Uni<Integer> nextVersion(Mutiny.Session session, UUID unitId, int year) {
        return session.createNativeQuery(NEXT_VERSION, Long.class)
                .setParameter(1, unitId)
                .setParameter(2, year)
                .getSingleResult()
                .map(Math::toIntExact);
    }

    /** Keep a report; nobody changes it any more. */
    public Uni<Void> add(Mutiny.Session session, Unit unit, LocalDate asOf, Submitted report) {
        return session.createNativeQuery(INSERT)
                .setParameter(1, report.id())
                .setParameter(2, unit.id())
                .setParameter(3, unit.path())
                .setParameter(4, asOf.getYear())
                .setParameter(5, report.version())
                .setParameter(6, asOf)
                .setParameter(7, report.submittedBy())
                .setParameter(8, report.submittedAt())
                .setParameter(9, write(report.amounts()))
                .setParameter(10, report.report())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Give a report back to its unit. */
    public Uni<Void> reopen(Mutiny.Session session, Submitted report, String reason, String by, Instant at) {
        return session.createNativeQuery(REOPEN)
                .setParameter(1, report.id())
                .setParameter(2, report.unitId())
                .setParameter(3, report.unitPath())
                .setParameter(4, reason)
                .setParameter(5, by)
                .setParameter(6, at)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Submitted submitted(Object[] row) {
        return new Submitted(
                (UUID) row[0],
                (UUID) row[1],
                (String) row[2],
                (Integer) row[3],
                instant(row[4]),
                (String) row[5],
                read((String) row[6]),
                (String) row[7]);
    }

    private static Submission stand(Object[] row) {
        return new Submission(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                row[4] == null ? "OPEN" : "SUBMITTED",
                row[4] == null ? 0 : (Integer) row[4],
                row[5] == null ? null : instant(row[5]),
                (String) row[6]);
    }

    private static Instant instant(Object column) {
        return ((OffsetDateTime) column).toInstant();
    }

    private String write(Amounts amounts) {
        Map<String, Map<String, BigDecimal>> sums = new HashMap<>();
        amounts.sums().forEach((measure, splits) -> {
            Map<String, BigDecimal> parts = new HashMap<>();
            splits.forEach((split, amount) -> parts.put(split.by() + "=" + split.key(), amount));
            sums.put(measure.name(), parts);
        });
        try {
            return json.writeValueAsString(sums);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("sums cannot be written as JSON: " + sums, impossible);
        }
    }

    private Amounts read(String figures) {
        Map<Measure, Map<Split, BigDecimal>> sums = new EnumMap<>(Measure.class);
        try {
            json.readValue(figures, SUMS)
                    .forEach((measure, parts) -> sums.put(Measure.valueOf(measure), splits(parts)));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("figures in the store are not JSON: " + figures, broken);
        }
        return Amounts.of(sums);
    }

    private static Map<Split, BigDecimal> splits(Map<String, BigDecimal> parts) {
        Map<Split, BigDecimal> splits = new HashMap<>();
        parts.forEach((name, amount) -> {
            int end = name.indexOf('=');
            splits.put(new Split(name.substring(0, end), name.substring(end + 1)), amount);
        });
        return splits;
    }
}
