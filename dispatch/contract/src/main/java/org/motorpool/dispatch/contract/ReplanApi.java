package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/replans}: what should change in a running day because of something that happened. */
public final class ReplanApi {
    private ReplanApi() {}

    /**
     * Body of {@code POST /api/v1/replans}: what happened.
     *
     * @param kind BREAKDOWN of a vehicle, DELAY of an order on the road, DRIVER_ABSENT, REQUEST that came late, CANCELLED order
     * @param vehicleId with BREAKDOWN: it cannot drive
     * @param orderId with DELAY and CANCELLED
     * @param driverId with DRIVER_ABSENT
     * @param requestId with REQUEST: approved, and without a vehicle
     * @param until with DELAY: when the vehicle will be free; with BREAKDOWN and DRIVER_ABSENT: when it or they are back, null for not
     *     any more on this day
     * @param place with BREAKDOWN: where it stands, for those who read it; or null
     */
    public record DayEvent(
            String kind,
            UUID vehicleId,
            UUID orderId,
            UUID driverId,
            UUID requestId,
            Instant until,
            VehicleApi.Place place) {}

    /**
     * A re-plan proposal 重排方案.
     *
     * @param state OFFERED, COMMITTED, DISCARDED, or STALE when something changed since
     * @param unitId whose vehicles and orders were looked at, with those below it
     * @param subject plate, number or name of what the event is about
     * @param day that was planned, from its beginning for 36 hours
     * @param createdBy who asked; {@code system} when the platform offers it
     * @param moved_fen price that each move had to beat which the event did not force, fen
     * @param costBefore_fen of the day as it was, fen, without what is unserved; of orders that no vehicle has by the planner's estimate, nothing
     * @param costAfter_fen the same with the proposal
     * @param closedBy who committed or discarded it, or found it stale
     * @param refusal code of the problem that made it STALE, or null
     */
    public record Replan(
            UUID id,
            String state,
            UUID unitId,
            DayEvent event,
            String subject,
            LocalDate day,
            String createdBy,
            Instant createdAt,
            long moved_fen,
            long costBefore_fen,
            long costAfter_fen,
            List<OrderMove> moves,
            List<Unserved> unserved,
            String closedBy,
            Instant closedAt,
            String refusal,
            long version)
            implements Versioned {
        public Replan {
            moves = List.copyOf(moves);
            unserved = List.copyOf(unserved);
        }
    }

    /**
     * An order that goes to another vehicle, another driver, or both; or a request that gets its first.
     *
     * @param orderId null for a request without an order
     * @param orderVersion of the order when this was computed
     * @param from null for a request without an order
     * @param forced by the event; the others move for a saving above the price
     */
    public record OrderMove(
            UUID orderId,
            String orderNumber,
            Long orderVersion,
            UUID requestId,
            String requestNumber,
            OrderSeat from,
            OrderSeat to,
            boolean forced) {}

    /**
     * Who serves.
     *
     * @param startsAt expected pick-up
     * @param cost_fen what the day would cost less without it; null where the planner has no figure
     */
    public record OrderSeat(
            UUID vehicleId, String plate, UUID driverId, String driverName, Instant startsAt, Long cost_fen) {}

    /**
     * An order or request that nobody serves in the proposal; a commit leaves it as it is.
     *
     * @param orderId null for a request without an order
     * @param code {@code on-the-road} when it has departed, {@code request-elsewhere} when another unit dispatches it, else the constraint
     *     that binds, or {@code dearer-than-unserved}
     * @param reason for people, Chinese / English
     * @param binding how many vehicles each constraint keeps away, the one nearest to success first
     * @param relaxations the smallest changes that would help
     */
    public record Unserved(
            UUID orderId,
            String orderNumber,
            UUID requestId,
            String requestNumber,
            String code,
            String reason,
            List<RecommendationApi.Binding> binding,
            List<RecommendationApi.Relaxation> relaxations) {
        public Unserved {
            binding = List.copyOf(binding);
            relaxations = List.copyOf(relaxations);
        }
    }
}
