package org.motorpool.planner.travel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.search.day.DayFacts.Place;

/** Remembers ways from day to day: the same parking places and offices are met again. The ones longest not asked for are forgotten. */
final class RememberedRoads implements Roads {

    /** Some 30 MB. */
    private static final int MOST = 200_000;

    private static final double GRID = 1e5;

    private final Roads roads;
    private final Map<Pair, Optional<Way>> known = new LinkedHashMap<>(1 << 10, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, Optional<Way>> eldest) {
            return size() > MOST;
        }
    };

    /** Both ends, rounded to a metre. */
    private record Pair(int fromLatitude, int fromLongitude, int toLatitude, int toLongitude) {

        static Pair of(Place from, Place to) {
            return new Pair(grid(from.latitude()), grid(from.longitude()), grid(to.latitude()), grid(to.longitude()));
        }

        private static int grid(double degrees) {
            return (int) Math.round(degrees * GRID);
        }
    }

    RememberedRoads(Roads roads) {
        this.roads = roads;
    }

    @Override
    public Optional<Map<Integer, Way>> findWays(Place from, List<Place> to) {
        Map<Integer, Way> ways = new HashMap<>();
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < to.size(); i++) {
            @Nullable Optional<Way> way = recall(Pair.of(from, to.get(i)));
            if (way == null) {
                missing.add(i);
            } else if (way.isPresent()) {
                ways.put(i, way.get());
            }
        }
        if (missing.isEmpty()) {
            return Optional.of(ways);
        }
        return roads.findWays(from, missing.stream().map(to::get).toList()).map(found -> {
            for (int i = 0; i < missing.size(); i++) {
                Way way = found.get(i);
                keep(Pair.of(from, to.get(missing.get(i))), Optional.ofNullable(way));
                if (way != null) {
                    ways.put(missing.get(i), way);
                }
            }
            return ways;
        });
    }

    private synchronized @Nullable Optional<Way> recall(Pair pair) {
        return known.get(pair);
    }

    private synchronized void keep(Pair pair, Optional<Way> way) {
        known.put(pair, way);
    }
}
