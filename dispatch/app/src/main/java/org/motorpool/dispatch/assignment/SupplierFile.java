package org.motorpool.dispatch.assignment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.RentalApi;
import org.motorpool.dispatch.contract.RequestApi;

/** A supplier under contract, as people see it and with the path of the unit whose contract it is. */
public record SupplierFile(RentalApi.Supplier view, String unitPath) {

    private static final String CLAUSE = "社会租赁：定点租赁合同（rental_supplier）";

    /** Whether the contract serves the request: in force on its days, enough seats. */
    Optional<Violation> check(RequestApi.Request request) {
        LocalDate first = Days.of(request.departAt());
        LocalDate last = Days.of(request.returnAt());
        if (first.isBefore(view.validFrom()) || !last.isBefore(view.validTo())) {
            return Optional.of(new Violation(
                    "rental-contract-expired",
                    CLAUSE,
                    "租赁合同 %s 有效期为 %s 至 %s，请另选供应商"
                            .formatted(
                                    view.contractNumber(),
                                    view.validFrom(),
                                    view.validTo().minusDays(1)),
                    "contract %s holds from %s to %s; choose another supplier"
                            .formatted(
                                    view.contractNumber(),
                                    view.validFrom(),
                                    view.validTo().minusDays(1))));
        }
        return view.seats() >= request.passengers()
                ? Optional.empty()
                : Optional.of(new Violation(
                        "seats-insufficient",
                        CLAUSE,
                        "该租赁车型可乘 %d 人，申请 %d 人".formatted(view.seats(), request.passengers()),
                        "this class takes %d passengers, %d are requested"
                                .formatted(view.seats(), request.passengers())));
    }

    /** Days of 24 hours begun, by the price of the contract. */
    long estimate_fen(Instant from, Instant to) {
        long seconds = Duration.between(from, to).toSeconds();
        long perDay = Duration.ofDays(1).toSeconds();
        return Math.multiplyExact(Math.max(1, Math.ceilDiv(seconds, perDay)), view.price_fen_day());
    }
}
