package org.motorpool.planner.referee;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Sharing;
import org.motorpool.planner.search.day.DayFacts.Stop;
import org.motorpool.planner.search.day.DaySolution;
import org.motorpool.planner.search.day.DaySolution.Movement;
import org.motorpool.planner.search.day.DaySolution.VehicleDay;

/** Reads a plan movement by movement into what the constraints judge, with ways measured anew. */
final class DayReading {

    private final DayFacts facts;
    private final DaySolution solution;
    private final Set<Integer> excused;
    private final Measure measure;
    private final Hours hours;
    private final List<RefereedVehicle> vehicles;
    private final List<RefereedRide> rides;
    private final List<Leg> legs = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();

    DayReading(DayFacts facts, DaySolution solution, Set<Integer> excused, Measure measure) {
        this.facts = facts;
        this.solution = solution;
        this.excused = excused;
        this.measure = measure;
        this.hours = new Hours(facts);
        this.vehicles = IntStream.range(0, facts.vehicles().size())
                .mapToObj(number -> {
                    DayFacts.Vehicle vehicle = facts.vehicles().get(number);
                    return new RefereedVehicle(number, vehicle, facts.units().get(vehicle.unit()));
                })
                .toList();
        Set<Integer> rented = Set.copyOf(solution.rented());
        this.rides = IntStream.range(0, facts.rides().size())
                .mapToObj(number -> {
                    DayFacts.Ride ride = facts.rides().get(number);
                    return new RefereedRide(number, ride, facts.units().get(ride.unit()), rented.contains(number));
                })
                .toList();
    }

    RefereedDay read() {
        Set<Integer> notJudged = new java.util.HashSet<>();
        for (VehicleDay route : solution.routes()) {
            if (excused.contains(route.vehicle())) {
                route.movements().stream()
                        .filter(Movement.Pickup.class::isInstance)
                        .forEach(pickup -> notJudged.add(((Movement.Pickup) pickup).ride()));
            } else {
                new Reading(vehicles.get(route.vehicle())).read(route);
            }
        }
        List<RefereedRide> judged = IntStream.range(0, rides.size())
                .filter(ride -> !notJudged.contains(ride))
                .mapToObj(rides::get)
                .toList();
        return new RefereedDay(judged, vehicles, legs, turns, facts.agreements());
    }

    /** One vehicle's day. */
    private final class Reading {

        private final RefereedVehicle vehicle;
        private final Map<Integer, Integer> begin_s = new HashMap<>();
        private int place;
        private int free_s = Integer.MIN_VALUE / 2;
        private int onBoard;
        private Movement.@Nullable TakeOver taken;
        private int driving_s;

        Reading(RefereedVehicle vehicle) {
            this.vehicle = vehicle;
            this.place = vehicle.facts().home();
        }

        void read(VehicleDay route) {
            route.movements().forEach(this::read);
            endTurn();
        }

        private void read(Movement movement) {
            if (movement instanceof Movement.TakeOver next) {
                endTurn();
                taken = next;
            }
            drive(movement);
            switch (movement) {
                case Movement.Pickup pickup -> pickUp(pickup);
                case Movement.Dropoff dropoff -> dropOff(dropoff);
                case Movement.TakeOver _, Movement.Charge _, Movement.Home _ -> {}
            }
            free_s = movement.end_s();
        }

        private void drive(Movement movement) {
            Way way = measure.between(place, movement.place());
            int least_s = hours.lasts_s(place, movement.leave_s(), way.seconds());
            driving_s += atTheWheel_s(way.seconds(), movement.leave_s(), movement.arrive_s(), least_s);
            legs.add(new Leg(
                    vehicle,
                    free_s,
                    movement.leave_s(),
                    movement.arrive_s(),
                    movement.end_s(),
                    way.metres(),
                    least_s,
                    onBoard == 0,
                    movement.place() == vehicle.facts().home() && !(movement instanceof Movement.Pickup)));
            place = movement.place();
        }

        /** A way on which the driver rests may be driven at another hour than it begins. */
        private int atTheWheel_s(int way_s, int leave_s, int arrive_s, int unrested_s) {
            boolean rests = arrive_s - leave_s > unrested_s + 1;
            return rests ? hours.least_s(place, leave_s, arrive_s, way_s) : unrested_s;
        }

        private void pickUp(Movement.Pickup pickup) {
            DayFacts.Ride ride = facts.rides().get(pickup.ride());
            begin_s.put(pickup.ride(), pickup.begin_s());
            if (ride.sharing() instanceof Sharing.Exclusive) {
                int there_s = driveInside(ride, pickup.begin_s(), pickup.end_s());
                rides.get(pickup.ride()).serve(vehicle, driver(), pickup.begin_s(), there_s);
            } else {
                onBoard++;
            }
        }

        private void dropOff(Movement.Dropoff dropoff) {
            onBoard--;
            int from_s = begin_s.getOrDefault(dropoff.ride(), Integer.MIN_VALUE / 2);
            rides.get(dropoff.ride()).serve(vehicle, driver(), from_s, dropoff.begin_s());
        }

        private int driver() {
            return taken == null ? DayFacts.NONE : taken.driver();
        }

        /** From the pick-up over all stops; when the riders are there. */
        private int driveInside(DayFacts.Ride ride, int from_s, int to_s) {
            List<Stop> stops = new ArrayList<>(ride.via());
            stops.add(ride.dropoff());
            int at_s = from_s + ride.pickup().service_s();
            int there_s = at_s;
            int unrested_s = 0;
            int least_s = 0;
            long metres = 0;
            for (Stop stop : stops) {
                Way way = measure.between(place, stop.place());
                metres += way.metres();
                int lasts_s = hours.lasts_s(place, there_s, way.seconds());
                unrested_s += lasts_s;
                least_s += hours.least_s(place, from_s, to_s, way.seconds());
                there_s += lasts_s + stop.service_s();
                place = stop.place();
            }
            driving_s += to_s - there_s > stops.size() ? least_s : unrested_s;
            legs.add(new Leg(vehicle, at_s, at_s, to_s, to_s, metres, there_s - at_s, false, false));
            return to_s - ride.dropoff().service_s();
        }

        private void endTurn() {
            if (taken != null) {
                turns.add(new Turn(
                        taken.driver(),
                        facts.drivers().get(taken.driver()),
                        vehicle,
                        taken.begin_s(),
                        taken.end_s(),
                        free_s,
                        driving_s,
                        facts.takeOver_s()));
            }
            taken = null;
            driving_s = 0;
        }
    }
}
