package org.motorpool.telematics.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What an iteration cost the thread that ran it: processor time rather than time by the clock, because on a machine that
 * does other work the clock measures that, too.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Cost {
    public long frames;
    public long cpu_ns;
    public long allocated_bytes;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long cpuBefore_ns;
    private long allocatedBefore_bytes;

    @Setup(Level.Iteration)
    public void begin() {
        allocatedBefore_bytes = threads.getCurrentThreadAllocatedBytes();
        cpuBefore_ns = threads.getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void end() {
        cpu_ns = threads.getCurrentThreadCpuTime() - cpuBefore_ns;
        allocated_bytes = threads.getCurrentThreadAllocatedBytes() - allocatedBefore_bytes;
    }
}
