package org.motorpool.telematics.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.simulator.RequestPlan.Draft;
import org.motorpool.telematics.simulator.RequestPlan.Sharing;

class RequestPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final RequestPlan plan = new RequestPlan(Worlds.twoProvinces(), 60, new Random(808));
    private final List<Draft> day = IntStream.range(0, 60)
            .mapToObj(n -> plan.find(n, NOW).orElseThrow())
            .toList();

    @Test
    void hasEachKindOfSharing() {
        for (Sharing sharing : Sharing.values()) {
            assertThat(day).filteredOn(draft -> draft.sharing() == sharing).hasSize(20);
        }
    }

    @Test
    void letsTheFirstDozenDepartWithinMinutesAndTheRestWithinADay() {
        assertThat(day.subList(0, 12)).allSatisfy(draft -> assertThat(departsAfter(draft))
                .isBetween(Duration.ofMinutes(1), Duration.ofMinutes(4)));
        assertThat(day.subList(12, 60)).allSatisfy(draft -> assertThat(departsAfter(draft))
                .isBetween(Duration.ofMinutes(10), Duration.ofHours(24)));
    }

    @Test
    void keepsTheVehicleForTwentyMinutesAtLeast() {
        assertThat(day).allSatisfy(draft -> assertThat(Duration.between(
                        draft.request().departAt(), draft.request().returnAt()))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(20)));
    }

    @Test
    void asksForMorePeopleThanTheOwnVehiclesSeatWhenAnotherUnitIsToHelp() {
        assertThat(day)
                .filteredOn(draft -> draft.sharing() == Sharing.CROSS_DEPARTMENT)
                .allSatisfy(draft -> {
                    assertThat(draft.requester()).isEqualTo("requester-310101-02");
                    assertThat(draft.request().passengers()).isBetween(5, 20);
                });
    }

    @Test
    void meetsTheHostRegionsVehicleInTheHostRegion() {
        assertThat(day)
                .filteredOn(draft -> draft.sharing() == Sharing.CROSS_REGION
                        && draft.requester().startsWith("requester-31"))
                .isNotEmpty()
                .allSatisfy(draft -> {
                    assertThat(draft.request().hostRegionCode()).isEqualTo("330100");
                    assertThat(draft.request().pickup().distanceTo_m(new Place("", 30.2591, 120.1300)))
                            .isLessThan(600);
                });
    }

    @Test
    void keepsRidesShort() {
        assertThat(day).allSatisfy(draft -> assertThat(
                        draft.request().pickup().distanceTo_m(draft.request().dropoff()))
                .isBetween(500.0, 1_100.0));
    }

    private static Duration departsAfter(Draft draft) {
        return Duration.between(NOW, draft.request().departAt());
    }
}
