package org.motorpool.planner.search.day;

import java.util.List;

/**
 * What an event changed in the running plan.
 *
 * @param affected rides the event itself concerns: the new one, those that could not stay where they were
 * @param moved other rides that got another vehicle or driver
 * @param saved_fen what moving them saves, before the price of moving; at least that price for each
 * @param unserved rides of the event that nobody serves now
 * @param cost_fen of the plan, without the price of moving
 */
public record Replanned(
        List<Integer> affected, List<Integer> moved, long saved_fen, List<Integer> unserved, long cost_fen) {

    public Replanned {
        affected = List.copyOf(affected);
        moved = List.copyOf(moved);
        unserved = List.copyOf(unserved);
    }
}
