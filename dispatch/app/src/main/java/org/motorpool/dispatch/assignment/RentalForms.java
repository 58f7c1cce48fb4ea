package org.motorpool.dispatch.assignment;

import static org.motorpool.dispatch.Fields.day;
import static org.motorpool.dispatch.Fields.number;
import static org.motorpool.dispatch.Fields.oneOf;
import static org.motorpool.dispatch.Fields.optionalText;
import static org.motorpool.dispatch.Fields.required;
import static org.motorpool.dispatch.Fields.text;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.RentalApi;

/** Reads what people enter about rental; the first bad field is a problem that names it. */
final class RentalForms {

    private static final Set<String> BODY_TYPES = Set.of("SEDAN", "SMALL_BUS", "MEDIUM_BUS", "LARGE_BUS");
    private static final LocalDate FIRST_DAY = LocalDate.of(2017, 1, 1);
    private static final int LONGEST_CONTRACT_YEARS = 10;
    private static final long MOST_FEN = 100_000_000;
    private static final long MOST_SEATS = 60;
    private static final long MOST_KM = 100_000;

    private RentalForms() {}

    static RentalApi.Supplier supplier(RentalApi.@Nullable NewSupplier form) {
        RentalApi.NewSupplier given = required("unitId", form);
        UUID unitId = required("unitId", given.unitId());
        LocalDate from = day("validFrom", given.validFrom(), FIRST_DAY, FIRST_DAY.plusYears(100));
        return new RentalApi.Supplier(
                Ids.next(),
                unitId,
                text("name", given.name(), 100),
                text("contractNumber", given.contractNumber(), 60),
                oneOf("bodyType", given.bodyType(), BODY_TYPES),
                (int) number("seats", whole(given.seats()), 1, MOST_SEATS),
                number("price_fen_day", given.price_fen_day(), 1, MOST_FEN),
                from,
                day("validTo", given.validTo(), from.plusDays(1), from.plusYears(LONGEST_CONTRACT_YEARS)),
                0);
    }

    static RentalApi.NewRentalOrder order(RentalApi.@Nullable NewRentalOrder form) {
        RentalApi.NewRentalOrder given = required("requestId", form);
        return new RentalApi.NewRentalOrder(
                required("requestId", given.requestId()),
                required("supplierId", given.supplierId()),
                text("plate", given.plate(), 20),
                text("driverName", given.driverName(), 50));
    }

    static RentalApi.Closing closing(RentalApi.@Nullable Closing form) {
        RentalApi.Closing given = required("amount_fen", form);
        return new RentalApi.Closing(
                number("amount_fen", given.amount_fen(), 1, MOST_FEN),
                (int) number("distance_km", whole(given.distance_km()), 0, MOST_KM),
                optionalText("invoiceNumber", given.invoiceNumber(), 60));
    }

    private static @Nullable Long whole(@Nullable Integer value) {
        return value == null ? null : value.longValue();
    }
}
