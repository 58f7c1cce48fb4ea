package org.motorpool.planner.bench.day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.motorpool.planner.search.day.CostTerm;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Charger;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Weights;
import org.motorpool.planner.search.day.DaySolution;
import org.motorpool.planner.search.day.DaySolution.Movement;
import org.motorpool.planner.search.day.DaySolution.VehicleDay;
import org.motorpool.planner.search.day.Travel;

/** Checks a plan of a whole day against its facts, all rules and every term of the cost, with no code of the search. */
final class DispatchDayReferee {

    private final DayFacts facts;
    private final Travel travel;
    private final Map<Integer, Integer> vehicleOf = new HashMap<>();
    private final Map<Integer, DriverDay> driverDays = new HashMap<>();
    private final List<RouteReferee> referees = new ArrayList<>();
    private final List<Movement.Charge> charges = new ArrayList<>();
    private final Map<CostTerm, Long> cost = new EnumMap<>(CostTerm.class);

    /** Vehicles that broke down or were held up too long: their day is taken as it is told. Rides that nobody wants any more. */
    private final Set<Integer> excused;

    private final Set<Integer> withdrawn;

    /** Events happened to it. */
    private final boolean driven;

    private DispatchDayReferee(
            DayFacts facts, Travel travel, Set<Integer> excused, Set<Integer> withdrawn, boolean driven) {
        this.driven = driven;
        this.facts = facts;
        this.travel = travel;
        this.excused = Set.copyOf(excused);
        this.withdrawn = Set.copyOf(withdrawn);
    }

    /** What the plan costs by term; fails and says why when it is impossible or its own figures are wrong. */
    static Map<CostTerm, Long> cost(DayFacts facts, Travel travel, DaySolution solution) {
        return new DispatchDayReferee(facts, travel, Set.of(), Set.of(), false).check(solution);
    }

    /** The same of a day that is being driven. */
    static Map<CostTerm, Long> cost(
            DayFacts facts, Travel travel, DaySolution solution, Set<Integer> excused, Set<Integer> withdrawn) {
        return new DispatchDayReferee(facts, travel, excused, withdrawn, true).check(solution);
    }

    private Map<CostTerm, Long> check(DaySolution solution) {
        Set<Integer> vehicles = new HashSet<>();
        for (VehicleDay route : solution.routes()) {
            require(vehicles.add(route.vehicle()), "vehicle %d has two routes", route.vehicle());
            boolean isTaken = excused.contains(route.vehicle());
            referees.add(new RouteReferee(facts, travel, route, driverDays, isTaken));
        }
        referees.stream()
                .flatMap(referee -> referee.turns().stream())
                .sorted(Comparator.comparingInt(RouteReferee.Turn::begin_s))
                .forEach(RouteReferee.Turn::check);
        referees.forEach(referee -> {
            if (excused.contains(referee.route().vehicle())) {
                take(referee.route());
            } else {
                check(referee);
            }
        });
        countDriversOnce(solution);
        checkSockets();
        checkAbsent(solution);
        checkLegs();
        addFairness();
        cost.values().removeIf(fen -> fen == 0);
        require(
                cost.equals(solution.cost().terms_fen()),
                "costs %s, not %s",
                cost,
                solution.cost().terms_fen());
        return cost;
    }

    /** A driver of several turns costs once, at the highest price. */
    private void countDriversOnce(DaySolution solution) {
        Map<Integer, Long> dearest = new HashMap<>();
        for (VehicleDay route : solution.routes()) {
            long price_fen =
                    weights(facts.vehicles().get(route.vehicle()).unit()).driver_fen();
            for (Movement movement : route.movements()) {
                if (movement instanceof Movement.TakeOver taken) {
                    long known_fen = dearest.getOrDefault(taken.driver(), 0L);
                    dearest.put(taken.driver(), Math.max(known_fen, price_fen));
                    cost.merge(CostTerm.DRIVER, Math.max(known_fen, price_fen) - known_fen - price_fen, Long::sum);
                }
            }
        }
    }

    private void check(RouteReferee referee) {
        VehicleDay route = referee.route();
        Map<CostTerm, Long> ofRoute = referee.cost();
        ofRoute.forEach((term, fen) -> cost.merge(term, fen, Long::sum));
        ofRoute.values().removeIf(fen -> fen == 0);
        require(
                ofRoute.equals(route.cost().terms_fen()),
                "vehicle %d costs %s, not %s",
                route.vehicle(),
                ofRoute,
                route.cost().terms_fen());
        for (int ride : referee.served) {
            require(vehicleOf.put(ride, route.vehicle()) == null, "ride %d is served twice", ride);
        }
        charges.addAll(referee.charges);
    }

