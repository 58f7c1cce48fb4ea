package org.motorpool.dispatch.compliance;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Equipment standard 配备标准 of a category and tier; limits are inclusive, null is no limit at this level.
 *
 * @param newEnergySedanPriceMax_fen replaces the price limit for a new-energy sedan, null when it does not
 * @param condition when the tier may be used
 */
public record EquipmentLimit(
        RuleHead head,
        String category,
        String tier,
        Set<String> bodyTypes,
        @Nullable Long priceMax_fen,
        @Nullable Double displacementMax_l,
        @Nullable Long newEnergySedanPriceMax_fen,
        String condition,
        boolean approvalRequired)
        implements Rule {
    public EquipmentLimit {
        bodyTypes = Set.copyOf(bodyTypes);
    }

    @Override
    public String key() {
        return category + " " + tier;
    }
}
