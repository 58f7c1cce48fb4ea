package org.motorpool.planner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the operator can set about planning. */
@ConfigMapping(prefix = "motorpool.planner")
public interface PlannerConfig {

    /** Plans solved at the same time, each on one processor core. */
    @WithDefault("1")
    int threads();

    /** When a solve ends. */
    Search search();

    /** How much one planner takes on. */
    Limit limit();

    /** What the choice of a second-best vehicle costs. */
    Cost cost();

    /** Running days that recommendations are made into. */
    Day day();

    /** Where travel times come from: a road network, a matrix service, or the estimate by great circle when neither is set. */
    Travelling travel();

    /** When a solve ends. */
    interface Search {
        /** A solve ends when it has tried so many moves for each ride, even before its seconds are over. */
        @WithDefault("5000")
        int movesPerRide();
    }

    /** How much one planner takes on; what exceeds it is answered by a failure with a stable code. */
    interface Limit {
        /** Rides in one plan. */
        @WithDefault("5000")
        int rides();

        /** Vehicles in one plan. */
        @WithDefault("5000")
        int vehicles();

        /** Plans waiting or being solved. */
        @WithDefault("1000")
        int plans();
    }

    /** What the choice of a second-best vehicle costs, added to the running cost of its kilometres. */
    interface Cost {
        /** A ride with a vehicle of another unit, fen. */
        @WithDefault("2000")
        long otherUnitFen();

        /** A ride with a vehicle of another region, fen; on top of the other unit. */
        @WithDefault("5000")
        long otherRegionFen();

        /** A ride with a vehicle that is not a new-energy vehicle, fen. */
        @WithDefault("500")
        long notNewEnergyFen();

        /** A ride that gets another vehicle or driver than announced, fen; it moves only when that saves more. */
        @WithDefault("3000")
        long movedFen();

        /** A ride of priority 0 that nobody serves, fen. */
        @WithDefault("1000000")
        long unservedFen();
    }

    /** Where travel times come from. */
    interface Travelling {
        /** An OpenStreetMap extract, {@code .osm.pbf} or {@code .osm}. */
        Optional<Path> roadNetwork();

        /** Where the prepared road network is kept; beside the extract when not set. */
        Optional<Path> roadCache();

        /** Root of a service that answers {@code /table/v1/driving} as OSRM does. */
        Optional<URI> matrix();

        /** Ways to so many places around a place are measured; further ones are estimated at the scale of measured ones. */
        @WithDefault("24")
        int nearest();

        /**
         * 时段系数 of workdays, {@code 7-9:1.5,17-19:1.5}: hours of China and how many times as long as measured a way takes in them. When not
         * set, these two with a road network, whose speeds are those of free roads, and none else; {@code 0-24:1} for none.
         */
        Optional<List<String>> workdayFactors();

        /** 时段系数 of days of rest; none when not set. */
        Optional<List<String>> restDayFactors();
    }

    /** Running days that recommendations are made into. */
    interface Day {
        /** They may fill so much memory together, megabytes; the ones longest not asked about are forgotten. */
        @WithDefault("96")
        int megabytes();
    }
}
