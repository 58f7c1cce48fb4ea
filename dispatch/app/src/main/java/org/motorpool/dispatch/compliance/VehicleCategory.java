package org.motorpool.dispatch.compliance;

/**
 * A vehicle category in force in a jurisdiction.
 *
 * @param nationalClass JYTX, YJBZ, ZFZQ, TZZY or QT
 * @param quotaAuthority who fixes its quota: FLEET_AUTHORITY, or FINANCE, which files it with the authority (办法第六条)
 */
public record VehicleCategory(RuleHead head, String code, String name, String nationalClass, String quotaAuthority)
        implements Rule {
    @Override
    public String key() {
        return code;
    }

    /** Whether finance fixes the quota, which is then filed. */
    public boolean fixedByFinance() {
        return quotaAuthority.equals("FINANCE");
    }
}
