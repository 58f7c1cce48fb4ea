package org.motorpool.dispatch.sharing;

import static org.motorpool.dispatch.Fields.bad;
import static org.motorpool.dispatch.Fields.number;
import static org.motorpool.dispatch.Fields.required;
import static org.motorpool.dispatch.Fields.text;

import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.PoolOfferApi.NewOffer;
import org.motorpool.dispatch.contract.PoolOfferApi.Terms;

/** Reads a new offer; the first bad field is a problem that names it. */
final class PoolOfferForms {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_USERS = 200;
    private static final int MOST_VEHICLES = 1000;
    private static final int MOST_CUTOFF_HOURS = 720;
    private static final int MOST_KM = 5000;

    private PoolOfferForms() {}

    static NewOffer require(@Nullable NewOffer form) {
        NewOffer wanted = required("unitId", form);
        required("unitId", wanted.unitId());
        text("name", wanted.name(), LONGEST_NAME);
        required("unitsBelow", wanted.unitsBelow());
        required("validFrom", wanted.validFrom());
        if (!required("validTo", wanted.validTo()).isAfter(wanted.validFrom())) {
            throw bad("validTo", "应晚于 validFrom", "must be after validFrom");
        }
        requirePrice(wanted, required("free", wanted.free()));
        number("cutoffHours", required("cutoffHours", wanted.cutoffHours()).longValue(), 0, MOST_CUTOFF_HOURS);
        requireUsers(wanted.userCodes());
        requireTerms(required("terms", wanted.terms()));
        return wanted;
    }

    private static void requirePrice(NewOffer wanted, boolean free) {
        if (free && wanted.tariffId() != null) {
            throw bad("free", "免费共享不能再设收费标准，请二选一", "a free offer has no tariff; choose one of both");
        }
        if (!free && wanted.tariffId() == null) {
            throw bad("tariffId", "应填写，或注明免费", "is required, unless the offer is free");
        }
    }

    private static void requireUsers(List<String> codes) {
        if (codes.isEmpty() || codes.size() > MOST_USERS || new HashSet<>(codes).size() < codes.size()) {
            throw bad(
                    "userCodes",
                    "应为 1 至 %d 个不同的单位".formatted(MOST_USERS),
                    "must be 1 to %d different units".formatted(MOST_USERS));
        }
    }

    private static void requireTerms(Terms terms) {
        if (terms.vehicleIds().size() > MOST_VEHICLES) {
            throw bad(
                    "terms.vehicleIds", "最多 %d 辆".formatted(MOST_VEHICLES), "has at most %d".formatted(MOST_VEHICLES));
        }
        if (terms.hours() != null) {
            AgreementForms.requireHours("terms.hours", terms.hours());
        }
        if (terms.radius_km() != null) {
            number("terms.radius_km", terms.radius_km().longValue(), 1, MOST_KM);
        }
    }
}
