package org.motorpool.dispatch.bench.booking;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import org.apache.hc.core5.http.Method;

/**
 * How long a unit waits for the least fleet that its uses of a year need, over HTTP: tables, planner, answer.
 *
 * @param uses that were counted
 * @param median_s of some questions, the first not among them
 */
record Sizing(long uses, double median_s) {

    private static final int QUESTIONS = 5;
    private static final Calls.Head NO_HEAD = new Calls.Head(null, null);

    static Sizing measure(Fleet.Unit unit, Calls calls) throws InterruptedException {
        LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(1);
        String path = "fleet-sizing?unit=%s&from=%s&to=%s".formatted(unit.id(), yesterday.minusDays(364), yesterday);
        long uses = ask(unit, calls, path);
        double[] seconds = new double[QUESTIONS];
        for (int i = 0; i < QUESTIONS; i++) {
            long asked_ns = System.nanoTime();
            ask(unit, calls, path);
            seconds[i] = (System.nanoTime() - asked_ns) / 1e9;
        }
        Arrays.sort(seconds);
        return new Sizing(uses, Math.round(seconds[QUESTIONS / 2] * 100) / 100.0);
    }

    private static long ask(Fleet.Unit unit, Calls calls, String path) throws InterruptedException {
        return Long.parseLong(
                calls.call(Method.GET, unit.officer(), path, NO_HEAD, "").require("uses"));
    }
}
