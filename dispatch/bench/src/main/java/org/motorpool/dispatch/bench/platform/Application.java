package org.motorpool.dispatch.bench.platform;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.jspecify.annotations.Nullable;

/** The platform in a process of its own, with a heap of its own size; its heap is read over JMX. */
public final class Application implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PROBE_TIMEOUT_ms = 1000;
    private static final int PROBE_PAUSE_ms = 100;
    private static final int B_PER_MB = 1 << 20;

    private final List<String> command;
    private final Map<String, String> environment;
    private final InetSocketAddress address;
    private final File log;
    private @Nullable Process process;

    public Application(List<String> command, Surroundings surroundings) {
        this(command, surroundings, Map.of());
    }

    /** One more process, with this in its environment beside what all have. */
    public Application(List<String> command, Surroundings surroundings, Map<String, String> environment) {
        this.command = List.copyOf(command);
        this.environment = Map.copyOf(environment);
        this.address = new InetSocketAddress("127.0.0.1", surroundings.port());
        this.log = surroundings.log().toFile();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** Starts it with no more heap than this, and waits until it listens. */
    public void start(int heap_mb) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(withHeap(heap_mb))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(environment);
        Process started = builder.start();
        process = started;
        long begun_ns = System.nanoTime();
        while (!listening()) {
            if (!started.isAlive() || System.nanoTime() - begun_ns > PATIENCE.toNanos()) {
                throw new IllegalStateException("""
                        应用没有启动。日志：%1$s
                        The application did not start. Log: %1$s""".formatted(log));
            }
            Thread.sleep(PROBE_PAUSE_ms);
        }
    }

    /** Of two heap sizes the JVM takes the later. */
    private List<String> withHeap(int heap_mb) {
        List<String> all = new ArrayList<>(command);
        int jar = all.indexOf("-jar");
        all.addAll(jar, List.of("-Xmx" + heap_mb + "m", "-Xmn" + heap_mb / 4 + "m"));
        return all;
    }

    private boolean listening() {
        try (Socket probe = new Socket()) {
            probe.connect(address, PROBE_TIMEOUT_ms);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Does the work, and answers the most heap that was used meanwhile, garbage included, in MB. */
    public long peakHeap_mb(Work work) throws Exception {
        try (JMXConnector connector = connect()) {
            List<MemoryPoolMXBean> pools = heapPools(connector.getMBeanServerConnection());
            pools.forEach(MemoryPoolMXBean::resetPeakUsage);
            work.run();
            return pools.stream()
                            .mapToLong(pool -> pool.getPeakUsage().getUsed())
                            .sum()
                    / B_PER_MB;
        }
    }

    /** To the process that was started here, at the address it gave itself: nobody else's objects are read. */
    @SuppressWarnings("BanJNDI")
    private JMXConnector connect() throws IOException {
        return JMXConnectorFactory.connect(new JMXServiceURL(managementAddress()));
    }

    /** Something that takes a while. */
    public interface Work {
        void run() throws Exception;
    }

    private String managementAddress() throws IOException {
        try {
            VirtualMachine machine =
                    VirtualMachine.attach(Long.toString(running().pid()));
            try {
                return machine.startLocalManagementAgent();
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException refused) {
            throw new IllegalStateException("the heap of the application cannot be read", refused);
        }
    }

    private static List<MemoryPoolMXBean> heapPools(MBeanServerConnection server) throws IOException {
        return ManagementFactory.getPlatformMXBeans(server, MemoryPoolMXBean.class).stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private Process running() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            throw new IllegalStateException("the application does not run; its log is %s".formatted(log));
        }
        return running;
    }

    public void stop() throws InterruptedException {
        Process running = running();
        running.destroy();
        if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the application does not end");
        }
    }

    /** Kills it as SIGKILL does: nothing of it is asked or told. */
    public void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
