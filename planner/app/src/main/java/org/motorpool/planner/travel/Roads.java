package org.motorpool.planner.travel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motorpool.planner.search.day.DayFacts.Place;

/** Measures ways by road. */
interface Roads {

    /** Length of a way, and how long it takes. */
    record Way(int distance_m, int duration_s) {}

    /**
     * The ways from one place to others, by their index; none where no road leads. Nothing at all when nothing can be measured now.
     */
    Optional<Map<Integer, Way>> findWays(Place from, List<Place> to);
}
