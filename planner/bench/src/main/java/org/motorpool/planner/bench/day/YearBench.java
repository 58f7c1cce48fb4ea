package org.motorpool.planner.bench.day;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.FleetApi;
import org.motorpool.planner.contract.FleetApi.CircleNeed;
import org.motorpool.planner.contract.FleetApi.Use;
import org.motorpool.planner.fleet.FleetService;

/** {@code bench planner --year}: the fleets that a made year needs, counted the way the service does it, month by month. */
public final class YearBench {

    private static final Instant YEAR = Instant.parse("2025-12-31T16:00:00Z");
    private static final int DAYS = 365;
    private static final int PART_DAYS = 28;
    private static final int RANGE_KM = 300;
    private static final int UNITS = 400;
    private static final int COUNTIES = 40;
    private static final int PARKINGS = 3;
    private static final List<String> CATEGORIES = List.of("JY", "YJ", "ZF", "QT");
    private static final double SECOND_NS = 1e9;
    private static final double MEGABYTE = 1 << 20;

    private final ServiceOptions options;
    private final SplittableRandom random;
    private final Map<Integer, DayApi.Place> parkings = new HashMap<>();
    private final Map<List<String>, Integer> most = new HashMap<>();

    public YearBench(ServiceOptions options) {
        this.options = options;
        this.random = new SplittableRandom(options.seed());
    }

    /** The last line of the benchmark. */
    public ObjectNode run() {
        FleetService fleets = new FleetService(BenchConfig.DEFAULT);
        long spent_ns = 0;
        for (int first = 0; first < DAYS; first += PART_DAYS) {
            FleetApi.Uses part = part(first, Math.min(DAYS, first + PART_DAYS));
            long start_ns = System.nanoTime();
            fleets.count(part).needs().forEach(this::keep);
            spent_ns += System.nanoTime() - start_ns;
        }
        return tell(spent_ns);
    }

    private void keep(CircleNeed need) {
        most.merge(List.of(need.level(), need.code(), need.category()), need.vehicles(), Math::max);
    }

    private ObjectNode tell(long spent_ns) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("bench", "planner");
        json.put("year_uses", options.uses()).put("units", UNITS).put("count_s", DayBench.round(spent_ns / SECOND_NS));
        for (String level : List.of("UNIT", "COUNTY", "CITY", "ALL")) {
            int vehicles = most.entrySet().stream()
                    .filter(each -> each.getKey().getFirst().equals(level))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            json.put(level.toLowerCase(java.util.Locale.ROOT) + "_vehicles", vehicles);
        }
        return json.put("peak_heap_mb", peak_mb());
    }

    /** Sum of the peaks of all pools of the heap, garbage included. */
    private static double peak_mb() {
        return DayBench.round(ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / MEGABYTE);
    }

    /** Workdays have five times as many uses as days off. */
    private FleetApi.Uses part(int first, int end) {
        return new FleetApi.Uses(
                RANGE_KM, IntStream.range(first, end).mapToObj(this::day).toList());
    }

    private FleetApi.Day day(int number) {
        Instant midnight = YEAR.plus(Duration.ofDays(number));
        double weight = number % 7 < 5 ? 1.25 : 0.375;
        long count = Math.round(weight * options.uses() / DAYS);
        List<Use> uses = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            uses.add(use(midnight));
        }
        return new FleetApi.Day(midnight, uses);
    }

    private Use use(Instant midnight) {
        int unit = random.nextInt(UNITS);
        int county = unit % COUNTIES;
        int from_min = random.nextInt(7 * 60, 18 * 60);
        int lasts_min = random.nextInt(40, 360);
        DayApi.Place parked = parkings.computeIfAbsent(unit * PARKINGS + random.nextInt(PARKINGS), _ -> place(county));
        return new Use(
                "unit-" + unit,
                "%06d".formatted(310_100 + county),
                "%04d00".formatted(3_101 + county / 10),
                CATEGORIES.get(Math.min(3, random.nextInt(6))),
                midnight.plus(Duration.ofMinutes(from_min)),
                midnight.plus(Duration.ofMinutes(from_min + lasts_min)),
                parked,
                parked,
                lasts_min * random.nextDouble(0.1, 0.6));
    }

    private DayApi.Place place(int county) {
        return new DayApi.Place(
                30.5 + 0.05 * (county % 8) + random.nextGaussian() * 0.03,
                120.5 + 0.08 * (county / 8) + random.nextGaussian() * 0.03,
                null);
    }
}
