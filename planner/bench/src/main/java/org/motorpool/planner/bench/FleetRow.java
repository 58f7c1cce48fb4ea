package org.motorpool.planner.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.motorpool.planner.bench.Day.Spot;
import org.motorpool.planner.search.ExclusiveProblem;
import org.motorpool.planner.search.FleetNeed;
import org.motorpool.planner.search.FleetSizing;

/**
 * What fleets a day needs: the days have no units, so that the parking place nearest to the pick-up stands for the unit, and its square
 * degree for the region.
 */
final class FleetRow {

    /** What an electric vehicle drives on a winter day with a reserve. */
    private static final double RANGE_KM = 300;

    private static final int HOUR_MIN = 60;

    private final Day day;
    private final ExclusiveProblem problem;
    private final List<Integer> unit;

    FleetRow(Day day) {
        this.day = day;
        this.problem = day.problem();
        this.unit = IntStream.range(0, day.trips().size())
                .map(this::nearestDepot)
                .boxed()
                .toList();
    }

    private int nearestDepot(int trip) {
        return IntStream.range(0, day.depots().size())
                .boxed()
                .min(Comparator.comparingInt(depot -> day.out(depot, trip)))
                .orElseThrow();
    }

    private int region(int depot) {
        Spot spot = day.depots().get(depot);
        return (int) Math.toDegrees(spot.latitude_rad()) * 1_000 + (int) Math.toDegrees(spot.longitude_rad());
    }

    void tell(ObjectNode row) {
        long start_ns = Processor.now_ns();
        List<FleetNeed> needs = FleetNeed.of(
                problem, trip -> day.trips().get(trip).leastClass(), trip -> region(unit.get(trip)), HOUR_MIN);
        row.putObject("fleet_needs")
                .put("classes_regions_hours", needs.size())
                .put("peak", needs.stream().mapToInt(FleetNeed::vehicles).max().orElse(0))
                .put("cpu_s", Processor.since_s(start_ns));
        tellSizes(row.putObject("fleet_sizing"));
    }

    private void tellSizes(ObjectNode json) {
        long start_ns = Processor.now_ns();
        FleetSizing sizing = new FleetSizing(RANGE_KM);
        sizing.add(sized());
        FleetSizing.Sizes sizes = sizing.sizes();
        json.put("units", sizes.units().size())
                .put("alone", sizes.alone())
                .put(
                        "by_region",
                        sizes.counties().values().stream()
                                .mapToInt(FleetSizing.Fleet::vehicles)
                                .sum())
                .put("pooled", sizes.pooled().vehicles())
                .put("saving_percent", Rounding.two(sizes.saving_percent()))
                .put("electric", sizes.pooled().electric())
                .put("range_km", RANGE_KM)
                .put("cpu_s", Processor.since_s(start_ns));
    }

    private FleetSizing.Day sized() {
        List<FleetSizing.Owner> owners = unit.stream()
                .map(depot -> new FleetSizing.Owner(depot, region(depot), region(depot)))
                .toList();
        List<Double> loaded_km = day.trips().stream()
                .map(trip -> Day.km(trip.pickup().deadHead_min(trip.dropoff())))
                .toList();
        return new FleetSizing.Day(problem, owners, loaded_km, Day::km);
    }
}
