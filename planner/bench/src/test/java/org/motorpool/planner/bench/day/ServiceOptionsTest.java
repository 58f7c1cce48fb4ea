package org.motorpool.planner.bench.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceOptionsTest {

    @Test
    void readsAPlanAndAYear() {
        assertThat(ServiceOptions.read(List.of("--plan", "60x40", "--seconds", "2", "--seed", "3")))
                .isEqualTo(new ServiceOptions(60, 40, 2, 3, 0));
        assertThat(ServiceOptions.read(List.of("--year", "200000")).uses()).isEqualTo(200_000);
        assertThat(ServiceOptions.ask(List.of("--day", "60x40"))).isFalse();
    }

    @Test
    void refusesWhatIsNoSize() {
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceOptions.read(List.of("--plan", "many")));
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceOptions.read(List.of("--year", "0")));
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceOptions.read(List.of("--plan", "9000x10")));
    }

    /** The service plans what the engine plans: each ride is served or has its reason, at about the same cost. */
    @Test
    void plansASmallDayBothWays() throws IOException {
        ObjectNode row = new PlanBench(new ServiceOptions(60, 40, 1, 1, 0)).run();

        assertThat(row.at("/service/served").asInt()
                        + row.at("/service/unserved").asInt())
                .isLessThanOrEqualTo(60);
        assertThat(row.at("/service/score").asText()).startsWith("0hard/");
        assertThat(row.at("/service/bound_fen").asLong())
                .isPositive()
                .isLessThanOrEqualTo(row.at("/service/cost_fen").asLong());
        assertThat(row.at("/engine/cost_fen").asLong()).isPositive();
    }

    @Test
    void countsASmallYear() {
        ObjectNode row = new YearBench(new ServiceOptions(1, 1, 1, 1, 2_000)).run();

        assertThat(row.get("all_vehicles").asInt()).isPositive();
        assertThat(row.get("unit_vehicles").asInt())
                .isGreaterThan(row.get("county_vehicles").asInt());
    }
}
