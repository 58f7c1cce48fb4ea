package org.motorpool.planner.travel;

import java.util.List;
import org.motorpool.planner.search.day.DayFacts.Place;
import org.motorpool.planner.search.day.Travel;

/** Where travel times come from. */
public interface Travels {

    /** Travel between these places, numbered from 0. */
    Travel between(List<Place> places);
}
