package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/pool-offers}: vehicles a unit offers to others 共享. */
public final class PoolOfferApi {
    private PoolOfferApi() {}

    /**
     * Which vehicles, when and where.
     *
     * @param vehicleIds these vehicles; empty for all
     * @param categories vehicles of these categories; empty for all
     * @param hours null for round the clock
     * @param radius_km pick-up at most this far from where the vehicle is parked; null for anywhere
     */
    public record Terms(List<UUID> vehicleIds, List<String> categories, AgreementApi.Hours hours, Integer radius_km) {
        public Terms {
            vehicleIds = vehicleIds == null ? List.of() : List.copyOf(vehicleIds);
            categories = categories == null ? List.of() : List.copyOf(categories);
        }
    }

    /**
     * Body of {@code POST pool-offers}.
     *
     * @param unitsBelow also the vehicles of all units below: a superior's pool
     * @param free true: explicitly free 免费; false: by {@code tariffId}
     * @param cutoffHours until so many hours before the departure the owner may take the vehicle back
     * @param userCodes codes of the units that may use them, with those below
     * @param validTo the day after the last
     */
    public record NewOffer(
            UUID unitId,
            String name,
            Boolean unitsBelow,
            Terms terms,
            Boolean free,
            UUID tariffId,
            Integer cutoffHours,
            List<String> userCodes,
            LocalDate validFrom,
            LocalDate validTo) {
        public NewOffer {
            userCodes = userCodes == null ? List.of() : List.copyOf(userCodes);
        }
    }

    /** A unit that may use the vehicles, with those below it. */
    public record User(UUID unitId, String unitName) {}

    /**
     * An offer.
     *
     * @param status OPEN or WITHDRAWN
     */
    public record Offer(
            UUID id,
            UUID unitId,
            String unitName,
            String name,
            String status,
            boolean unitsBelow,
            Terms terms,
            boolean free,
            UUID tariffId,
            int cutoffHours,
            List<User> users,
            LocalDate validFrom,
            LocalDate validTo,
            long version)
            implements Versioned {
        public Offer {
            users = List.copyOf(users);
        }
    }

    /**
     * A vehicle of an offer: what a dispatcher needs to choose.
     *
     * @param driverId the driver on duty with it; null without one
     */
    public record OfferedVehicle(
            UUID id,
            String plate,
            String unitName,
            String category,
            String bodyType,
            String energyType,
            int seats,
            VehicleApi.Place home,
            UUID driverId,
            String driverName) {}

    /**
     * On what basis an order has another unit's vehicle: {@code GET /api/v1/orders/{id}/basis}.
     *
     * @param kind OFFER or AGREEMENT
     * @param id of the offer or agreement
     * @param name of the offer, number of the agreement
     * @param tariffId null when it is free
     * @param tariffVersion the version it is priced by
     * @param firmFrom from then on the owner may not take the vehicle back; null under an agreement
     * @param estimated_m kilometres expected when it was assigned, there and back
     */
    public record Basis(
            UUID orderId,
            String kind,
            UUID id,
            String name,
            UUID tariffId,
            Integer tariffVersion,
            Instant firmFrom,
            long estimated_m,
            long estimate_fen) {}

    /**
     * Body of {@code POST /api/v1/orders/{id}/take-back}: the owner needs the vehicle.
     *
     * @param requestId the owner's own approved request that gets it
     * @param driverId its driver; null for the one it has
     */
    public record TakeBack(UUID requestId, UUID driverId, String reason) {}
}
