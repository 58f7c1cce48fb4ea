package org.motorpool.dispatch.supervision;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.SupervisionApi.NewSeal;

/** Reads a plan of sealing from outside: a vehicle is sealed at a place with a key keeper, or exempt with a reason. */
final class SealForm {

    private static final Set<String> EXEMPTIONS = Set.of("DUTY", "ENFORCEMENT", "EMERGENCY");

    private SealForm() {}

    static NewSeal read(@Nullable NewSeal form) {
        if (form == null || form.vehicleId() == null) {
            throw Problem.missing("vehicleId").asException();
        }
        if (form.day() == null) {
            throw Problem.missing("day").asException();
        }
        boolean exempt = form.exemption() != null;
        if (exempt && !EXEMPTIONS.contains(form.exemption())) {
            throw Problem.invalid(
                            "exemption",
                            "exemption 应为 DUTY（值班）、ENFORCEMENT（执法执勤）或 EMERGENCY（应急）",
                            "exemption must be DUTY, ENFORCEMENT or EMERGENCY")
                    .asException();
        }
        return new NewSeal(
                form.vehicleId(),
                form.day(),
                text("place", form.place(), !exempt),
                text("keyKeeper", form.keyKeeper(), !exempt),
                form.exemption(),
                exempt ? text("exemptionReason", form.exemptionReason(), true) : null);
    }

    private static @Nullable String text(String field, @Nullable String value, boolean required) {
        String stripped = value == null ? "" : value.strip();
        if (stripped.length() > 200 || required && stripped.length() < 2) {
            throw Problem.invalid(
                            field,
                            "%s 应为 2 至 200 个字符".formatted(field),
                            "%s must have 2 to 200 characters".formatted(field))
                    .asException();
        }
        return stripped.isEmpty() ? null : stripped;
    }
}
