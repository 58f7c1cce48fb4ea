package org.motorpool.dispatch.reconciliation.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.MileageApi.Explanation;
import org.motorpool.dispatch.contract.MileageApi.Segment;

/** Explanations in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class Explanations {

    private static final Map<String, Problem> REFUSED = Map.of(
            "mileage_explanation_once",
            Problem.conflict(
                    "already-explained",
                    "该段里程已有说明，请等待审核",
                    "these kilometres are explained already; wait for the decision"));

    /** What somebody says, to kilometres or to an explanation. */
    public record Said(@Nullable String reason, @Nullable String evidence, String by, Instant at) {}

    public Uni<Explanation> add(Mutiny.Session session, UUID id, MileageFigures.Day day, Segment segment, Said said) {
        ExplanationRow row = new ExplanationRow(id, day, segment, said);
        return session.persist(row)
                .chain(session::flush)
                .onFailure()
                .transform(failure -> Constraints.explain(failure, REFUSED))
                .map(_ -> row.toExplanation());
    }

    public Uni<Optional<Explanation>> find(Mutiny.Session session, UUID id) {
        return session.find(ExplanationRow.class, id)
                .map(row -> Optional.ofNullable(row).map(ExplanationRow::toExplanation));
    }

    /** The explanation, locked to the end of the transaction. */
    public Uni<Optional<Explanation>> lock(Mutiny.Session session, UUID id) {
        return session.find(ExplanationRow.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(ExplanationRow::toExplanation));
    }

    public Uni<Explanation> decide(Mutiny.Session session, UUID id, String outcome, Said said) {
        return session.find(ExplanationRow.class, id)
                .invoke(row -> row.decide(outcome, said))
                .chain(row -> session.flush().map(_ -> row.toExplanation()));
    }
}
