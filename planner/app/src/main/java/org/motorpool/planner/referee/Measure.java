package org.motorpool.planner.referee;

import java.util.List;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Place;
import org.motorpool.planner.search.day.Travel;

/** How the referee measures a way between two places of the day. */
public interface Measure {

    Way between(int from, int to);

    /** By its own reading of the estimate, which shares no code with the search. */
    static Measure anew(DayFacts facts) {
        List<Place> places = facts.places();
        return (from, to) -> Way.between(places.get(from), places.get(to));
    }

    /** By measured roads, which there is no second reading of. */
    static Measure by(Travel travel) {
        return (from, to) -> new Way(travel.distance_m(from, to), travel.duration_s(from, to));
    }
}
