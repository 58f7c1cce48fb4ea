package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** {@code /api/v1/rental-suppliers}, {@code /api/v1/rental-orders}: social rental 社会租赁. */
public final class RentalApi {
    private RentalApi() {}

    /**
     * Body of {@code POST /api/v1/rental-suppliers}: what a supplier under contract rents out.
     *
     * @param bodyType SEDAN, SMALL_BUS, MEDIUM_BUS or LARGE_BUS
     * @param seats for passengers, 1 to 60
     * @param validTo first day on which the contract no longer holds
     */
    public record NewSupplier(
            UUID unitId,
            String name,
            String contractNumber,
            String bodyType,
            Integer seats,
            Long price_fen_day,
            LocalDate validFrom,
            LocalDate validTo) {}

    /** A supplier with a class of vehicles and its price. */
    public record Supplier(
            UUID id,
            UUID unitId,
            String name,
            String contractNumber,
            String bodyType,
            int seats,
            long price_fen_day,
            LocalDate validFrom,
            LocalDate validTo,
            long version)
            implements Versioned {}

    /** Body of {@code POST /api/v1/rental-orders}: serve an approved request by rental. */
    public record NewRentalOrder(UUID requestId, UUID supplierId, String plate, String driverName) {}

    /**
     * Body of {@code POST /api/v1/rental-orders/{id}/close}.
     *
     * @param amount_fen as invoiced
     * @param distance_km as driven for the request
     */
    public record Closing(Long amount_fen, Integer distance_km, String invoiceNumber) {}

    /**
     * An order at a supplier.
     *
     * @param status ORDERED, CLOSED or CANCELLED
     * @param estimate_fen days begun by the price of the contract
     */
    public record RentalOrder(
            UUID id,
            String number,
            String status,
            UUID requestId,
            UUID supplierId,
            String supplierName,
            String plate,
            String driverName,
            Instant from,
            Instant to,
            long estimate_fen,
            Long amount_fen,
            Integer distance_km,
            String invoiceNumber,
            String reason,
            String reasonCode,
            long version)
            implements Versioned {}
}
