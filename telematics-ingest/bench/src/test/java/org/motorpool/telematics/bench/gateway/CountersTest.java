package org.motorpool.telematics.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CountersTest {
    @Test
    void readsTheGatewaysCountersByReason() {
        String text = """
                # TYPE motorpool_telematics_gateway_malformed counter
                motorpool_telematics_gateway_malformed_total{reason="checksum"} 2100.0
                motorpool_telematics_gateway_malformed_total{reason="overflow"} 1.5E7
                motorpool_telematics_gateway_throttled_total 3.0
                motorpool_telematics_gateway_connections 100000.0
                http_server_requests_seconds_count{method="GET"} 9.0
                """;

        assertThat(Counters.parse(text))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("malformed.checksum", 2100L, "malformed.overflow", 15_000_000L, "throttled", 3L));
    }

    @Test
    void tellsWhatWasCountedMeanwhile() {
        assertThat(Counters.between(Map.of("a", 5L, "b", 2L), Map.of("a", 7L, "b", 2L, "c", 1L)))
                .isEqualTo(Map.of("a", 2L, "c", 1L));
    }
}
