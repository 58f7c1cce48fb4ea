package org.motorpool.planner.search.day;

/** How far and how long a vehicle drives between two places; the answers never change. Port for matrices and road networks. */
public interface Travel {

    int distance_m(int from, int to);

    int duration_s(int from, int to);

    /** No way between the two is shorter. Never longer than by another place, which not every road network keeps: for bounds. */
    int least_m(int from, int to);

    /** No way of so many metres takes less. */
    int least_s(int distance_m);

    /** One more place, with the next number. */
    default void add(DayFacts.Place place) {
        throw new UnsupportedOperationException("%s knows no further places".formatted(getClass()));
    }
}
