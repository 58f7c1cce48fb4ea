package org.motorpool.dispatch.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.ApprovalApi.ChainStep;
import org.motorpool.dispatch.organisation.Unit;

/** Copies a chain to a request: what becomes of the chain later changes nothing here. */
final class ApprovalSteps {

    /** The paper of an emergency that no chain speaks of. */
    private static final ChainStep ONE_APPROVER = new ChainStep("审批", "APPROVER", "OWN_UNIT", null, null, null, null);

    private ApprovalSteps() {}

    /** The steps of a round, the first one open; none when one approver decides, but for the paper of an emergency. */
    static List<ApprovalStep> of(UUID requestId, int round, Judgement judgement, Instant now) {
        boolean emergency = Boolean.TRUE.equals(judgement.wanted().emergency());
        ApprovalChain chain = judgement.chain();
        if (chain == null) {
            return emergency
                    ? List.of(step(requestId, round, 1, ONE_APPROVER, judgement).open(now))
                    : List.of();
        }
        List<ApprovalStep> steps = new ArrayList<>();
        for (ChainStep wanted : chain.steps()) {
            ApprovalStep step = step(requestId, round, steps.size() + 1, wanted, judgement);
            steps.add(steps.isEmpty() ? step.open(now) : step);
        }
        return List.copyOf(steps);
    }

    /** What was dispatched already cannot lapse; its paper becomes late instead. */
    private static ApprovalStep step(UUID requestId, int round, int position, ChainStep wanted, Judgement judgement) {
        RequestFacts facts = judgement.facts();
        Integer lapse_h = Boolean.TRUE.equals(judgement.wanted().emergency()) ? null : wanted.lapse_h();
        return new ApprovalStep(
                Ids.next(),
                requestId,
                round,
                position,
                wanted.name(),
                wanted.role(),
                wanted.account(),
                holder(wanted.relation(), facts),
                StepState.WAITING,
                new ApprovalStep.Limits(wanted.remind_h(), wanted.escalate_h(), lapse_h),
                null,
                null,
                null,
                null,
                null);
    }

    private static String holder(String relation, RequestFacts facts) {
        Unit unit = facts.unit();
        return switch (relation) {
            case "OWN_UNIT" -> unit.path();
            case "PARENT" -> parent(unit.path());
            case "FLEET_AUTHORITY" -> facts.authorityPath() == null ? unit.path() : facts.authorityPath();
            default ->
                throw new IllegalStateException("a chain of %s has relation %s".formatted(unit.code(), relation));
        };
    }

    private static String parent(String path) {
        int above = path.lastIndexOf('/', path.length() - 2);
        return above <= 0 ? path : path.substring(0, above + 1);
    }
}
