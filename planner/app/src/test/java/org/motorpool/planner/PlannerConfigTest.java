package org.motorpool.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class PlannerConfigTest {

    private final PlannerConfig config =
            new SmallRyeConfigBuilder().withMapping(PlannerConfig.class).build().getConfigMapping(PlannerConfig.class);

    @Test
    void solvesOnOneCore() {
        assertThat(config.threads()).isEqualTo(1);
    }

    @Test
    void triesFiveThousandMovesForEachRide() {
        assertThat(config.search().movesPerRide()).isEqualTo(5000);
    }

    @Test
    void limitsWhatItTakesOn() {
        assertThat(config.limit().rides()).isEqualTo(5000);
        assertThat(config.limit().vehicles()).isEqualTo(5000);
        assertThat(config.limit().plans()).isEqualTo(1000);
        assertThat(config.day().megabytes()).isEqualTo(96);
    }

    @Test
    void chargesForSecondChoiceVehicles() {
        assertThat(config.cost().otherUnitFen()).isEqualTo(2000);
        assertThat(config.cost().otherRegionFen()).isEqualTo(5000);
        assertThat(config.cost().notNewEnergyFen()).isEqualTo(500);
        assertThat(config.cost().movedFen()).isEqualTo(3000);
        assertThat(config.cost().unservedFen()).isEqualTo(1_000_000);
    }
}
