package org.motorpool.dispatch.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApprovalStepTest {

    private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");
    private static final ApprovalStep STEP =
            step(new ApprovalStep.Limits(2, 4, 8)).open(NOON);

    @Test
    void timeRemindsFirst() {
        assertThat(STEP.due()).isEqualTo(due(StepAct.REMIND, 2));
    }

    @Test
    void afterTheReminderItEscalatesAndThenLapses() {
        ApprovalStep reminded = STEP.reminded(NOON.plusSeconds(7200));
        assertThat(reminded.due()).isEqualTo(due(StepAct.ESCALATE, 4));
        ApprovalStep escalated = reminded.escalated(NOON.plusSeconds(14_400));
        assertThat(escalated.due()).isEqualTo(due(StepAct.LAPSE, 8));
        assertThat(escalated.since()).isEqualTo(NOON);
    }

    @Test
    void escalationHandsItToTheUnitAbove() {
        assertThat(STEP.escalated(NOON).holderPath()).isEqualTo("/100000/310000/");
        ApprovalStep top = STEP.escalated(NOON).escalated(NOON).escalated(NOON);
        assertThat(top.holderPath()).isEqualTo("/100000/");
    }

    @Test
    void withoutLimitsNothingIsDue() {
        assertThat(step(new ApprovalStep.Limits(null, null, null)).open(NOON).due())
                .isNull();
    }

    @Test
    void aDecidedStepHasNothingDue() {
        ApprovalStep.Person person = new ApprovalStep.Person(new UUID(0, 9), "审批人");
        ApprovalStep decided = STEP.decided(StepState.APPROVED, new ApprovalStep.Verdict(person, null, NOON, null));
        assertThat(decided.due()).isNull();
        assertThat(decided.isDecidedBy(person.id())).isTrue();
        assertThat(decided.isDecidedBy(new UUID(0, 8))).isFalse();
    }

    private static ApprovalStep.Due due(StepAct act, int hours) {
        return new ApprovalStep.Due(act, NOON.plus(Duration.ofHours(hours)));
    }

    private static ApprovalStep step(ApprovalStep.Limits limits) {
        return new ApprovalStep(
                new UUID(0, 1),
                new UUID(0, 2),
                1,
                1,
                "处室审批",
                "APPROVER",
                null,
                "/100000/310000/310115/",
                StepState.WAITING,
                limits,
                null,
                null,
                null,
                null,
                null);
    }
}