    private void take(VehicleDay route) {
        route.cost().terms_fen().forEach((term, fen) -> cost.merge(term, fen, Long::sum));
        for (Movement movement : route.movements()) {
            if (movement instanceof Movement.Pickup pickup) {
                require(
                        vehicleOf.put(pickup.ride(), route.vehicle()) == null,
                        "ride %d is served twice",
                        pickup.ride());
            }
        }
    }

    private void checkSockets() {
        for (Charger charger : facts.chargers()) {
            List<Movement.Charge> here = charges.stream()
                    .filter(charge -> charge.place() == charger.place())
                    .toList();
            for (Movement.Charge charge : here) {
                long together = here.stream()
                        .filter(other -> other.begin_s() <= charge.begin_s() && charge.begin_s() < other.end_s())
                        .count();
                require(together <= charger.sockets(), "%d vehicles charge at place %d", together, charger.place());
            }
        }
    }

    private void checkAbsent(DaySolution solution) {
        for (int ride : solution.rented()) {
            long rental_fen = facts.rides().get(ride).rental_fen();
            require(rental_fen != DayFacts.NONE, "ride %d may not be rented", ride);
            absent(ride, CostTerm.RENTAL, rental_fen);
        }
        for (int ride : solution.unserved()) {
            Ride left = facts.rides().get(ride);
            long fourfold = Math.round(Math.pow(4, left.priority()));
            absent(ride, CostTerm.UNSERVED, fourfold * weights(left.unit()).unserved_fen());
        }
        Set<Integer> gone = new HashSet<>(withdrawn);
        gone.removeAll(vehicleOf.keySet());
        int all = vehicleOf.size()
                + solution.rented().size()
                + solution.unserved().size()
                + gone.size();
        require(
                all == facts.rides().size(),
                "%d of %d rides are told of",
                all,
                facts.rides().size());
    }

    private void absent(int ride, CostTerm term, long fen) {
        require(!vehicleOf.containsKey(ride), "ride %d is served and absent", ride);
        cost.merge(term, fen, Long::sum);
    }

    /** Linked legs are served all or none; another vehicle for the next leg costs. */
    private void checkLegs() {
        for (int ride = 0; ride < facts.rides().size(); ride++) {
            int before = facts.rides().get(ride).after();
            if (before != DayFacts.NONE) {
                checkLegs(before, ride);
            }
        }
    }

    /** What has begun before the other leg was withdrawn or became impossible stays. */
    private void checkLegs(int before, int ride) {
        boolean both = vehicleOf.containsKey(before) && vehicleOf.containsKey(ride);
        boolean neither = !vehicleOf.containsKey(before) && !vehicleOf.containsKey(ride);
        require(both || neither || driven, "ride %d is half served", ride);
        if (both && !Objects.equals(vehicleOf.get(ride), vehicleOf.get(before))) {
            cost.merge(
                    CostTerm.HANDOVER, weights(facts.rides().get(ride).unit()).handover_fen(), Long::sum);
        }
    }

    private void addFairness() {
        long[] lent_s = new long[facts.units().size()];
        vehicleOf.forEach((ride, vehicle) -> {
            long length_s = onTheWay_s(facts.rides().get(ride));
            lent_s[facts.vehicles().get(vehicle).unit()] += length_s;
            lent_s[facts.rides().get(ride).unit()] -= length_s;
        });
        for (int unit = 0; unit < lent_s.length; unit++) {
            long fen = weights(unit).fairness_fen() * lent_s[unit] * lent_s[unit] / (3600L * 3600L);
            cost.merge(CostTerm.FAIRNESS, fen, Long::sum);
        }
    }

    private long onTheWay_s(Ride ride) {
        long length_s = 0;
        int from = ride.pickup().place();
        for (DayFacts.Stop stop : ride.via()) {
            length_s += travel.duration_s(from, stop.place()) + stop.service_s();
            from = stop.place();
        }
        return length_s + travel.duration_s(from, ride.dropoff().place());
    }

    private Weights weights(int unit) {
        return facts.units().get(unit).weights();
    }

    private static void require(boolean condition, String message, Object... values) {
        if (!condition) {
            throw new IllegalStateException("no solution: " + message.formatted(values));
        }
    }
}
