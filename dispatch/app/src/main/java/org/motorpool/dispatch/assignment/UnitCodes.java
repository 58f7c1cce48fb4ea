package org.motorpool.dispatch.assignment;

/** Codes of units out of their paths. */
final class UnitCodes {

    private UnitCodes() {}

    /** The last code of a path "/100000/310000/". */
    static String last(String unitPath) {
        String[] codes = unitPath.split("/", -1);
        return codes[codes.length - 2];
    }
}
