package org.motorpool.planner.search;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Vehicles that are alike, for a bound: the same home, the same running cost, the same rides at the same surcharges. */
final class VehicleGroups {

    /** The vehicles of each group. */
    final List<List<Integer>> members;

    /** In {@link #surcharge} of a ride that the kind does not suit. */
    static final int UNSUITABLE = Integer.MIN_VALUE;

    final int size;

    /** Of each group one vehicle, the number of vehicles, and their kind: groups of a kind differ in the home alone. */
    final int[] vehicle;

    final int[] count;
    final int[] kind;

    /** Of each kind the surcharges by ride, and the first group that has its rate. */
    final int[][] surcharge;

    final int[] rate;

    private final ExclusiveProblem problem;
    private final List<int[]> profiles = new ArrayList<>();

    private record Kind(int rate, int profile) {}

    private record Group(int home, Kind kind) {}

    VehicleGroups(ExclusiveProblem problem) {
        this.problem = problem;
        Map<Group, List<Integer>> groups = groups();
        List<Kind> kinds = groups.keySet().stream().map(Group::kind).distinct().toList();
        this.size = groups.size();
        this.vehicle = groups.values().stream().mapToInt(List::getFirst).toArray();
        this.members = List.copyOf(groups.values());
        this.count = groups.values().stream().mapToInt(List::size).toArray();
        this.kind = groups.keySet().stream()
                .mapToInt(group -> kinds.indexOf(group.kind()))
                .toArray();
        this.surcharge =
                kinds.stream().map(each -> profiles.get(each.profile())).toArray(int[][]::new);
        List<Integer> rates = kinds.stream().map(Kind::rate).distinct().toList();
        this.rate = kinds.stream().mapToInt(each -> rates.indexOf(each.rate())).toArray();
    }

    private Map<Group, List<Integer>> groups() {
        Map<IntBuffer, Integer> known = new HashMap<>();
        Map<Group, List<Integer>> groups = new LinkedHashMap<>();
        for (int each = 0; each < problem.vehicles; each++) {
            IntBuffer profile = IntBuffer.wrap(profile(each));
            int number = known.computeIfAbsent(profile, made -> {
                profiles.add(made.array());
                return profiles.size() - 1;
            });
            groups.computeIfAbsent(
                            new Group(problem.home[each], new Kind(problem.rate(each), number)), _ -> new ArrayList<>())
                    .add(each);
        }
        return groups;
    }

    private int[] profile(int of) {
        return IntStream.range(0, problem.rides)
                .map(ride -> problem.suits(of, ride) ? problem.surcharge(of, ride) : UNSUITABLE)
                .toArray();
    }

    int kinds() {
        return surcharge.length;
    }

    int rates() {
        return IntStream.of(rate).max().orElse(-1) + 1;
    }

    /** One vehicle of each rate. */
    int[] ofRates() {
        return IntStream.range(0, rates())
                .map(each -> IntStream.range(0, size)
                        .filter(group -> rate[kind[group]] == each)
                        .map(group -> vehicle[group])
                        .findFirst()
                        .orElseThrow())
                .toArray();
    }

    boolean suits(int group, int ride) {
        return surcharge[kind[group]][ride] != UNSUITABLE;
    }

    /** What a vehicle of the group costs until it begins its first ride, and after its last. */
    int out(int group, int ride) {
        int of = vehicle[group];
        return problem.vehicleCost + problem.cost(of, problem.out(of, ride));
    }

    int back(int group, int ride) {
        return problem.cost(vehicle[group], problem.back(ride, vehicle[group]));
    }
}
