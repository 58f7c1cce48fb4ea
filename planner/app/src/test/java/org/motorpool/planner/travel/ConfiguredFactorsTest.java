package org.motorpool.planner.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayApi.TimeFactor;

class ConfiguredFactorsTest {

    private static final String WORKDAYS = "motorpool.planner.travel.workday-factors";

    @Test
    void leavesTheEstimateAsItIs() {
        assertThat(ConfiguredFactors.of(travel(Map.of()))).isEmpty();
    }

    @Test
    void slowsARoadNetworkDownInTheRushHoursOfWorkdays() {
        assertThat(ConfiguredFactors.of(travel(Map.of("motorpool.planner.travel.road-network", "town.osm.pbf"))))
                .containsExactly(
                        new TimeFactor("WORKDAY", null, 7, 9, 1.5), new TimeFactor("WORKDAY", null, 17, 19, 1.5));
    }

    @Test
    void readsWhatTheOperatorSets() {
        Map<String, String> set =
                Map.of(WORKDAYS, "7-9:1.8, 17-19:2", "motorpool.planner.travel.rest-day-factors", "10-12:1.2");
        assertThat(ConfiguredFactors.of(travel(set)))
                .containsExactly(
                        new TimeFactor("WORKDAY", null, 7, 9, 1.8),
                        new TimeFactor("WORKDAY", null, 17, 19, 2),
                        new TimeFactor("REST_DAY", null, 10, 12, 1.2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7-9", "7-9:0.1", "7-9:5.1", "7-9:NaN", "7-25:1.5", "9-7:1.5", "seven-nine:2"})
    void refusesWhatMeansNothingAndNamesIt(String factor) {
        assertThatIllegalStateException()
                .isThrownBy(() -> ConfiguredFactors.of(travel(Map.of(WORKDAYS, "6-7:1.2," + factor))))
                .withMessageContaining(WORKDAYS)
                .withMessageContaining(factor);
    }

    private static PlannerConfig.Travelling travel(Map<String, String> set) {
        return new SmallRyeConfigBuilder()
                .withMapping(PlannerConfig.class)
                .withDefaultValues(set)
                .build()
                .getConfigMapping(PlannerConfig.class)
                .travel();
    }
}
