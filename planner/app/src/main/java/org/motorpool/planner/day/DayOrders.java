package org.motorpool.planner.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.PlannerCommand.Period;
import org.motorpool.planner.contract.PlannerEvent.Charge;
import org.motorpool.planner.contract.PlannerEvent.ProposedOrder;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DaySolution;
import org.motorpool.planner.search.day.DaySolution.Movement;
import org.motorpool.planner.search.day.DaySolution.VehicleDay;
import org.motorpool.planner.search.day.Travel;

/** Reads the movements of a day as orders: who serves which ride, from when to when, after how many empty metres. */
final class DayOrders {

    private static final int NOBODY = -1;

    private final DayWords words;
    private final DaySolution solution;
    private final Map<String, DayApi.Ride> asked;
    private final Travel travel;

    DayOrders(DayOutcome day) {
        this.words = day.words();
        this.solution = day.solution();
        this.asked = day.facts().rides().stream().collect(Collectors.toMap(DayApi.Ride::id, Function.identity()));
        this.travel = day.travel();
    }

    /** Without the orders that there are already. */
    List<ProposedOrder> orders() {
        return solution.routes().stream()
                .flatMap(route -> new Reading(route).orders().stream())
                .toList();
    }

    /** One vehicle's day, movement by movement. */
    private final class Reading {

        private final VehicleDay route;
        private final Map<Integer, Long> empty_m = new HashMap<>();
        private final Map<Integer, Integer> driverOf = new HashMap<>();
        private final Map<Integer, Charge> chargeOf = new HashMap<>();
        private final Map<Integer, Integer> begin_s = new HashMap<>();
        private final Map<Integer, Integer> end_s = new HashMap<>();
        private final List<Integer> inTurn = new ArrayList<>();
        private int place = NOBODY;
        private int driver = NOBODY;
        private int onBoard;
        private int last = NOBODY;
        private long coming_m;
        private @Nullable Charge charge;

        Reading(VehicleDay route) {
            this.route = route;
        }

        List<ProposedOrder> orders() {
            route.movements().forEach(this::read);
            return inTurn.stream()
                    .filter(ride -> !Promises.isPinned(ride(ride)))
                    .map(this::order)
                    .toList();
        }

        private void read(Movement movement) {
            drive(movement.place());
            switch (movement) {
                case Movement.TakeOver taken -> driver = taken.driver();
                case Movement.Pickup pickup -> pickUp(pickup);
                case Movement.Dropoff dropoff -> {
                    onBoard--;
                    end_s.put(dropoff.ride(), dropoff.end_s());
                }
                case Movement.Charge charged -> charge = charge(charged);
                case Movement.Home _ -> goneHome();
            }
        }

        private void drive(int to) {
            if (place != NOBODY && onBoard == 0) {
                coming_m += travel.distance_m(place, to);
            }
            place = to;
        }

        private void pickUp(Movement.Pickup pickup) {
            int ride = pickup.ride();
            inTurn.add(ride);
            last = ride;
            empty_m.merge(ride, coming_m, Long::sum);
            coming_m = 0;
            driverOf.put(ride, driver);
            if (charge != null) {
                chargeOf.put(ride, charge);
                charge = null;
            }
            begin_s.put(ride, pickup.begin_s());
            end_s.put(ride, pickup.end_s());
            if (ride(ride).mostOnBoard_s() == null) {
                place = words.place(ride(ride).dropoff().place());
            } else {
                onBoard++;
            }
        }

        private Charge charge(Movement.Charge charged) {
            DayFacts.Place at = words.places.get(charged.place());
            return new Charge(
                    at.latitude(),
                    at.longitude(),
                    new Period(words.instant(charged.begin_s()), words.instant(charged.end_s())));
        }

        /** The way home belongs to the ride before it. */
        private void goneHome() {
            if (last != NOBODY) {
                empty_m.merge(last, coming_m, Long::sum);
            }
            coming_m = 0;
        }

        private ProposedOrder order(int ride) {
            return new ProposedOrder(
                    UUID.fromString(words.rides.get(ride)),
                    UUID.fromString(words.vehicles.get(route.vehicle())),
                    UUID.fromString(words.drivers.get(driverOf.getOrDefault(ride, NOBODY))),
                    period(ride),
                    empty_m.getOrDefault(ride, 0L),
                    chargeOf.get(ride));
        }

        /** To when the vehicle is bound, which may be after the planner's day. */
        private Period period(int ride) {
            Instant from = words.instant(begin_s.getOrDefault(ride, 0));
            Instant to = words.instant(Math.max(end_s.getOrDefault(ride, 0), begin_s.getOrDefault(ride, 0) + 1));
            Instant until = ride(ride).boundUntil();
            return new Period(from, until != null && until.isAfter(to) ? until : to);
        }

        private DayApi.Ride ride(int ride) {
            DayApi.Ride found = asked.get(words.rides.get(ride));
            if (found == null) {
                throw new IllegalStateException("the plan serves ride %d, which was not asked for".formatted(ride));
            }
            return found;
        }
    }
}
