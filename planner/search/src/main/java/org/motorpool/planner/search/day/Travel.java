package org.motorpool.planner.search.day;

/** How far and how long a vehicle drives between two places; the answers never change. Port for matrices and road networks. */
public interface Travel {

    int distance_m(int from, int to);

    int duration_s(int from, int to);

    /** One more place, with the next number. */
    default void add(DayFacts.Place place) {
        throw new UnsupportedOperationException("%s knows no further places".formatted(getClass()));
    }
}
