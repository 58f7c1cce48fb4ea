package org.motorpool.dispatch.contract;

import java.util.UUID;

/** {@code /api/v1/units} and {@code /api/v1/regions}. */
public final class UnitApi {
    private UnitApi() {}

    /**
     * A unit 单位 in the caller's scope.
     *
     * @param code region code and a serial number
     * @param level NATION, PROVINCE, CITY or COUNTY
     * @param regionCode GB/T 2260, six digits
     * @param parentId null for the root
     */
    public record Unit(UUID id, String code, String name, String level, String regionCode, UUID parentId) {}

    /** A region by GB/T 2260. */
    public record Region(String code, String name, String level, String parentCode) {}
}
