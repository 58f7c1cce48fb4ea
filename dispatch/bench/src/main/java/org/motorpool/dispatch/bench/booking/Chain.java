package org.motorpool.dispatch.bench.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.bench.booking.Fleet.Kind;

/** One booking after the other: submitted, approved, assigned, each by another person; every one has a vehicle and a time of its own. */
final class Chain {

    /** Drivers rest between two uses, and drive no more than eight hours a day. */
    private static final Duration SLOT = Duration.ofHours(3);

    private static final Duration USE = Duration.ofMinutes(50);
    private static final Duration LEAD = Duration.ofDays(2);

    private static final String REQUEST = """
            {"unitId":"%s","purpose":"公务出行 %s","category":"QT","passengers":2,\
            "pickup":{"name":"单位","latitude":31.2,"longitude":121.5},\
            "dropoff":{"name":"会场","latitude":31.3,"longitude":121.6},"departAt":"%s","returnAt":"%s",\
            "justification":"压测"}""";
    private static final String ORDER = """
            {"requestId":"%s","vehicleId":"%s","driverId":"%s"}""";
    private static final String EXPENSE = """
            {"vehicleId":"%s","orderId":"%s","kind":"TOLL","incurredAt":"%s","amount_fen":%d,"supplier":"高速公路","designated":true,\
            "invoiceNumber":"%s"}""";

    private final Fleet fleet;
    private final Instant first = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(LEAD);

    Chain(Fleet fleet) {
        this.fleet = fleet;
    }

    /**
     * A booking to make.
     *
     * @param number gives vehicle and time
     * @param name of the run it belongs to; part of its purpose and of its keys
     */
    record Booking(long number, String name) {

        int vehicle() {
            return (int) (number % Fleet.VEHICLES);
        }

        String mark() {
            return name + "-" + number;
        }
    }

    /** What the platform confirmed; each field from the answer of a call. */
    record Confirmed(
            Booking booking,
            String requestId,
            String orderId,
            @Nullable String expenseId) {}

    /** All three calls, their times added to the histogram; the first counts from {@code due_ns}, when it was to begin. */
    Confirmed run(Calls calls, Booking booking, long due_ns, Histogram latencies_us) throws InterruptedException {
        String requestId = submit(calls, booking);
        long submitted_ns = record(latencies_us, due_ns);
        approve(calls, booking, requestId);
        long approved_ns = record(latencies_us, submitted_ns);
        String orderId = assign(calls, booking, requestId).require("id");
        record(latencies_us, approved_ns);
        return new Confirmed(booking, requestId, orderId, null);
    }

    private static long record(Histogram latencies_us, long since_ns) {
        long now_ns = System.nanoTime();
        latencies_us.recordValue((now_ns - since_ns) / 1000);
        return now_ns;
    }

    String submit(Calls calls, Booking booking) throws InterruptedException {
        Fleet.Unit unit = fleet.unitOf(booking.vehicle());
        Instant from = first.plus(SLOT.multipliedBy(booking.number() / Fleet.VEHICLES));
        String body = REQUEST.formatted(unit.id(), booking.mark(), from, from.plus(USE));
        return calls.post(unit.requester(), "requests", "s-" + booking.mark(), body)
                .require("id");
    }

    void approve(Calls calls, Booking booking, String requestId) throws InterruptedException {
        Fleet.Unit unit = fleet.unitOf(booking.vehicle());
        calls.post(
                        unit.approver(),
                        "requests/%s/decisions".formatted(requestId),
                        "d-" + booking.mark(),
                        "{\"decision\":\"APPROVE\"}")
                .require("id");
    }

    Calls.Answer assign(Calls calls, Booking booking, String requestId) throws InterruptedException {
        return assign(calls, booking, requestId, booking.vehicle());
    }

    /** Assign this vehicle of the unit with its driver. */
    Calls.Answer assign(Calls calls, Booking booking, String requestId, int vehicle) throws InterruptedException {
        String body = ORDER.formatted(requestId, Fleet.id(Kind.VEHICLE, vehicle), Fleet.id(Kind.DRIVER, vehicle));
        return calls.post(fleet.unitOf(vehicle).dispatcher(), "orders", "o-" + booking.mark(), body);
    }

    /** Record an expense of the order. */
    Confirmed spend(Calls calls, Confirmed confirmed) throws InterruptedException {
        Booking booking = confirmed.booking();
        String body = EXPENSE.formatted(
                Fleet.id(Kind.VEHICLE, booking.vehicle()),
                confirmed.orderId(),
                first.minus(LEAD),
                1000 + booking.number() % 5000,
                booking.mark());
        String expenseId = calls.post(
                        fleet.unitOf(booking.vehicle()).dispatcher(), "expenses", "e-" + booking.mark(), body)
                .require("id");
        return new Confirmed(booking, confirmed.requestId(), confirmed.orderId(), expenseId);
    }
}
