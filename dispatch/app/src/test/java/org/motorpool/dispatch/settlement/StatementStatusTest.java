package org.motorpool.dispatch.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.dispatch.settlement.StatementStatus.CONFIRMED;
import static org.motorpool.dispatch.settlement.StatementStatus.DISPUTED;
import static org.motorpool.dispatch.settlement.StatementStatus.DRAFT;
import static org.motorpool.dispatch.settlement.StatementStatus.ISSUED;
import static org.motorpool.dispatch.settlement.StatementStatus.SETTLED;

import org.junit.jupiter.api.Test;

class StatementStatusTest {

    @Test
    void goesFromDraftToSettledByTheWayOfAnAnswer() {
        assertThat(DRAFT.mayBecome(ISSUED)).isTrue();
        assertThat(ISSUED.mayBecome(CONFIRMED)).isTrue();
        assertThat(ISSUED.mayBecome(DISPUTED)).isTrue();
        assertThat(DISPUTED.mayBecome(CONFIRMED)).isTrue();
        assertThat(CONFIRMED.mayBecome(SETTLED)).isTrue();
    }

    @Test
    void neverGoesBackOrPastAnAnswer() {
        assertThat(ISSUED.mayBecome(DRAFT)).isFalse();
        assertThat(ISSUED.mayBecome(SETTLED)).isFalse();
        assertThat(DISPUTED.mayBecome(SETTLED)).isFalse();
        for (StatementStatus next : StatementStatus.values()) {
            assertThat(SETTLED.mayBecome(next)).isFalse();
        }
    }
}
