package org.motorpool.planner.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.motorpool.planner.search.Budget;
import org.motorpool.planner.search.ExclusiveSearch;
import org.motorpool.planner.search.ExclusiveSolution;
import org.motorpool.planner.search.FleetBound;

/** One day of exclusive trips: the search, then OR-Tools with the same time; a referee looks at every solution. */
final class DayContest {

    /** Twice the time of an instance of Li and Lim: a day has thousands of trips. */
    private static final int TIMES = 2;

    private final Day day;
    private final Options options;

    DayContest(Day day, Options options) {
        this.day = day;
        this.options = options;
    }

    ObjectNode run() throws IOException {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("name", day.name());
        long start_ns = Processor.now_ns();
        ExclusiveSearch search = new ExclusiveSearch(day.problem(), options.seed());
        double[] first_s = {-1};
        ExclusiveSolution solution = search.solve(Budget.ofTime(time().toNanos(), Processor::now_ns), better -> {
            if (first_s[0] < 0 && better.unserved() == 0) {
                first_s[0] = Processor.since_s(start_ns);
            }
        });
        Map<Integer, List<Integer>> shifts = solution.shifts().stream()
                .collect(Collectors.toMap(
                        ExclusiveSolution.Shift::vehicle, ExclusiveSolution.Shift::rides, (a, _) -> a, TreeMap::new));
        row.put("first_complete_s", first_s[0]).put("cpu_s", Processor.since_s(start_ns));
        tell(row, shifts);
        row.put("fleet_bound", FleetBound.of(day.problem()));
        new BoundRow(day.problem()).tell(row);
        new FleetRow(day).tell(row);
        SolutionFile.write(
                options.out(),
                day.name(),
                shifts.entrySet().stream()
                        .map(shift -> SolutionFile.line("Vehicle", shift.getKey(), shift.getValue()))
                        .toList());
        if (options.peers().contains("or-tools")) {
            long peer_ns = Processor.now_ns();
            Map<Integer, List<Integer>> ofPeer = OrToolsDay.solve(day, time());
            tell(
                    row.withObjectProperty("peers").putObject("or-tools").put("cpu_s", Processor.since_s(peer_ns)),
                    ofPeer);
        }
        return row;
    }

    private Duration time() {
        return Duration.ofSeconds((long) TIMES * options.seconds());
    }

    /** {@code distance} is minutes of dead-head. */
    private void tell(ObjectNode json, Map<Integer, List<Integer>> shifts) {
        int vehicles =
                (int) shifts.values().stream().filter(trips -> !trips.isEmpty()).count();
        long served = shifts.values().stream().mapToLong(List::size).sum();
        try {
            long cost = DayReferee.cost(day, shifts);
            json.put("vehicles", vehicles)
                    .put("cost", cost)
                    .put("distance", cost - (long) vehicles * Day.VEHICLE_COST)
                    .put("unserved", day.trips().size() - served);
        } catch (IllegalStateException e) {
            json.put("invalid", e.getMessage());
        }
    }
}
