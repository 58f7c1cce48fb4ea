package org.motorpool.dispatch.bench.booking;

/**
 * Something that must hold whatever happened.
 *
 * @param broken a query for the number of what breaks it, over the views of {@link WalkViews}
 */
record Invariant(String name, String broken) {

    private static final String COUNT = "select count(*) from";

    /** A query for one row that breaks it, as JSON. */
    String example() {
        return broken.startsWith(COUNT)
                ? "select to_jsonb(example) from (select * from%s limit 1) example"
                        .formatted(broken.substring(COUNT.length()))
                : "select 'no single row'";
    }
}
