package org.motorpool.dispatch.bench.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the people of a random walk know of: recent requests with their orders, expenses, what the odometers read. */
final class Things {

    private static final int MOST = 400;
    private static final long FIRST_ODOMETER_km = 10_000;

    /** A request, as it was last seen; others may have changed it since. */
    static final class Request {
        final int unit;
        final String id;
        volatile String version;
        volatile String status;
        volatile @Nullable String orderId;
        volatile String orderVersion = "";
        volatile String orderStatus = "";
        volatile int vehicle;

        Request(int unit, String id, String version, String status) {
            this.unit = unit;
            this.id = id;
            this.version = version;
            this.status = status;
        }
    }

    /** An expense with what is thought to be its amount; one person at a time has it. */
    record Expense(int unit, String id, String body, long amount_fen) {}

    private final List<Request> requests = new ArrayList<>();
    private final List<Expense> expenses = new ArrayList<>();
    private final AtomicLongArray odometers_km = new AtomicLongArray(Fleet.ALL_VEHICLES);

    /** Sum of all expenses the platform confirmed and did not cancel. */
    final AtomicLong confirmed_fen = new AtomicLong();

    Things() {
        for (int vehicle = 0; vehicle < odometers_km.length(); vehicle++) {
            odometers_km.set(vehicle, FIRST_ODOMETER_km);
        }
    }

    synchronized void add(Request request) {
        requests.add(request);
        if (requests.size() > MOST) {
            requests.removeFirst();
        }
    }

    synchronized Optional<Request> any(RandomGenerator random) {
        return requests.isEmpty() ? Optional.empty() : Optional.of(requests.get(random.nextInt(requests.size())));
    }

    synchronized void give(Expense expense) {
        if (expenses.size() < MOST) {
            expenses.add(expense);
        }
    }

    /** An expense that nobody else has. */
    synchronized Optional<Expense> take(RandomGenerator random) {
        return expenses.isEmpty() ? Optional.empty() : Optional.of(expenses.remove(random.nextInt(expenses.size())));
    }

    long odometer_km(int vehicle) {
        return odometers_km.get(vehicle);
    }

    void read(int vehicle, long odometer_km) {
        odometers_km.accumulateAndGet(vehicle, odometer_km, Math::max);
    }
}
