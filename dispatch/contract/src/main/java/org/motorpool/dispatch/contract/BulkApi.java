package org.motorpool.dispatch.contract;

import java.util.List;

/** Answers of bulk actions. */
public final class BulkApi {
    private BulkApi() {}

    /** One result per item, in the order they were given. */
    public record Results(List<Result> items) {
        public Results {
            items = List.copyOf(items);
        }
    }

    /**
     * What became of one item.
     *
     * @param outcome OK, or the code of the problem
     * @param problem what stood against it; or null
     */
    public record Result(String id, String outcome, Object problem) {}
}
