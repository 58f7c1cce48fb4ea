package org.motorpool.planner.search.day;

import java.util.ArrayList;
import java.util.List;

/** Lets an event happen to the plan, and tells which rides need a place now. */
final class Happening {

    private final DayPlan plan;
    private final DispatchDay day;
    private final DrivenPlan driven;

    Happening(DayPlan plan, DrivenPlan driven) {
        this.plan = plan;
        this.driven = driven;
        this.day = plan.day;
    }

    List<Integer> affected(DayEvent event) {
        return switch (event) {
            case DayEvent.Requested(int _, DayFacts.Ride ride) -> List.of(request(ride));
            case DayEvent.Cancelled(int _, int ride) -> cancel(ride);
            case DayEvent.Delayed(int _, int vehicle, int by_s) -> isKnown(vehicle) ? delay(vehicle, by_s) : List.of();
            case DayEvent.BrokenDown(int _, int vehicle) -> isKnown(vehicle) ? breakDown(vehicle) : List.of();
        };
    }

    /** Around which rides something may be won. */
    List<Integer> seeds(DayEvent event, List<Integer> affected) {
        return event instanceof DayEvent.Cancelled(int _, int ride) && ride >= 0 && ride < day.rides.size
                ? List.of(ride)
                : affected;
    }

    private boolean isKnown(int vehicle) {
        return vehicle >= 0 && vehicle < plan.route.length;
    }

    private int request(DayFacts.Ride ride) {
        int number = day.addChecked(ride);
        plan.admit(number);
        return number;
    }

    private List<Integer> cancel(int ride) {
        if (ride < 0 || ride >= day.rides.size) {
            return List.of();
        }
        for (int leg : day.rides.legs[day.rides.leader[ride]]) {
            if (plan.isServed(leg) && !driven.hasBegun(leg)) {
                plan.remove(leg);
            }
        }
        driven.refresh();
        for (int leg : day.rides.legs[day.rides.leader[ride]]) {
            if (plan.isAbsent(leg)) {
                plan.dismiss(leg);
            }
        }
        return List.of();
    }

    private List<Integer> delay(int vehicle, int by_s) {
        Route route = plan.route[vehicle];
        route.progress.waitUntil(route.progress.at_s + Math.max(0, by_s), day.vehicles.home[vehicle]);
        if (!plan.drive(route)) {
            driven.release(route);
        }
        List<Integer> affected = driven.relieve(route);
        plan.keep();
        return affected;
    }

    private List<Integer> breakDown(int vehicle) {
        Route route = plan.route[vehicle];
        day.close(vehicle);
        route.stranded = route.frozen > 0;
        List<Integer> affected = new ArrayList<>();
        for (int ride = DrivenPlan.next(route); ride >= 0; ride = DrivenPlan.next(route)) {
            plan.remove(ride);
            affected.add(ride);
        }
        driven.refresh();
        if (route.stranded && plan.drive(route)) {
            driven.release(route);
            driven.refresh();
        }
        return affected;
    }
}
