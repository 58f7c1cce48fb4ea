package org.motorpool.planner.search;

/** What the search asks about exclusive rides; homes, rides and vehicles are numbered from 0. Answers never change. */
public interface ExclusiveModel {

    /** Length of the way without passengers from the end of a ride to the beginning of another, in any unit. */
    int between(int ride, int next);

    /** The same from a home to the beginning of a ride. */
    int out(int home, int ride);

    /** The same from the end of a ride to a home. */
    int back(int ride, int home);

    /** How long such a way takes; a longer way no less. */
    int time(int way);

    /** What such a way costs with a vehicle. */
    int cost(int vehicle, int way);

    /** A number that vehicles share when every way costs the same with them. */
    default int rate(int vehicle) {
        return vehicle;
    }

    /** Whether the vehicle may serve the ride. */
    boolean suits(int vehicle, int ride);

    /** What the ride costs with the vehicle besides the ways. */
    int surcharge(int vehicle, int ride);
}
