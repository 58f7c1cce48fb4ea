package org.motorpool.dispatch.reporting.store;

/**
 * The paths at or below one, as a range that an index can be used for under row-level security ({@code like} cannot).
 *
 * @param path "/…/"
 */
record Subtree(String path) {

    /** The first path behind the subtree: '0' follows '/'. */
    String end() {
        return path.substring(0, path.length() - 1) + "0";
    }
}
