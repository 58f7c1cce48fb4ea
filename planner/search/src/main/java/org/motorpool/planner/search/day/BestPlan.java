package org.motorpool.planner.search.day;

import org.motorpool.planner.search.IntBag;

/** The best plan so far; only routes that changed since are copied. */
final class BestPlan {

    private final DayPlan plan;
    private final Route[] route;
    private final IntBag stale;
    private long cost_fen;

    BestPlan(DayPlan plan) {
        this.plan = plan;
        this.route = new Route[plan.route.length];
        this.stale = new IntBag(route.length);
        for (int vehicle = 0; vehicle < route.length; vehicle++) {
            route[vehicle] = new Route(vehicle);
            route[vehicle].copy(plan.route[vehicle]);
        }
        this.cost_fen = plan.cost_fen();
    }

    long cost_fen() {
        return cost_fen;
    }

    /** What the plan changed and is about to keep. */
    void note() {
        for (int vehicle : plan.changed()) {
            stale.add(vehicle);
        }
    }

    /** Whether the plan is better than the best, which it then becomes. */
    boolean keep() {
        boolean better = plan.cost_fen() < cost_fen;
        if (better) {
            cost_fen = plan.cost_fen();
            for (int i = 0; i < stale.size(); i++) {
                route[stale.get(i)].copy(plan.route[stale.get(i)]);
            }
            stale.clear();
        }
        return better;
    }

    void restore() {
        Route[] changed = new Route[stale.size()];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = route[stale.get(i)];
        }
        plan.load(changed);
        stale.clear();
    }
}
