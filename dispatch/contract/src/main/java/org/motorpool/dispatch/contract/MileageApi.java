package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/mileage}, {@code /api/v1/vehicles/{id}/moves}: what every kilometre was driven for 里程对账. */
public final class MileageApi {
    private MileageApi() {}

    /**
     * Kilometres of a unit, of the vehicles below a unit, or of one vehicle in a period.
     *
     * @param level TOTAL, UNIT or VEHICLE
     * @param key unit id or vehicle id
     * @param name unit name or plate
     * @param vehicles that were driven, confidential ones too
     * @param unexplained_m 未说明里程: attributed to nothing, and no explanation was accepted
     * @param explained_m attributed to nothing, with an accepted explanation
     * @param share unexplained over total, 0 to 1; null without kilometres
     */
    public record Figures(
            String level,
            String key,
            String name,
            int vehicles,
            long total_m,
            long order_m,
            long maintenance_m,
            long refuelling_m,
            long repositioning_m,
            long explained_m,
            long unexplained_m,
            long ignition_s,
            long unexplainedIgnition_s,
            Double share) {}

    /**
     * A vehicle and day.
     *
     * @param revision 1 for the first result; one more for each later run that found something else
     * @param computedAt when this revision was
     */
    public record VehicleDay(
            UUID vehicleId,
            String plate,
            UUID unitId,
            LocalDate day,
            int revision,
            Instant computedAt,
            long total_m,
            long ignition_s,
            List<Segment> segments) {
        public VehicleDay {
            segments = List.copyOf(segments);
        }
    }

    /**
     * A part of a day; every metre and every second of ignition is in exactly one.
     *
     * @param use ORDER, MAINTENANCE, REFUELLING, REPOSITIONING or UNEXPLAINED
     * @param subjectId the order, the expense, or the move; null for UNEXPLAINED
     * @param explanation of UNEXPLAINED, the one that is not rejected or the last; null without one
     */
    public record Segment(
            UUID id,
            String use,
            Instant from,
            Instant to,
            long distance_m,
            long ignition_s,
            UUID subjectId,
            Explanation explanation) {}

    /** Body of {@code POST mileage/{vehicleId}/{day}/segments/{segmentId}/explanation}; 1 to 500 characters each. */
    public record NewExplanation(String reason, String evidence) {}

    /**
     * What a unit says to unexplained kilometres.
     *
     * @param status GIVEN, ACCEPTED or REJECTED
     */
    public record Explanation(
            UUID id,
            UUID vehicleId,
            Instant from,
            Instant to,
            String reason,
            String evidence,
            String explainedBy,
            Instant explainedAt,
            String status,
            String decidedBy,
            Instant decidedAt,
            String decisionReason,
            long version)
            implements Versioned {}

    /**
     * Body of {@code POST mileage/explanations/{id}/decision}.
     *
     * @param decision ACCEPT or REJECT
     * @param reason required for REJECT
     */
    public record NewDecision(String decision, String reason) {}

    /**
     * Body of {@code POST vehicles/{id}/moves}: a move without an order, marked before or shortly after.
     *
     * @param purpose REPOSITIONING, MAINTENANCE or REFUELLING
     * @param to at most 24 hours after {@code from}
     */
    public record NewMove(Instant from, Instant to, String purpose, String reason) {}

    /** A marked move 调车. */
    public record Move(
            UUID id,
            UUID vehicleId,
            Instant from,
            Instant to,
            String purpose,
            String reason,
            String recordedBy,
            Instant recordedAt) {}

    /**
     * What a run did.
     *
     * @param vehicles looked at
     * @param untold whose track telematics did not give; their result stays as it was
     * @param changed whose result is new or another
     */
    public record RunReport(LocalDate day, int vehicles, int untold, int changed) {}
}
