package org.motorpool.planner.search.day;

/**
 * A vehicle with its driver that could serve a ride.
 *
 * @param begin_s when it picks up
 * @param added what the plan then costs more, term by term
 */
public record Option(int vehicle, int driver, int begin_s, Cost added) {

    public long added_fen() {
        return added.total_fen();
    }
}
