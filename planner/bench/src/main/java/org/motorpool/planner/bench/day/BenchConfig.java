package org.motorpool.planner.bench.day;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.motorpool.planner.PlannerConfig;

/** What an operator who sets nothing has. */
record BenchConfig(int threads, Search search, Limit limit, Cost cost, Day day, Travelling travel)
        implements PlannerConfig {

    static final PlannerConfig DEFAULT = new BenchConfig(
            1,
            new Moves(5_000),
            new Most(5_000, 5_000, 1_000),
            new Prices(2_000, 5_000, 500, 3_000, 1_000_000),
            new Memory(96),
            new Roads(Optional.empty(), Optional.empty(), Optional.empty(), 24, Optional.empty(), Optional.empty()));

    record Moves(int movesPerRide) implements Search {}

    record Most(int rides, int vehicles, int plans) implements Limit {}

    record Prices(long otherUnitFen, long otherRegionFen, long notNewEnergyFen, long movedFen, long unservedFen)
            implements Cost {}

    record Memory(int megabytes) implements Day {}

    record Roads(
            Optional<Path> roadNetwork,
            Optional<Path> roadCache,
            Optional<URI> matrix,
            int nearest,
            Optional<List<String>> workdayFactors,
            Optional<List<String>> restDayFactors)
            implements Travelling {}
}
