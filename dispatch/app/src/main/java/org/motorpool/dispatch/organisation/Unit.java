package org.motorpool.dispatch.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit 单位.
 *
 * @param level NATION, PROVINCE, CITY or COUNTY
 * @param regionCode GB/T 2260
 * @param path codes from the root to this unit, "/100000/310000/"
 */
public record Unit(
        UUID id,
        String code,
        String name,
        String level,
        String regionCode,
        @Nullable UUID parentId,
        String path) {

    /** The province of the unit's region. */
    public String provinceCode() {
        return RegionCode.province(regionCode);
    }
}
