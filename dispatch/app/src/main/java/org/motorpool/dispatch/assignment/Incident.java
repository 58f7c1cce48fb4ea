package org.motorpool.dispatch.assignment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a running day 突发情况. */
sealed interface Incident {

    /** What it happened to. */
    UUID causeId();

    String kind();

    /** A vehicle cannot drive; until then, or any more on this day. */
    record Breakdown(UUID vehicleId, @Nullable Instant until) implements Incident {
        @Override
        public UUID causeId() {
            return vehicleId;
        }

        @Override
        public String kind() {
            return "BREAKDOWN";
        }
    }

    /** The vehicle of an order on the road will be free then, not before. */
    record Delay(UUID orderId, Instant until) implements Incident {
        @Override
        public UUID causeId() {
            return orderId;
        }

        @Override
        public String kind() {
            return "DELAY";
        }
    }

    /** A driver is ill or on leave; until then, or for the rest of this day. */
    record DriverAbsent(UUID driverId, @Nullable Instant until) implements Incident {
        @Override
        public UUID causeId() {
            return driverId;
        }

        @Override
        public String kind() {
            return "DRIVER_ABSENT";
        }
    }

    /** A request was approved late. */
    record LateRequest(UUID requestId) implements Incident {
        @Override
        public UUID causeId() {
            return requestId;
        }

        @Override
        public String kind() {
            return "REQUEST";
        }
    }

    /** An order was cancelled, and its vehicle is free. */
    record Cancelled(UUID orderId) implements Incident {
        @Override
        public UUID causeId() {
            return orderId;
        }

        @Override
        public String kind() {
            return "CANCELLED";
        }
    }
}
