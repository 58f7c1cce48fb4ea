package org.motorpool.dispatch.reporting;

/**
 * Which rows of a figure are asked for.
 *
 * @param measure the sum whose rows they are
 * @param unitPath of the unit they lie at or below
 * @param split only rows with this key, or all
 */
public record RowQuery(String code, Measure measure, String unitPath, Period period, Split split) {}
