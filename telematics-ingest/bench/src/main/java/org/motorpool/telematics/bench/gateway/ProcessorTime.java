package org.motorpool.telematics.bench.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Processor seconds used so far, by who used them, from /proc. */
final class ProcessorTime {
    /** USER_HZ: the same on every Linux that Java runs on. */
    private static final double TICKS_PER_s = 100;

    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_SYSTEM = 14;

    private final Map<String, Long> pids;
    private final Map<String, Long> families;

    /**
     * @param pids processes by their names in the result
     * @param families processes that count with their children
     */
    ProcessorTime(Map<String, Long> pids, Map<String, Long> families) {
        this.pids = Map.copyOf(pids);
        this.families = Map.copyOf(families);
    }

    Map<String, Double> sample() throws IOException {
        Map<String, Double> used_s = new TreeMap<>();
        for (Map.Entry<String, Long> entry : pids.entrySet()) {
            used_s.put(entry.getKey(), ticks(stat(entry.getValue()), SYSTEM) / TICKS_PER_s);
        }
        for (Map.Entry<String, Long> entry : families.entrySet()) {
            used_s.put(entry.getKey(), familyTicks(entry.getValue()) / TICKS_PER_s);
        }
        used_s.put("machine", machine_s());
        return used_s;
    }

    /** Seconds between two samples. */
    static Map<String, Double> between(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> spent_s = new TreeMap<>();
        after.forEach((name, used_s) ->
                spent_s.put(name, Math.round((used_s - before.getOrDefault(name, used_s)) * 10) / 10.0));
        return spent_s;
    }

    /** What a process, its children that ended and its children that run used. */
    private static long familyTicks(long pid) throws IOException {
        long ticks = ticks(stat(pid), CHILDREN_SYSTEM);
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.filter(ProcessorTime::isProcess).toList()) {
                String[] fields = stat(Long.parseLong(process.getFileName().toString()));
                if (fields.length > PARENT && fields[PARENT].equals(Long.toString(pid))) {
                    ticks += ticks(fields, SYSTEM);
                }
            }
        }
        return ticks;
    }

    private static boolean isProcess(Path path) {
        return path.getFileName().toString().matches("[0-9]+");
    }

    private static long ticks(String[] fields, int last) {
        long ticks = 0;
        for (int i = USER; i <= last && i < fields.length; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks;
    }

    /** Fields of /proc/PID/stat from the third on, none when the process has ended. */
    private static String[] stat(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (IOException _) {
            return new String[0];
        }
    }

    /** All but idle time and waiting for disks. */
    private static double machine_s() throws IOException {
        String[] fields = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +");
        long ticks = 0;
        for (int i = 1; i <= 8; i++) {
            ticks += i == 4 || i == 5 ? 0 : Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_s;
    }
}
