package org.motorpool.telematics.bench.gateway;

import org.HdrHistogram.Histogram;

/** Time from when a report was due until it was acknowledged, of the slots that are measured. */
final class Latency {
    private static final long LONGEST_us = 600_000_000;

    private final Histogram histogram = new Histogram(LONGEST_us, 3);
    private long first = Long.MAX_VALUE;
    private long end = Long.MAX_VALUE;

    /** Forgets what was measured before. */
    void measureFrom(long slot) {
        histogram.reset();
        first = slot;
        end = Long.MAX_VALUE;
    }

    void measureUntil(long slot) {
        end = slot;
    }

    void record(long slot, long latency_ns) {
        if (slot >= first && slot < end) {
            histogram.recordValue(Math.min(LONGEST_us, Math.max(0, latency_ns / 1000)));
        }
    }

    double percentile_ms(double percentile) {
        return Math.round(histogram.getValueAtPercentile(percentile) / 10.0) / 100.0;
    }
}
