package org.motorpool.dispatch.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step of the approval of one request, copied from its chain at submission.
 *
 * @param holderPath unit whose accounts with the role decide
 * @param account username of the one who decides alone; null for the role
 * @param limits after how many hours time acts
 * @param since when it was opened; null before
 * @param due what time does next; null when nothing
 */
public record ApprovalStep(
        UUID id,
        UUID requestId,
        int round,
        int position,
        String name,
        String role,
        @Nullable String account,
        String holderPath,
        StepState state,
        Limits limits,
        @Nullable Instant since,
        @Nullable Due due,
        @Nullable Instant remindedAt,
        @Nullable Instant escalatedAt,
        @Nullable Verdict verdict) {

    /** Hours from the opening; null for never. */
    public record Limits(
            @Nullable Integer remind_h,
            @Nullable Integer escalate_h,
            @Nullable Integer lapse_h) {}

    /** What time does, and when. */
    public record Due(StepAct act, Instant at) {}

    /**
     * Who decided.
     *
     * @param behalf for whom; null for themselves
     */
    public record Verdict(
            Person by,
            @Nullable Person behalf,
            Instant at,
            @Nullable String reason) {}

    /** An account. */
    public record Person(UUID id, String name) {}

    /** Now it is this step's turn. */
    ApprovalStep open(Instant now) {
        return with(StepState.OPEN, holderPath, now, remindedAt, escalatedAt, null)
                .timed();
    }

    ApprovalStep reminded(Instant now) {
        return with(state, holderPath, since, now, escalatedAt, verdict).timed();
    }

    /** The unit above decides: anybody there with the role. */
    ApprovalStep escalated(Instant now) {
        ApprovalStep step = new ApprovalStep(
                id,
                requestId,
                round,
                position,
                name,
                role,
                null,
                above(),
                state,
                limits,
                since,
                due,
                remindedAt,
                now,
                verdict);
        return step.timed();
    }

    ApprovalStep decided(StepState outcome, Verdict given) {
        return with(outcome, holderPath, since, remindedAt, escalatedAt, given);
    }

    /** It ends without a decision. */
    ApprovalStep ended(StepState outcome) {
        return with(outcome, holderPath, since, remindedAt, escalatedAt, verdict);
    }

    /** Whether this person decided, themselves or by another. */
    boolean isDecidedBy(UUID person) {
        return verdict != null
                && (verdict.by().id().equals(person)
                        || (verdict.behalf() != null && verdict.behalf().id().equals(person)));
    }

    private String above() {
        int parent = holderPath.lastIndexOf('/', holderPath.length() - 2);
        return parent <= 0 ? holderPath : holderPath.substring(0, parent + 1);
    }

    private ApprovalStep with(
            StepState next,
            String holder,
            @Nullable Instant opened,
            @Nullable Instant reminded,
            @Nullable Instant escalated,
            @Nullable Verdict given) {
        return new ApprovalStep(
                id, requestId, round, position, name, role, account, holder, next, limits, opened, null, reminded,
                escalated, given);
    }

    private ApprovalStep timed() {
        return new ApprovalStep(
                id,
                requestId,
                round,
                position,
                name,
                role,
                account,
                holderPath,
                state,
                limits,
                since,
                findNext().orElse(null),
                remindedAt,
                escalatedAt,
                verdict);
    }

    private Optional<Due> findNext() {
        return Stream.of(
                        due(StepAct.REMIND, remindedAt == null ? limits.remind_h() : null),
                        due(StepAct.ESCALATE, escalatedAt == null ? limits.escalate_h() : null),
                        due(StepAct.LAPSE, limits.lapse_h()))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Due::at));
    }

    private Optional<Due> due(StepAct act, @Nullable Integer hours) {
        return since == null || hours == null
                ? Optional.empty()
                : Optional.of(new Due(act, since.plus(Duration.ofHours(hours))));
    }
}
