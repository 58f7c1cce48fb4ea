package org.motorpool.telematics.bench.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Resident memory of a process as the kernel counts it, in MB (10⁶ bytes). */
final class Footprint {
    private static final int BYTES_PER_KB = 1024;

    private double resident_mb;
    private double peak_mb;

    void measure(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                resident_mb = megabytes(line);
            } else if (line.startsWith("VmHWM:")) {
                peak_mb = Math.max(peak_mb, megabytes(line));
            }
        }
    }

    private static double megabytes(String line) {
        long kilobytes = Long.parseLong(line.replaceAll("[^0-9]", ""));
        return Math.round(kilobytes * BYTES_PER_KB / 1e5) / 10.0;
    }

    double resident_mb() {
        return resident_mb;
    }

    double peak_mb() {
        return peak_mb;
    }
}
