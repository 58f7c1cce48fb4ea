package org.motorpool.planner.search.day;

import org.motorpool.planner.search.day.DayFacts.Ride;

/** What happens while a plan is being driven. */
public sealed interface DayEvent {

    /** When, in seconds since midnight; never before the event before. */
    int at_s();

    /** Somebody asks for one more ride. */
    record Requested(int at_s, Ride ride) implements DayEvent {}

    /** A request is withdrawn, with all of its legs that have not begun. */
    record Cancelled(int at_s, int ride) implements DayEvent {}

    /** By its live position a vehicle will be free so much later than planned. */
    record Delayed(int at_s, int vehicle, int by_s) implements DayEvent {}

    /** A vehicle cannot go on; the rides it has not begun need another one, and who is on board waits for help. */
    record BrokenDown(int at_s, int vehicle) implements DayEvent {}
}
