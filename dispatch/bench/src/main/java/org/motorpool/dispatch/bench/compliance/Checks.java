package org.motorpool.dispatch.bench.compliance;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Acquisition checks with the NEV projection, from all provinces, several at a time. */
final class Checks {

    private static final int AT_A_TIME = 4;
    private static final Duration WARMING_UP = Duration.ofSeconds(10);
    private static final int VEHICLES_PER_INDICATOR = 40;

    private static final String FORM = """
            {"unitId":"%s","kind":"NEW","plate":"%s","plateColour":"%s","vin":"LCHECK%011d","category":"%s","tier":"BASE",
            "bodyType":"SEDAN","energyType":"%s","brand":"红旗","model":"E-QM5","seats":5,"price_fen":11900000,
            "purchaseTax_fen":0,"displacement_l":%s,"domestic":true,"indicatorId":"%s"}""";

    private final Register register;
    private final Api api;
    private final Path privateKey;
    private final int indicators;

    Checks(Register register, Api api, Path privateKey) {
        this.register = register;
        this.api = api;
        this.privateKey = privateKey;
        this.indicators = register.vehicles() / VEHICLES_PER_INDICATOR;
    }

    /** Latencies in microseconds. */
    Histogram run(int seconds) throws Exception {
        ask(WARMING_UP, new ConcurrentHistogram(3));
        Histogram latencies_us = new ConcurrentHistogram(3);
        ask(Duration.ofSeconds(seconds), latencies_us);
        return latencies_us;
    }

    private void ask(Duration duration, Histogram latencies_us) throws Exception {
        long end_ns = System.nanoTime() + duration.toNanos();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<?>> all = IntStream.range(0, AT_A_TIME)
                    .<Future<?>>mapToObj(worker -> workers.submit(() -> {
                        askUntil(end_ns, worker, latencies_us);
                        return null;
                    }))
                    .toList();
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    private void askUntil(long end_ns, int worker, Histogram latencies_us)
            throws IOException, InterruptedException, GeneralSecurityException {
        for (long n = worker; System.nanoTime() < end_ns; n += AT_A_TIME) {
            Car car = register.car((int) (n * 7919 % indicators) * VEHICLES_PER_INDICATOR);
            String token = Officer.token(privateKey, car.place());
            String form = form(car, n);
            long begun_ns = System.nanoTime();
            api.post(token, "acquisitions/check", form);
            latencies_us.recordValue((System.nanoTime() - begun_ns) / 1000);
        }
    }

    /** Half of the vehicles are electric; the projection is made for the others. */
    private static String form(Car car, long n) {
        boolean electric = n % 2 == 0;
        return FORM.formatted(
                car.place().id(),
                (electric ? "京AD%05d" : "京Z%05d").formatted(n % 100_000),
                electric ? "GREEN" : "BLUE",
                n,
                car.category(),
                electric ? "BEV" : "ICE",
                electric ? "0" : "1.5",
                Identities.of(Identities.INDICATOR, car.number()));
    }
}
