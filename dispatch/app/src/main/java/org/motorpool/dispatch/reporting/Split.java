package org.motorpool.dispatch.reporting;

/**
 * Which part of a sum: all of it, or the rows with one key.
 *
 * @param by name of the key's column, empty for all
 * @param key empty where the row has none
 */
public record Split(String by, String key) {

    /** All rows. */
    public static final Split ALL = new Split("", "");
}
