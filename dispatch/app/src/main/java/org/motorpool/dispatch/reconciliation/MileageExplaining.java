package org.motorpool.dispatch.reconciliation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.MileageApi.Explanation;
import org.motorpool.dispatch.contract.MileageApi.NewDecision;
import org.motorpool.dispatch.contract.MileageApi.NewExplanation;
import org.motorpool.dispatch.contract.MileageApi.Segment;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.reconciliation.store.Explanations;
import org.motorpool.dispatch.reconciliation.store.Explanations.Said;
import org.motorpool.dispatch.reconciliation.store.MileageFigures;

/** A unit explains kilometres that nothing explains; somebody else accepts or rejects it. */
@Singleton
public class MileageExplaining {

    private static final int LONGEST_TEXT = 500;

    /** Which kilometres. */
    public record Part(UUID vehicleId, LocalDate day, UUID segmentId) {}

    private final ScopedTransactions transactions;
    private final MileageService mileage;
    private final MileageFigures figures;
    private final Explanations explanations;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Clock clock;

    MileageExplaining(
            ScopedTransactions transactions,
            MileageService mileage,
            MileageFigures figures,
            Explanations explanations,
            IdempotencyKeys keys,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.mileage = mileage;
        this.figures = figures;
        this.explanations = explanations;
        this.keys = keys;
        this.changes = changes;
        this.clock = clock;
    }

    /** Explain, once per key; problems {@code segment-unknown}, {@code nothing-to-explain}, {@code already-explained}. */
    public Uni<Explanation> explain(Scope scope, Part part, @Nullable NewExplanation form, @Nullable String key) {
        NewExplanation given = Fields.required("reason", form);
        Said said = new Said(
                Fields.text("reason", given.reason(), LONGEST_TEXT),
                Fields.optionalText("evidence", given.evidence(), LONGEST_TEXT),
                scope.username(),
                clock.instant());
        UUID id = Ids.next();
        return transactions.inTransaction(
                scope,
                session -> keys.once(
                        session,
                        new IdempotencyKeys.Wish(scope.accountId(), key, List.of("mileage-explain", part, given), id),
                        () -> explain(session, scope, id, part, said),
                        before -> get(session, before)));
    }

    private Uni<Explanation> explain(Mutiny.Session session, Scope scope, UUID id, Part part, Said said) {
        return mileage.day(session, part.vehicleId(), part.day())
                .chain(day -> figures.segments(session, day)
                        .map(segments -> segment(segments, part.segmentId()))
                        .chain(segment -> explanations.add(session, id, day, segment, said)))
                .call(added -> changes.tell(
                        session,
                        scope,
                        change("mileage-explained", null, added.status() + ": " + said.reason(), added)));
    }

    private static Segment segment(List<Segment> segments, UUID id) {
        Segment found = segments.stream()
                .filter(segment -> segment.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                                "segment-unknown",
                                "里程段 %s 不存在，对账结果可能已更新，请刷新".formatted(id),
                                "segment %s does not exist; the day may have been revised, reload".formatted(id))
                        .asException());
        if (!found.use().equals(Use.UNEXPLAINED.name())) {
            throw Problem.conflict("nothing-to-explain", "该段里程已有归属，无需说明", "these kilometres are attributed already")
                    .asException();
        }
        return found;
    }

    /** Accept or reject an explanation somebody else gave, once per key. */
    public Uni<Explanation> decide(
            Scope scope, UUID id, @Nullable NewDecision form, @Nullable String key, IfMatch ifMatch) {
        NewDecision given = Fields.required("decision", form);
        boolean rejected = Fields.oneOf("decision", given.decision(), Set.of("ACCEPT", "REJECT"))
                .equals("REJECT");
        String reason = rejected
                ? Fields.text("reason", given.reason(), LONGEST_TEXT)
                : Fields.optionalText("reason", given.reason(), LONGEST_TEXT);
        Said said = new Said(reason, null, scope.username(), clock.instant());
        return transactions.inTransaction(
                scope,
                session -> keys.once(
                        session,
                        new IdempotencyKeys.Wish(scope.accountId(), key, List.of("mileage-decide", id, given), id),
                        () -> decide(session, scope, id, rejected ? "REJECTED" : "ACCEPTED", said, ifMatch),
                        before -> get(session, before)));
    }

    private Uni<Explanation> decide(
            Mutiny.Session session, Scope scope, UUID id, String outcome, Said said, IfMatch ifMatch) {
        return explanations
                .lock(session, id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .invoke(ifMatch::require)
                .invoke(before -> requireOpenToOthers(before, scope))
                .chain(before -> explanations
                        .decide(session, id, outcome, said)
                        .call(after -> changes.tell(
                                session, scope, change("mileage-decided", before.status(), after.status(), after))));
    }

    private static void requireOpenToOthers(Explanation explanation, Scope scope) {
        if (!explanation.status().equals("GIVEN")) {
            throw Problem.conflict(
                            "explanation-decided",
                            "该说明已审核，状态为 %s".formatted(explanation.status()),
                            "the explanation is %s already".formatted(explanation.status()))
                    .asException();
        }
        if (explanation.explainedBy().equals(scope.username())) {
            throw Problem.of(
                            403,
                            "self-decision",
                            "无权限 Forbidden",
                            "不能审核本人填写的里程说明",
                            "nobody decides on their own explanation",
                            null)
                    .asException();
        }
    }

    private Uni<Explanation> get(Mutiny.Session session, UUID id) {
        return explanations.find(session, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    private static StateChange change(String action, @Nullable String before, String after, Explanation explanation) {
        return new StateChange(
                "mileage",
                explanation.id(),
                explanation.vehicleId(),
                explanation.from().toString(),
                action,
                before,
                after);
    }

    private static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "explanation-unknown",
                        "里程说明 %s 不存在或不在您的管理范围内".formatted(id),
                        "explanation %s does not exist or is outside your scope".formatted(id))
                .asException();
    }
}
