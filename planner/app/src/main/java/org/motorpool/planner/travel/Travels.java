package org.motorpool.planner.travel;

import java.util.List;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.search.day.DayFacts.Place;
import org.motorpool.planner.search.day.Travel;

/** Where travel times come from. */
public interface Travels {

    /** Travel between these places, numbered from 0. */
    Travel between(List<Place> places);

    /** 时段系数 of a day that brings none. */
    default List<DayApi.TimeFactor> timeFactors() {
        return List.of();
    }
}
