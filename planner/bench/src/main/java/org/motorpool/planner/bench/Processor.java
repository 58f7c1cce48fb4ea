package org.motorpool.planner.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Processor time of the calling thread: what others do on the machine does not count. */
final class Processor {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final double SECOND_NS = 1e9;

    private Processor() {}

    static long now_ns() {
        return THREADS.getCurrentThreadCpuTime();
    }

    static double since_s(long start_ns) {
        return Rounding.two((now_ns() - start_ns) / SECOND_NS);
    }
}
