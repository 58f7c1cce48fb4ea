package org.motorpool.planner.search.day;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.motorpool.planner.search.IntBag;

/** Routes of all vehicles and the rides that are in none; a change may be taken back as long as it is not kept. */
final class DayPlan {

    static final int NONE = DayFacts.NONE;

    /** So far a change is followed from vehicle to vehicle; what reaches further is not done. */
    static final int MOST_FOLLOWED = 6;

    final DispatchDay day;
    final Sockets sockets;
    final Simulation simulation;
    final Route[] route;

    /** Vehicle that serves the ride, or −1. */
    int[] vehicleOf;

    final DriverDays drivers;

    /** Rides that no vehicle serves, and vehicles that have a route. */
    IntBag absent;

    final IntBag used;
    final Balance balance;

    private final Route[] before;
    private final IntBag changed;
    private final IntBag dirty;
    private final Route draft = new Route(0);
    private IntBag absentBefore;
    private long routes_fen;
    private long absent_fen;
    private long absentBefore_fen;
    private long handover_fen;
    private long handoverBefore_fen;
    private boolean broken;

    DayPlan(DispatchDay day) {
        this.day = day;
        this.sockets = new Sockets(day.facts);
        this.route = routes(day);
        this.drivers = new DriverDays(day, route);
        this.simulation = new Simulation(day, sockets, drivers);
        this.before = routes(day);
        this.vehicleOf = new int[day.rides.size];
        this.absent = new IntBag(day.rides.size);
        this.absentBefore = new IntBag(day.rides.size);
        this.used = new IntBag(day.vehicles.size);
        this.changed = new IntBag(day.vehicles.size);
        this.dirty = new IntBag(day.vehicles.size);
        this.balance = new Balance(day);
        Arrays.fill(vehicleOf, NONE);
        for (int ride = 0; ride < day.rides.size; ride++) {
            absent.add(ride);
            absent_fen += day.rides.absent_fen[ride];
        }
        keep();
    }

    private static Route[] routes(DispatchDay day) {
        Route[] routes = new Route[day.vehicles.size];
        for (int vehicle = 0; vehicle < routes.length; vehicle++) {
            routes[vehicle] = new Route(vehicle);
            routes[vehicle].progress.park(
                    day.vehicles.home[vehicle], day.vehicles.charge_m[vehicle], day.facts.now_s());
        }
        return routes;
    }

    long cost_fen() {
        return routes_fen + drivers.again_fen() + absent_fen + handover_fen + balance.cost_fen();
    }

    /** By term, as many as {@link CostTerm} has. */
    long[] terms_fen() {
        long[] terms_fen = new long[CostTerm.COUNT];
        for (Route driven : route) {
            for (int term = 0; term < CostTerm.COUNT; term++) {
                terms_fen[term] += driven.terms_fen[term];
            }
        }
        for (int ride : absent.toArray()) {
            CostTerm term = day.rides.rented[ride] ? CostTerm.RENTAL : CostTerm.UNSERVED;
            terms_fen[term.ordinal()] += day.rides.absent_fen[ride];
        }
        terms_fen[CostTerm.DRIVER.ordinal()] += drivers.again_fen();
        terms_fen[CostTerm.HANDOVER.ordinal()] = handover_fen;
        terms_fen[CostTerm.FAIRNESS.ordinal()] = balance.cost_fen();
        return terms_fen;
    }

    /** Of the routes alone. */
    long routes_fen() {
        return routes_fen;
    }

    /** A change left something that cannot be driven: it must be taken back. */
    boolean isBroken() {
        return broken;
    }

    boolean isServed(int ride) {
        return vehicleOf[ride] != NONE;
    }

    boolean isAbsent(int ride) {
        return absent.contains(ride);
    }

    /** Begun, or pinned where it is: no search takes it out. */
    boolean isFixed(int ride) {
        Route in = route[vehicleOf[ride]];
        return day.rides.pinned[ride] != NONE || in.frozen > 0 && in.indexOf(2 * ride) < in.frozen;
    }

