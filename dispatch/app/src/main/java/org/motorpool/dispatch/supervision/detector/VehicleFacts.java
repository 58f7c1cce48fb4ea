package org.motorpool.dispatch.supervision.detector;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything detectors may know about one vehicle, but its track.
 *
 * @param cap equipment standard in force on the day of registration; null where there was none
 * @param acquired the acquisition that put it on file; null for vehicles that were there before the platform
 * @param orders of the last {@link #HISTORY_DAYS} days, not cancelled
 * @param lastOrderEnd end of the last order ever
 * @param expenses of the last {@link #HISTORY_DAYS} days, and those recorded since
 * @param exemptions from sealing
 * @param circles where its region is; empty where nobody drew one
 */
public record VehicleFacts(
        Vehicle vehicle,
        @Nullable Cap cap,
        @Nullable Acquired acquired,
        List<Disposal> disposals,
        List<Order> orders,
        @Nullable Instant lastOrderEnd,
        List<Expense> expenses,
        Equipment equipment,
        List<Paper> papers,
        List<Exemption> exemptions,
        List<Circle> circles) {

    /** How far back orders and expenses are known. */
    public static final int HISTORY_DAYS = 100;

    public VehicleFacts {
        disposals = List.copyOf(disposals);
        orders = List.copyOf(orders);
        expenses = List.copyOf(expenses);
        papers = List.copyOf(papers);
        exemptions = List.copyOf(exemptions);
        circles = List.copyOf(circles);
    }

    /**
     * The file of the vehicle.
     *
     * @param owners names a registration certificate may carry: the unit and those above it
     * @param homes where it may be parked: its bay, and the unit's parking place
     */
    public record Vehicle(
            UUID id,
            String plate,
            UUID unitId,
            String unitPath,
            String unitName,
            String regionCode,
            String category,
            String tier,
            String bodyType,
            String energyType,
            String useClass,
            boolean confidential,
            boolean inService,
            String model,
            long price_fen,
            double displacement_l,
            LocalDate registeredOn,
            @Nullable LocalDate disposedOn,
            @Nullable String ownerName,
            List<String> owners,
            List<Place> homes,
            @Nullable Double tank_l,
            @Nullable Double nominal_l_per_100km,
            @Nullable String fuel) {

        private static final Set<String> NEW_ENERGY = Set.of("BEV", "PHEV", "EREV", "FCEV");

        public Vehicle {
            owners = List.copyOf(owners);
            homes = List.copyOf(homes);
        }

        boolean isNewEnergy() {
            return NEW_ENERGY.contains(energyType);
        }

        /** Metres to the nearest place where it may be parked. */
        double metresFromHome(Place place) {
            return homes.stream().mapToDouble(place::metresTo).min().orElse(0);
        }
    }

    /** Limits of category and tier; null is no limit. */
    public record Cap(
            @Nullable Long priceMax_fen,
            @Nullable Double displacementMax_l,
            @Nullable Long newEnergySedanPriceMax_fen,
            boolean approvalRequired,
            String clause) {}

    /** The acquisition, and the vehicle it replaced. */
    public record Acquired(
            UUID id,
            LocalDate decidedOn,
            @Nullable String approvalDocument,
            boolean exempt,
            @Nullable Replaced replaced) {}

    /** A vehicle that was renewed; without a plate where it is confidential. */
    public record Replaced(
            UUID id,
            @Nullable String plate,
            LocalDate registeredOn,
            @Nullable LocalDate disposedOn,
            @Nullable Long odometer_km) {}

    public record Disposal(
            UUID id,
            String number,
            String method,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate executedOn,
            @Nullable LocalDate incomePostedOn) {}

    /** An order with what was driven for it. */
    public record Order(
            UUID id,
            String number,
            UUID requesterId,
            String requesterName,
            Instant startsAt,
            Instant endsAt,
            Place pickup,
            Place dropoff,
            List<Circle> circles,
            @Nullable UUID tripId,
            @Nullable Instant departedAt,
            @Nullable Instant returnedAt,
            @Nullable Long odometerStart_km,
            @Nullable Long odometerEnd_km,
            @Nullable Long measured_m) {
        public Order {
            circles = List.copyOf(circles);
        }
    }

    /**
     * An expense.
     *
     * @param firstOfInvoice the earliest expense with the same invoice number, maybe this one; null without an invoice
     */
    public record Expense(
            UUID id,
            UUID unitId,
            @Nullable UUID orderId,
            String kind,
            Instant incurredAt,
            Instant recordedAt,
            long amount_fen,
            @Nullable Double quantity,
            @Nullable String quantityUnit,
            @Nullable String product,
            String supplier,
            boolean designated,
            @Nullable String invoiceNumber,
            @Nullable UUID firstOfInvoice,
            @Nullable Long odometer_km,
            @Nullable Place place) {

        boolean isFuelInLitres() {
            return kind.equals("FUEL") && quantity != null && "L".equals(quantityUnit);
        }
    }

    /**
     * Terminal and marking.
     *
     * @param marked whether it carries its marking, or is exempt from it
     * @param terminalDays working days after its registration to get the terminal; null without such a rule
     * @param markingDays the same for the marking
     */
    public record Equipment(
            boolean terminal,
            @Nullable Instant lastReportAt,
            boolean marked,
            @Nullable Integer terminalDays,
            @Nullable Integer markingDays) {}

    /**
     * Insurance or inspection.
     *
     * @param kind COMPULSORY or INSPECTION
     * @param validTo first day it is no longer valid
     */
    public record Paper(String kind, LocalDate validTo) {}

    /** @param kind DUTY, ENFORCEMENT or EMERGENCY */
    public record Exemption(String kind, Instant from, Instant to, Instant declaredAt) {}

    /** Stands for a region whose boundary is not on file. */
    public record Circle(double latitude, double longitude, double radius_m) {

        boolean holds(Place place) {
            return new Place(latitude, longitude).metresTo(place) <= radius_m;
        }
    }
}
