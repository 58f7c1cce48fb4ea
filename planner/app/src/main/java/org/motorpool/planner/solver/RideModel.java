package org.motorpool.planner.solver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.motorpool.planner.search.ExclusiveModel;
import org.motorpool.planner.search.ExclusiveProblem;

/** A plan as the search sees it: ways in metres, times in seconds since the first ride, cost in fen as {@link RideCost} has it. */
final class RideModel implements ExclusiveModel {

    /** Ten thousand times 1000 yuan: no ride costs so much, so that one of a higher priority is never given up for money. */
    private static final long UNSERVED_FEN = 1_000_000_000L;

    private final List<PlanRide> rides;
    private final List<PlanVehicle> vehicles;
    private final List<Site> homes;
    private final List<Integer> homeOf;

    RideModel(RidePlan plan) {
        this(plan.getVehicles(), plan.getRides());
    }

    /** Of some rides of a plan. */
    RideModel(List<PlanVehicle> vehicles, List<PlanRide> rides) {
        this.rides = rides;
        this.vehicles = vehicles;
        Map<Site, Integer> numbers = new LinkedHashMap<>();
        this.homeOf = vehicles.stream()
                .map(vehicle -> numbers.computeIfAbsent(vehicle.home(), _ -> numbers.size()))
                .toList();
        this.homes = new ArrayList<>(numbers.keySet());
    }

    /** What the search counts for rides of this weight that nobody serves. */
    static long absence_fen(long weight) {
        return weight * UNSERVED_FEN;
    }

    ExclusiveProblem problem() {
        long first_s = rides.stream().mapToLong(PlanRide::from_s).min().orElse(0);
        return new ExclusiveProblem(
                rides.stream().map(ride -> ride(ride, first_s)).toList(), homeOf, 0, this);
    }

    private static ExclusiveProblem.Ride ride(PlanRide ride, long first_s) {
        int from_s = Math.toIntExact(ride.from_s() - first_s);
        return new ExclusiveProblem.Ride(
                from_s, from_s, Math.toIntExact(ride.to_s() - ride.from_s()), absence_fen(ride.unservedWeight()));
    }

    @Override
    public int between(int ride, int next) {
        return metres(rides.get(ride).dropoff(), rides.get(next).pickup());
    }

    @Override
    public int out(int home, int ride) {
        return metres(homes.get(home), rides.get(ride).pickup());
    }

    @Override
    public int back(int ride, int home) {
        return metres(rides.get(ride).dropoff(), homes.get(home));
    }

    private static int metres(Site from, Site to) {
        return Math.toIntExact(Travel.distance_m(from, to));
    }

    @Override
    public int time(int way_m) {
        return Math.toIntExact(Travel.duration_s(way_m));
    }

    @Override
    public int cost(int vehicle, int way_m) {
        return Math.toIntExact(vehicles.get(vehicle).running_fen(way_m));
    }

    @Override
    public int rate(int vehicle) {
        return vehicles.get(vehicle).facts().cost_fen_per_km();
    }

    @Override
    public boolean suits(int vehicle, int ride) {
        return vehicles.get(vehicle).suits(rides.get(ride));
    }

    @Override
    public int surcharge(int vehicle, int ride) {
        return Math.toIntExact(RideCost.with_fen(vehicles.get(vehicle), rides.get(ride)));
    }
}
