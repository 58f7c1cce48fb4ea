package org.motorpool.dispatch.reconciliation.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.reconciliation.Result;

/** Results in PostgreSQL: revisions are added, and one is current. */
@Singleton
public class Attributions {

    /** Runs over the same day write one after the other. */
    private static final String QUEUE_UP = """
            select 1 from (select pg_advisory_xact_lock(hashtextextended('motorpool.reconciliation' || cast(?1 as text), 0))) as locked""";

    private static final String CURRENT =
            "from MileageAttribution a where a.day = ?1 and a.current = true and a.vehicleId in ?2";

    /** What a vehicle and day had before, and has now. */
    public record Revised(Result result, int revision, long totalBefore_m) {}

    public Uni<Void> queueUp(Mutiny.Session session, LocalDate day) {
        return session.createNativeQuery(QUEUE_UP, Integer.class)
                .setParameter(1, day.toString())
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Keep those results that are new or other than before; the caller queued up for the day. */
    public Uni<List<Revised>> keep(Mutiny.Session session, LocalDate day, Collection<Result> results, Instant now) {
        List<UUID> vehicles = results.stream().map(Result::vehicleId).toList();
        if (vehicles.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createQuery(CURRENT, AttributionRow.class)
                .setParameter(1, day)
                .setParameter(2, vehicles)
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.vehicleId, Function.identity())))
                .chain(current -> revise(session, results, current, now));
    }

    private static Uni<List<Revised>> revise(
            Mutiny.Session session, Collection<Result> results, Map<UUID, AttributionRow> current, Instant now) {
        List<Revised> revised = new ArrayList<>();
        List<Object> added = new ArrayList<>();
        for (Result result : results) {
            AttributionRow before = current.get(result.vehicleId());
            if (before == null ? result.isEmpty() : before.fingerprint.equals(result.fingerprint())) {
                continue;
            }
            AttributionRow row = new AttributionRow(result, before == null ? 1 : before.replaced() + 1, now);
            added.add(row);
            result.parts().forEach(part -> added.add(new SegmentRow(row, part)));
            revised.add(new Revised(result, row.revision, before == null ? 0 : before.total_m));
        }
        return session.flush()
                .chain(() -> session.persistAll(added.toArray()))
                .chain(session::flush)
                .replaceWith(revised);
    }
}