    /** Makes room for a ride that the day got just now. */
    void reserve(int ride) {
        if (vehicleOf.length <= ride) {
            vehicleOf = Arrays.copyOf(vehicleOf, 2 * ride + 1);
            absent = grown(absent, vehicleOf.length);
            absentBefore = grown(absentBefore, vehicleOf.length);
        }
        vehicleOf[ride] = NONE;
    }

    /** A ride that the day got just now is absent. */
    void admit(int ride) {
        reserve(ride);
        absent.add(ride);
        absent_fen += day.rides.absent_fen[ride];
        keep();
    }

    /** The ride is over for this plan: it is neither served nor absent. */
    void dismiss(int ride) {
        absent.remove(ride);
        absent_fen -= day.rides.absent_fen[ride];
        keep();
    }

    private static IntBag grown(IntBag bag, int limit) {
        IntBag grown = new IntBag(limit);
        grown.copy(bag);
        return grown;
    }

    /** Puts the ride where the insertion found that it adds least. */
    void insert(Insertion found) {
        Route into = open(found.vehicle());
        found.write(draft, into);
        replace(into);
        serve(found.ride(), found.vehicle());
    }

    private void serve(int ride, int vehicle) {
        int leader = day.rides.leader[ride];
        handover_fen -= handover_fen(leader);
        vehicleOf[ride] = vehicle;
        handover_fen += handover_fen(leader);
        absent.remove(ride);
        absent_fen -= day.rides.absent_fen[ride];
        balance.lend(vehicle, ride, 1);
    }

    /** Takes the ride out; {@link #refresh} is due afterwards. */
    void remove(int ride) {
        Route from = open(vehicleOf[ride]);
        for (int vehicle : drivers.others(from)) {
            open(vehicle);
            dirty.add(vehicle);
        }
        drivers.leave(from);
        from.without(ride);
        drivers.enter(from);
        dirty.add(from.vehicle);
        unserve(ride);
    }

    private void unserve(int ride) {
        int leader = day.rides.leader[ride];
        balance.lend(vehicleOf[ride], ride, -1);
        handover_fen -= handover_fen(leader);
        vehicleOf[ride] = NONE;
        handover_fen += handover_fen(leader);
        absent.add(ride);
        absent_fen += day.rides.absent_fen[ride];
    }

    /** Drives anew what rides were taken out of. */
    void refresh() {
        for (int i = 0; i < dirty.size(); i++) {
            broken |= !drive(route[dirty.get(i)]);
        }
        for (int i = 0; i < dirty.size(); i++) {
            broken |= !follow(route[dirty.get(i)], MOST_FOLLOWED);
        }
        dirty.clear();
    }

    /** Drives a route anew; when that is impossible it stays as it was, and the answer is false. */
    boolean drive(Route route) {
        draft.draft(route, route.size);
        draft.append(route, route.frozen, route.size);
        boolean driven = simulation.runLogged(draft, route.bookings);
        if (driven) {
            accept(route);
        }
        return driven;
    }

    /** So many visits have begun; whether the others can still be driven. */
    boolean freeze(Route route, int visits, int now_s) {
        draft.copy(route);
        draft.vehicle = route.vehicle;
        simulation.advance(draft, visits, now_s, route.bookings);
        boolean driven = simulation.runLogged(draft, route.bookings);
        if (driven) {
            accept(route);
        }
        return driven;
    }

    /** Nothing in the route counts as moved any more. */
    void forgetMoves(Route route) {
        int moved = CostTerm.MOVED.ordinal();
        routes_fen -= route.terms_fen[moved];
        route.cost_fen -= route.terms_fen[moved];
        route.terms_fen[moved] = 0;
    }

    private void replace(Route old) {
        if (simulation.runLogged(draft, old.bookings)) {
            accept(old);
            broken |= !follow(old, MOST_FOLLOWED);
        } else {
            broken = true;
        }
    }

    private void accept(Route old) {
        sockets.release(old.bookings);
        routes_fen += draft.cost_fen - old.cost_fen;
        drivers.leave(old);
        old.copy(draft);
        drivers.enter(old);
        sockets.take(old.bookings);
        note(old);
    }

