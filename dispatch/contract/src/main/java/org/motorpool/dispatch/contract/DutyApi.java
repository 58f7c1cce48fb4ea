package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/shifts}, {@code /api/v1/leaves}, {@code /api/v1/drivers/{id}/duty}. */
public final class DutyApi {
    private DutyApi() {}

    /**
     * Body of {@code POST /api/v1/shifts/templates}.
     *
     * @param endsAt on the next day when not after {@code startsAt}; both in China
     */
    public record NewShiftTemplate(UUID unitId, String name, LocalTime startsAt, LocalTime endsAt) {}

    /** A kind of shift 班次 a unit plans with. */
    public record ShiftTemplate(
            UUID id, UUID unitId, String name, LocalTime startsAt, LocalTime endsAt, boolean retired, long version)
            implements Versioned {}

    /**
     * Body of {@code POST /api/v1/shifts}: one shift for each of the drivers on each of the days, all or none.
     *
     * @param templateId or null, and then the times are given
     */
    public record NewShifts(
            List<UUID> driverIds, List<LocalDate> days, UUID templateId, LocalTime startsAt, LocalTime endsAt) {}

    /**
     * A shift of a driver.
     *
     * @param status PLANNED or WITHDRAWN
     */
    public record Shift(UUID id, UUID driverId, UUID templateId, Instant from, Instant to, String status, long version)
            implements Versioned {}

    /**
     * Body of {@code POST /api/v1/leaves}.
     *
     * @param driverId null for the caller, who is a driver
     * @param kind ANNUAL 年休假, SICK 病假, PERSONAL 事假, TRAINING 培训 or OTHER
     */
    public record NewLeave(UUID driverId, String kind, Instant from, Instant to, String reason) {}

    /**
     * Body of {@code POST /api/v1/leaves/{id}/decisions}.
     *
     * @param decision APPROVE or REJECT
     * @param reason required for REJECT
     */
    public record LeaveDecision(String decision, String reason) {}

    /**
     * A leave 请假. It cancels no order: those in its way are listed, the dispatcher decides.
     *
     * @param status ASKED, APPROVED, REJECTED or WITHDRAWN
     */
    public record Leave(
            UUID id,
            UUID driverId,
            String driverName,
            String kind,
            Instant from,
            Instant to,
            String reason,
            String status,
            String decisionReason,
            List<DutyOrder> conflictingOrders,
            long version)
            implements Versioned {
        public Leave {
            conflictingOrders = List.copyOf(conflictingOrders);
        }
    }

    /** An order of a driver. */
    public record DutyOrder(UUID orderId, String number, String status, Instant from, Instant to) {}

    /** A period of a shift or a leave. */
    public record DutyPeriod(Instant from, Instant to) {}

    /**
     * A limit in force for a driver.
     *
     * @param key CONTINUOUS_DRIVING_MAX, REST_MIN or DAILY_DRIVING_MAX
     */
    public record DutyLimit(String key, int minutes, String clause, boolean articleVerified) {}

    /**
     * {@code GET /api/v1/drivers/{id}/duty?day=}: what a driver has to do on a day, and may still do.
     *
     * @param rostered whether shifts are planned before and after the day; then only they count as duty
     * @param driving_min estimated at the wheel, by the day's orders
     */
    public record DriverDuty(
            UUID driverId,
            LocalDate day,
            boolean rostered,
            List<DutyPeriod> shifts,
            List<DutyPeriod> leaves,
            List<DutyOrder> orders,
            long driving_min,
            List<DutyLimit> limits) {
        public DriverDuty {
            shifts = List.copyOf(shifts);
            leaves = List.copyOf(leaves);
            orders = List.copyOf(orders);
            limits = List.copyOf(limits);
        }
    }
}
