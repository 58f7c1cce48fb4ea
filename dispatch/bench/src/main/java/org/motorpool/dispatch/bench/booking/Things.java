package org.motorpool.dispatch.bench.booking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** What the people of a random walk know of: recent requests with their orders, expenses, what the odometers read. */
final class Things {

    private static final Set<String> ENDS = Set.of("CLOSED", "CANCELLED", "REJECTED");
    static final long FIRST_ODOMETER_km = 10_000;

    /** A request, as it was last seen; others may have changed it since. */
    static final class Request {
        final int unit;
        final String id;
        /** By the unit's requester, not by somebody who organises or hosts. */
        final boolean own;

        final boolean abroad;
        volatile @Nullable String version;
        volatile String status;
        volatile @Nullable String orderId;
        volatile @Nullable String orderVersion;
        volatile String orderStatus = "";
        volatile @Nullable String rentalId;
        volatile int vehicle;

        /** Of another region's traveller. */
        volatile boolean guest;

        /** As a requester's call was answered. */
        Request(int unit, JsonNode answer) {
            this.unit = unit;
            this.id = answer.path("id").asText();
            this.own = true;
            this.abroad = answer.path("hostRegionCode").isTextual();
            this.version = answer.path("version").asText();
            this.status = answer.path("status").asText();
        }

        /** One that somebody else made for the unit. */
        Request(int unit, String id, String status) {
            this.unit = unit;
            this.id = id;
            this.own = false;
            this.abroad = false;
            this.status = status;
        }

        /** A vehicle of the walk has it. */
        boolean isDriven() {
            return orderId != null && vehicle >= Fleet.VEHICLES;
        }

        boolean hasEnded() {
            return ENDS.contains(status);
        }

        boolean isLent() {
            return isDriven() && vehicle % Fleet.UNITS != unit;
        }
    }

    /** An expense with what is thought to be its amount; one person at a time has it. */
    record Expense(int unit, String id, String body, long amount_fen) {}

    /** Something of a unit, by its id. */
    record Owned(int unit, String id) {}

    final Known<Request> requests = new Known<>();
    final Known<Expense> expenses = new Known<>();
    final Known<Owned> offers = new Known<>();
    final Known<Owned> delegations = new Known<>();
    final Known<Owned> events = new Known<>();
    final Known<Owned> mobilisations = new Known<>();

    private final AtomicLongArray odometers_km = new AtomicLongArray(Fleet.ALL_VEHICLES);

    /** Sum of all expenses the platform confirmed and did not cancel. */
    final AtomicLong confirmed_fen = new AtomicLong();

    /** Sum of what the platform confirmed rentals to have cost. */
    final AtomicLong rented_fen = new AtomicLong();

    Things() {
        for (int vehicle = 0; vehicle < odometers_km.length(); vehicle++) {
            odometers_km.set(vehicle, FIRST_ODOMETER_km);
        }
    }

    long odometer_km(int vehicle) {
        return odometers_km.get(vehicle);
    }

    void read(int vehicle, long odometer_km) {
        odometers_km.accumulateAndGet(vehicle, odometer_km, Math::max);
    }
}
