package org.motorpool.telematics.bench.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * What was offered and acknowledged while it was measured. Latencies are those of all reports that were due meanwhile,
 * also when they were acknowledged later.
 */
record Window(long offered_per_s, long acknowledged_per_s, double p50_ms, double p99_ms, double max_ms) {

    /** Measures for a while; afterwards nothing is offered and nothing waits. */
    static Window measure(String label, Generator generator, Observer observer, Duration duration)
            throws InterruptedException {
        Census first = generator.measure();
        observer.watch(label, duration);
        Census last = generator.endMeasuring();
        observer.settle();
        double elapsed_s = (last.at_ns() - first.at_ns()) / 1e9;
        return new Window(
                Math.round((last.due() - first.due()) / elapsed_s),
                Math.round((last.acknowledged() - first.acknowledged()) / elapsed_s),
                generator.latency_ms(50),
                generator.latency_ms(99),
                generator.latency_ms(100));
    }

    void write(ObjectNode json) {
        json.put("offered_per_s", offered_per_s)
                .put("positions_per_s", acknowledged_per_s)
                .put("p50_ack_ms", p50_ms)
                .put("p99_ack_ms", p99_ms)
                .put("max_ack_ms", max_ms);
    }
}
