package org.motorpool.planner.search.day;

/**
 * What a battery lacks for a day with one more ride.
 *
 * @param needed_m metres of the whole day
 * @param available_m metres that the battery has for them, with what is charged on the way; the reserve is not counted
 */
public record Shortage(int needed_m, int available_m) {

    public int missing_m() {
        return needed_m - available_m;
    }
}
