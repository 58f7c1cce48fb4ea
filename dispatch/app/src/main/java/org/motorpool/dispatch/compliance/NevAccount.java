package org.motorpool.dispatch.compliance;

/**
 * Whose additions are counted together.
 *
 * @param type PROVINCE, CITY, DEPARTMENT or BUDGET_UNIT
 * @param code leading digits of the region, or path of the unit
 */
public record NevAccount(String type, String code, String name, NevTally tally) {}
