package org.motorpool.dispatch.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.contract.OperationApi.EventPlan;

class ExpansionTest {

    private static final UUID UNIT = new UUID(0, 1);
    private static final Instant NINE = Instant.parse("2026-12-01T01:00:00Z");

    @Test
    void fillsTheVehiclesOfATransfer() {
        List<Item> items = expand(Plans.of(Plans.transfer("T1", NINE, null)));
        assertThat(items).extracting(Item::key).containsExactly("T/T1/1", "T/T1/2", "T/T1/3");
        assertThat(items).extracting(item -> item.request().passengers()).containsExactly(4, 4, 2);
        assertThat(items).extracting(item -> item.request().returnAt()).containsOnly(NINE.plusSeconds(3600));
    }

    @Test
    void sendsAShuttleAtEachTimeOfEachDay() {
        List<Item> items = expand(Plans.of(Plans.shuttle(LocalDate.of(2026, 12, 1))));
        assertThat(items).hasSize(2 * 3 * 2);
        assertThat(items.getFirst().key()).isEqualTo("S/L1/2026-12-01/08:00/1");
        assertThat(items.getFirst().request().departAt()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
    }

    @Test
    void ordersAConvoyBehindItsLeader() {
        List<Item> items = expand(Plans.of(Plans.convoy(NINE)));
        assertThat(items).extracting(Item::key).containsExactly("C/C1/01", "C/C1/02");
        assertThat(items.getFirst().request().purpose()).contains("第1车").contains("张处长");
        assertThat(items).extracting(item -> item.request().passengers()).containsExactly(4, 1);
    }

    @Test
    void expandsTheSamePlanIntoTheSameItems() {
        EventPlan plan = Plans.of(Plans.transfer("T1", NINE, null));
        assertThat(expand(plan)).isEqualTo(expand(plan));
        assertThat(expand(plan).getFirst().fingerprint())
                .isNotEqualTo(expand(Plans.of(Plans.transfer("T1", NINE.plusSeconds(60), null)))
                        .getFirst()
                        .fingerprint());
    }

    @Test
    void refusesASlotThatTakesFewerVehicles() {
        assertThat(problem(Plans.of(Plans.transfer("T1", NINE, 2))).code()).isEqualTo("slot-over-capacity");
        assertThat(PlanRules.require(Plans.of(Plans.transfer("T1", NINE, 3)))).isNotNull();
    }

    @Test
    void namesWhatIsWrong() {
        assertThat(problem(null).field()).isEqualTo("plan");
        assertThat(problem(Plans.of()).field()).isEqualTo("plan");
        assertThat(problem(Plans.of(Plans.transfer("T1", NINE, null), Plans.transfer("T1", NINE, null)))
                        .field())
                .isEqualTo("plan.transfers.code");
        EventPlan strange =
                new EventPlan(Plans.VENUES, List.of(), List.of(Plans.transfer("T1", NINE, null)), List.of(), List.of());
        assertThat(problem(strange).field()).isEqualTo("plan.transfers.group");
    }

    private static List<Item> expand(EventPlan plan) {
        return Expansion.of(UNIT, "论坛", PlanRules.require(plan));
    }

    private static Problem problem(EventPlan plan) {
        return catchThrowableOfType(ProblemException.class, () -> PlanRules.require(plan))
                .problem();
    }
}
