package org.motorpool.dispatch.bench.booking;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** Many dispatchers want the same vehicle and driver for the same period at the same moment, in several processes of the platform. */
final class Race {

    private static final int AT_A_TIME = 16;

    private final Chain chain;
    private final List<Calls> processes;
    private final int attempts;

    Race(Chain chain, List<Calls> processes, int attempts) {
        this.chain = chain;
        this.processes = List.copyOf(processes);
        this.attempts = attempts;
    }

    /** How it ended. */
    record Outcome(int winners, int refused, int others) {}

    /** A race for the vehicle and the time that the number gives. */
    Outcome run(long number, int round) throws InterruptedException, ExecutionException {
        List<Chain.Booking> bookings = IntStream.range(0, attempts)
                .mapToObj(attempt -> new Chain.Booking(number, "race%d.%d".formatted(round, attempt)))
                .toList();
        List<String> requests = approved(bookings);
        CountDownLatch start = new CountDownLatch(1);
        List<Callable<Calls.Answer>> all = IntStream.range(0, attempts)
                .<Callable<Calls.Answer>>mapToObj(attempt -> () -> {
                    start.await();
                    return chain.assign(
                            processes.get(attempt % processes.size()), bookings.get(attempt), requests.get(attempt));
                })
                .toList();
        start.countDown();
        return outcome(Load.inParallel(all));
    }

    private List<String> approved(List<Chain.Booking> bookings) throws InterruptedException, ExecutionException {
        String[] requests = new String[bookings.size()];
        Load.inParallel(IntStream.range(0, AT_A_TIME)
                .<Callable<Void>>mapToObj(worker -> () -> {
                    for (int n = worker; n < requests.length; n += AT_A_TIME) {
                        requests[n] = chain.submit(processes.getFirst(), bookings.get(n));
                        chain.approve(processes.getFirst(), bookings.get(n), requests[n]);
                    }
                    return null;
                })
                .toList());
        return List.of(requests);
    }

    private static Outcome outcome(List<Calls.Answer> answers) {
        int winners =
                (int) answers.stream().filter(answer -> answer.status() == 201).count();
        int refused = (int) answers.stream()
                .filter(answer -> answer.status() == 409 && answer.code().endsWith("-already-booked"))
                .count();
        return new Outcome(winners, refused, answers.size() - winners - refused);
    }
}