    /** Drives anew what the drivers of a route that has changed do later in other vehicles; whether that can still be done. */
    private boolean follow(Route changed, int most) {
        for (int vehicle : drivers.later(changed)) {
            Route later = open(vehicle);
            TurnLog before = new TurnLog();
            before.copy(later.turns);
            boolean driven = most > 0 && drive(later);
            if (!driven || !before.isLike(later.turns) && !follow(later, most - 1)) {
                return false;
            }
        }
        return true;
    }

    private Route open(int vehicle) {
        if (!changed.contains(vehicle)) {
            changed.add(vehicle);
            before[vehicle].copy(route[vehicle]);
        }
        return route[vehicle];
    }

    private void note(Route driven) {
        if (driven.isEmpty()) {
            used.remove(driven.vehicle);
        } else {
            used.add(driven.vehicle);
        }
    }

    private long handover_fen(int leader) {
        int[] legs = day.rides.legs[leader];
        long handover_fen = 0;
        for (int i = 1; i < legs.length; i++) {
            int one = vehicleOf[legs[i - 1]];
            int next = vehicleOf[legs[i]];
            if (one != NONE && next != NONE && one != next) {
                handover_fen += day.weights[day.rides.unit[leader]].handover_fen();
            }
        }
        return handover_fen;
    }

    /** What the vehicle costs for the ride beside its route. */
    long beside_fen(int vehicle, int ride) {
        int leader = day.rides.leader[ride];
        if (day.rides.legs[leader].length == 1) {
            return balance.added_fen(vehicle, ride);
        }
        long now_fen = handover_fen(leader);
        vehicleOf[ride] = vehicle;
        long then_fen = handover_fen(leader);
        vehicleOf[ride] = NONE;
        return then_fen - now_fen + balance.added_fen(vehicle, ride);
    }

    /** What was changed stays. */
    void keep() {
        changed.clear();
        dirty.clear();
        absentBefore.copy(absent);
        absentBefore_fen = absent_fen;
        handoverBefore_fen = handover_fen;
        balance.keep();
    }

    /** Routes that were changed and not driven since. */
    int[] stale() {
        return dirty.toArray();
    }

    /** Vehicles changed since the last {@link #keep} or {@link #undo}. */
    int[] changed() {
        return changed.toArray();
    }

    /** What was changed since the last {@link #keep} becomes as it was. */
    void undo() {
        dirty.clear();
        broken = false;
        absent.copy(absentBefore);
        absent_fen = absentBefore_fen;
        handover_fen = handoverBefore_fen;
        balance.undo();
        for (int i = 0; i < absent.size(); i++) {
            vehicleOf[absent.get(i)] = NONE;
        }
        for (int i = 0; i < changed.size(); i++) {
            Route now = route[changed.get(i)];
            sockets.release(now.bookings);
            routes_fen += before[now.vehicle].cost_fen - now.cost_fen;
            drivers.leave(now);
        }
        for (int i = 0; i < changed.size(); i++) {
            restore(route[changed.get(i)]);
        }
        changed.clear();
    }

    private void restore(Route now) {
        now.copy(before[now.vehicle]);
        sockets.take(now.bookings);
        drivers.enter(now);
        note(now);
        for (int i = 0; i < now.size; i++) {
            if (!Route.isTakeOver(now.visit[i])) {
                vehicleOf[now.visit[i] >> 1] = now.vehicle;
            }
        }
    }

    /** Routes become as they were copied once; what the copies serve and these do not is absent. */
    void load(Route[] copies) {
        for (Route copy : copies) {
            forEachRide(open(copy.vehicle), this::unserve);
            sockets.release(route[copy.vehicle].bookings);
        }
        for (Route copy : copies) {
            take(copy);
        }
        drivers.rename();
        keep();
    }

    private void take(Route copy) {
        Route now = route[copy.vehicle];
        routes_fen += copy.cost_fen - now.cost_fen;
        now.copy(copy);
        sockets.take(now.bookings);
        note(now);
        forEachRide(now, ride -> serve(ride, now.vehicle));
    }

    private static void forEachRide(Route route, IntConsumer ride) {
        for (int i = 0; i < route.size; i++) {
            if (Route.isPickup(route.visit[i])) {
                ride.accept(route.visit[i] >> 1);
            }
        }
    }
}
