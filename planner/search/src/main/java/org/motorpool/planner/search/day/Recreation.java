package org.motorpool.planner.search.day;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Puts absent requests back, all legs of one or none, each where it adds least among the routes near it and the vehicles at home. */
final class Recreation {

    private static final int ROUTES = 30;
    private static final int KINDS = 8;

    /** Of so many rides that find no place one looks at vehicles that are home from rides far away in time. */
    private static final int SELDOM = 32;

    private final DayPlan plan;
    private final DispatchDay day;
    private final Vicinity vicinity;
    private final SplittableRandom random;
    private final Insertion insertion;
    private final Crews crews;
    private final int[] tried;
    private int round;

    /** The first plan is being made: vehicles that have come home are all looked at. */
    private boolean isFirst = true;

    Recreation(DayPlan plan, Vicinity vicinity, Crews crews, SplittableRandom random) {
        this.plan = plan;
        this.day = plan.day;
        this.vicinity = vicinity;
        this.crews = crews;
        this.random = random;
        this.insertion = new Insertion(plan, random);
        this.tried = new int[plan.route.length];
    }

    /** The absent requests near a ride, in a random kind of order; those far away gain nothing from what was taken out. */
    void recreate(int seed) {
        isFirst = false;
        int kind = random.nextInt(KINDS);
        long[] order = Arrays.stream(vicinity.around(seed))
                .map(ride -> day.rides.leader[ride])
                .filter(plan::isAbsent)
                .distinct()
                .mapToLong(ride -> (long) key(ride, kind) << 32 | ride)
                .sorted()
                .toArray();
        for (long leader : order) {
            insert((int) leader);
        }
    }

    private int key(int ride, int kind) {
        return switch (kind) {
            case 0, 1 -> random.nextInt(Integer.MAX_VALUE);
            case 2, 3 -> day.rides.earliest_s[2 * ride];
            case 4 -> -day.rides.earliest_s[2 * ride];
            case 5 -> day.rides.allowed[ride].cardinality();
            case 6 -> -day.rides.direct_s[ride];
            default -> -(int) Math.min(Integer.MAX_VALUE, day.rides.absent_fen[ride]);
        };
    }

    /** Every leg of the request, or none. */
    boolean insert(int leader) {
        int[] legs = day.rides.legs[leader];
        for (int i = 0; i < legs.length; i++) {
            if (!plan.isServed(legs[i]) && !insertLeg(legs[i])) {
                giveUp(legs, i);
                return false;
            }
        }
        return true;
    }

    private void giveUp(int[] legs, int inserted) {
        for (int i = 0; i < inserted; i++) {
            if (!plan.isFixed(legs[i])) {
                plan.remove(legs[i]);
            }
        }
        if (inserted > 0) {
            plan.refresh();
        }
    }

    private boolean insertLeg(int ride) {
        round++;
        insertion.begin(ride, day.rides.absent_fen[ride]);
        int pinned = day.rides.pinned[ride];
        if (pinned != DayFacts.NONE) {
            return insertPinned(ride, plan.route[pinned]);
        }
        int left = ROUTES;
        for (int near : vicinity.around(ride)) {
            int vehicle = plan.vehicleOf[near];
            if (vehicle >= 0 && tried[vehicle] != round) {
                tried[vehicle] = round;
                if (day.rides.allowed[ride].get(vehicle)) {
                    tryRoute(plan.route[vehicle]);
                    if (--left == 0) {
                        break;
                    }
                }
            }
        }
        crews.tryIdle(insertion, ride);
        if (!insertion.isFound() && (isFirst || random.nextInt(SELDOM) == 0)) {
            crews.tryReturned(insertion, ride);
        }
        if (insertion.isFound()) {
            plan.insert(insertion);
        }
        return insertion.isFound();
    }

    private boolean insertPinned(int ride, Route route) {
        if (day.rides.allowed[ride].get(route.vehicle)) {
            insertion.tryRoute(route);
            crews.tryDrivers(insertion, route);
        }
        if (insertion.isFound()) {
            plan.insert(insertion);
        }
        return insertion.isFound();
    }

    private void tryRoute(Route route) {
        long before_fen = insertion.added_fen();
        insertion.tryRoute(route);
        if (insertion.added_fen() == before_fen && random.nextInt(4) == 0) {
            crews.tryDrivers(insertion, route);
        }
    }
}
