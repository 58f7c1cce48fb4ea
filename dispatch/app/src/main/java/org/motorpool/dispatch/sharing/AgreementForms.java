package org.motorpool.dispatch.sharing;

import static org.motorpool.dispatch.Fields.bad;
import static org.motorpool.dispatch.Fields.number;
import static org.motorpool.dispatch.Fields.oneOf;
import static org.motorpool.dispatch.Fields.required;
import static org.motorpool.dispatch.Fields.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.AgreementApi.Caps;
import org.motorpool.dispatch.contract.AgreementApi.Hours;
import org.motorpool.dispatch.contract.AgreementApi.NewAgreement;
import org.motorpool.dispatch.contract.AgreementApi.Terms;

/** Reads a new agreement; the first bad field is a problem that names it. */
final class AgreementForms {

    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_LIABILITY = 4000;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_PARTIES = 50;
    private static final int MOST_DAYS = 90;
    private static final long MOST = 1_000_000_000_000L;
    private static final Set<String> MODES = Set.of("PER_USE", "PER_MATTER", "MONTHLY");
    private static final Set<String> EVIDENCE = Set.of("ODOMETER", "TRACK_DIGEST", "TOLLS", "CONFIRMATION");

    private AgreementForms() {}

    static NewAgreement require(@Nullable NewAgreement form) {
        NewAgreement wanted = required("number", form);
        text("number", wanted.number(), LONGEST_NUMBER);
        text("title", wanted.title(), LONGEST_TITLE);
        requireParties(wanted.unitCodes());
        required("validFrom", wanted.validFrom());
        if (!required("validTo", wanted.validTo()).isAfter(wanted.validFrom())) {
            throw bad("validTo", "应晚于 validFrom", "must be after validFrom");
        }
        requireTerms(required("terms", wanted.terms()));
        return wanted;
    }

    static String reason(@Nullable String reason) {
        return text("reason", reason, LONGEST_REASON);
    }

    private static void requireParties(List<String> unitCodes) {
        if (unitCodes.size() < 2
                || unitCodes.size() > MOST_PARTIES
                || new HashSet<>(unitCodes).size() < unitCodes.size()) {
            throw bad(
                    "unitCodes",
                    "应为 2 至 %d 个不同的单位".formatted(MOST_PARTIES),
                    "must be 2 to %d different units".formatted(MOST_PARTIES));
        }
    }

    private static void requireTerms(Terms terms) {
        required("terms.tariffId", terms.tariffId());
        oneOf("terms.settlementMode", terms.settlementMode(), MODES);
        terms.evidence().forEach(each -> oneOf("terms.evidence", each, EVIDENCE));
        number(
                "terms.confirmDays",
                required("terms.confirmDays", terms.confirmDays()).longValue(),
                1,
                MOST_DAYS);
        required("terms.purposeShared", terms.purposeShared());
        text("terms.liability", terms.liability(), LONGEST_LIABILITY);
        if (terms.hours() != null) {
            requireHours("terms.hours", terms.hours());
        }
        if (terms.caps() != null) {
            requireCaps(terms.caps());
        }
    }

    static void requireHours(String field, Hours hours) {
        required(field + ".from", hours.from());
        required(field + ".to", hours.to());
        if (hours.to().isBefore(hours.from())) {
            throw bad(field + ".to", "不应早于 from", "must not be before from");
        }
        hours.days().forEach(day -> number(field + ".days", day.longValue(), 1, 7));
    }

    private static void requireCaps(Caps caps) {
        cap("terms.caps.vehicles", caps.vehicles());
        cap("terms.caps.usesPerMonth", caps.usesPerMonth());
        cap("terms.caps.kmPerMonth", caps.kmPerMonth());
        cap("terms.caps.fenPerMonth", caps.fenPerMonth());
    }

    private static void cap(String field, @Nullable Number value) {
        if (value != null) {
            number(field, value.longValue(), 1, MOST);
        }
    }
}
