package org.motorpool.dispatch.contract;

import java.util.List;

/**
 * One page of a list.
 *
 * @param next cursor of the next page for {@code ?cursor=}, or null at the end
 */
public record Page<T>(List<T> items, String next) {
    public Page {
        items = List.copyOf(items);
    }
}
