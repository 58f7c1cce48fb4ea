package org.motorpool.dispatch.compliance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Renewal age 更新年限 (办法第二十条, and stricter local ones).
 *
 * @param category a category, or * for all
 * @param minYears years in use, at least
 * @param min_km kilometres driven, at least; null without such a limit
 * @param logic AND: both must be reached; OR: one will do
 * @param approvalLifts whether an approved early renewal is possible
 */
public record RenewalRule(
        RuleHead head,
        String category,
        int minYears,
        @Nullable Integer min_km,
        String logic,
        boolean approvalLifts) implements Rule {

    @Override
    public String key() {
        return category;
    }

    /** Whether rules of this row are meant for the category. */
    public boolean concerns(String code) {
        return category.equals("*") || category.equals(code);
    }

    /** Whether the vehicle may be renewed on the day; kilometres nobody recorded are not reached. */
    public boolean allows(OldVehicle old, LocalDate day) {
        boolean years = !old.inUseSince().plusYears(minYears).isAfter(day);
        if (min_km == null) {
            return years;
        }
        Long driven_km = old.odometer_km();
        boolean distance = driven_km != null && driven_km >= min_km;
        return logic.equals("OR") ? years || distance : years && distance;
    }
}
