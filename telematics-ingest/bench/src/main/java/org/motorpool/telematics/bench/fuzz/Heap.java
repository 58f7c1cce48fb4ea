package org.motorpool.telematics.bench.fuzz;

/** The heap in use after a collection. */
record Heap(long used_bytes) {
    private static final double MB = 1 << 20;
    private static final int COLLECTIONS = 3;

    static Heap now() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return new Heap(runtime.totalMemory() - runtime.freeMemory());
    }

    /** Megabytes more than before, to a tenth. */
    double growth_mb(Heap before) {
        return Math.round((used_bytes - before.used_bytes) / MB * 10) / 10.0;
    }
}
