package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/expenses}, {@code /api/v1/vehicles/{id}/costs}, {@code /api/v1/compliance/electric-share}. */
public final class ExpenseApi {
    private ExpenseApi() {}

    /**
     * Body of {@code POST expenses}.
     *
     * @param orderId the order it was for; without one {@code noOrderReason} is required
     * @param kind FUEL, CHARGING, MAINTENANCE, INSURANCE, TOLL, PARKING, INSPECTION, RENTAL, SAFETY_BONUS or OTHER
     * @param quantity litres or kilograms of FUEL, kilowatt-hours of CHARGING; none otherwise
     * @param quantityUnit L, kg or kWh
     * @param product for FUEL: GASOLINE_92, GASOLINE_95, GASOLINE_98, DIESEL_0, CNG or HYDROGEN
     * @param designated at a fixed supplier 定点
     * @param odometer_km reading at the time
     * @param latitude WGS-84, with longitude
     * @param tripId the trip it was for; its order is the expense's order
     */
    public record NewExpense(
            UUID vehicleId,
            UUID orderId,
            String noOrderReason,
            String kind,
            Instant incurredAt,
            Long amount_fen,
            Double quantity,
            String quantityUnit,
            String product,
            String supplier,
            Boolean designated,
            String invoiceNumber,
            Long odometer_km,
            Double latitude,
            Double longitude,
            UUID tripId) {}

    /** Body of {@code PUT expenses/{id}}: the expense as it should have been, and why it was not, 1 to 500 characters. */
    public record Correction(NewExpense expense, String reason) {}

    /** Body of {@code POST expenses/{id}/cancel}; 1 to 500 characters. */
    public record Cancellation(String reason) {}

    /**
     * An expense 费用 of a vehicle.
     *
     * @param source MANUAL, AUTOMATIC or IMPORT
     * @param tripId the trip of its order, once there is one
     * @param rentalOrderId the order at a supplier it paid for 社会租赁; there is no vehicle then
     * @param status RECORDED, CORRECTED or CANCELLED; a cancelled one counts nowhere
     * @param changeReason of the last correction, or of the cancellation
     */
    public record Expense(
            UUID id,
            UUID vehicleId,
            String plate,
            UUID unitId,
            String unitName,
            UUID orderId,
            String noOrderReason,
            String kind,
            Instant incurredAt,
            long amount_fen,
            Double quantity,
            String quantityUnit,
            String product,
            String supplier,
            boolean designated,
            String invoiceNumber,
            Long odometer_km,
            Double latitude,
            Double longitude,
            String source,
            String recordedBy,
            Instant recordedAt,
            UUID tripId,
            UUID rentalOrderId,
            String status,
            String changedBy,
            Instant changedAt,
            String changeReason,
            long version)
            implements Versioned {}

    /** Sum of the expenses of one kind. */
    public record CostOfKind(String kind, int count, long amount_fen) {}

    /**
     * Single-vehicle accounting 单车核算 of a year.
     *
     * @param total_km driven on closed trips, by odometer
     * @param perKm_fen total over kilometres; null without kilometres
     * @param l_per_100km null without fuel in litres or kilometres
     * @param kWh_per_100km null without charging or kilometres
     */
    public record Costs(
            UUID vehicleId,
            int year,
            long total_fen,
            List<CostOfKind> kinds,
            long total_km,
            Long perKm_fen,
            double fuel_l,
            double charged_kWh,
            Double l_per_100km,
            Double kWh_per_100km) {
        public Costs {
            kinds = List.copyOf(kinds);
        }
    }

    /**
     * Electric kilometres over total kilometres of plug-in hybrids (PHEV, EREV) in a year.
     *
     * @param level PROVINCE, UNIT or VEHICLE
     * @param key region code, unit id or vehicle id
     * @param vehicles plug-in hybrids, confidential ones too
     * @param assessed those with kilometres and enough records to tell
     * @param total_km of the assessed
     * @param electric_km of the assessed
     * @param share electric over total, 0 to 1; null when none could be assessed
     * @param byRefuelling assessed from litres refuelled and nominal consumption
     * @param byCharging assessed from kilowatt-hours charged and nominal consumption
     */
    public record ElectricShare(
            String level,
            String key,
            String name,
            int year,
            int vehicles,
            int assessed,
            double total_km,
            double electric_km,
            Double share,
            int byRefuelling,
            int byCharging) {}
}
