package org.motorpool.planner.contract;

import java.time.Instant;
import java.util.List;

/**
 * REST records of fleet sizing, under {@value #ROOT}; only for callers with the role {@code SERVICE}. The planner keeps nothing: a long
 * period is asked for in parts, each of whole days, and of the answers the greatest counts.
 */
public final class FleetApi {

    /** {@code POST} of {@link Uses} answers {@link CircleNeeds}. */
    public static final String ROOT = "/planner/v1/fleet-sizing";

    /** Uses in one question; more are refused. */
    public static final int MOST = 20_000;

    private FleetApi() {}

    /**
     * Uses of vehicles on one day or several.
     *
     * @param range_km what an electric vehicle drives on one day
     */
    public record Uses(int range_km, List<Day> days) {
        public Uses {
            days = days == null ? List.of() : List.copyOf(days);
        }
    }

    /** From midnight to midnight: what began before or ends after counts with what is of the day. */
    public record Day(Instant midnight, List<Use> uses) {
        public Day {
            uses = uses == null ? List.of() : List.copyOf(uses);
        }
    }

    /**
     * A vehicle in use, from where to where.
     *
     * @param unit code of whose use it was
     * @param county code of the region of that unit, {@code city} of the city that lies in
     * @param category of vehicles that serve it: what one category needs no other one helps with
     * @param km driven on this day
     */
    public record Use(
            String unit,
            String county,
            String city,
            String category,
            Instant from,
            Instant to,
            DayApi.Place pickup,
            DayApi.Place dropoff,
            double km) {}

    /** What the days need at the least, on the busiest of them. */
    public record CircleNeeds(List<CircleNeed> needs) {
        public CircleNeeds {
            needs = needs == null ? List.of() : List.copyOf(needs);
        }
    }

    /**
     * A fleet that no day can do without, proven by path covers.
     *
     * @param level UNIT, each unit alone; COUNTY or CITY, its units together; ALL
     * @param code of the unit, county or city; empty for all
     * @param vehicles at least
     * @param beyondRange so many of them drive further on some day than the range
     */
    public record CircleNeed(String level, String code, String category, int vehicles, int beyondRange) {}
}
