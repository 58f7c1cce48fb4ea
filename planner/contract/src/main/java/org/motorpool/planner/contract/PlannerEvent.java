package org.motorpool.planner.contract;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the planner found; the stream is keyed by {@link #planningUnit()}. The planner only proposes. */
public sealed interface PlannerEvent {

    /** Topic of this stream. */
    String TOPIC = "motorpool.planner.event.v1";

    /** The value of {@code type} on the wire for each record. Names are only ever added. */
    Map<String, Class<? extends PlannerEvent>> WIRE_TYPES = Map.of(
            "plan-proposed", PlanProposed.class,
            "plan-progressed", PlanProgressed.class,
            "plan-failed", PlanFailed.class);

    UUID planId();

    String planningUnit();

    /**
     * The best plan found.
     *
     * @param score the solver's score, for people
     * @param cost_fen what the plan costs, fen; rides left out are not in it
     * @param solved_ms time the solver took, milliseconds
     * @param bound how good the plan is, proven; null in events from before there was one
     * @param terms what {@code cost_fen} is made of; empty in events from before there were terms
     */
    record PlanProposed(
            UUID planId,
            String planningUnit,
            List<ProposedOrder> orders,
            List<Unserved> unserved,
            String score,
            long cost_fen,
            long solved_ms,
            Bound bound,
            List<DayAnswerApi.Term> terms)
            implements PlannerEvent {
        public PlanProposed {
            orders = List.copyOf(orders);
            unserved = List.copyOf(unserved);
            terms = terms == null ? List.of() : List.copyOf(terms);
        }

        /** A plan of which no terms are known. */
        public PlanProposed(
                UUID planId,
                String planningUnit,
                List<ProposedOrder> orders,
                List<Unserved> unserved,
                String score,
                long cost_fen,
                long solved_ms,
                Bound bound) {
            this(planId, planningUnit, orders, unserved, score, cost_fen, solved_ms, bound, List.of());
        }

        /** A plan of which no bound is known. */
        public PlanProposed(
                UUID planId,
                String planningUnit,
                List<ProposedOrder> orders,
                List<Unserved> unserved,
                String score,
                long cost_fen,
                long solved_ms) {
            this(planId, planningUnit, orders, unserved, score, cost_fen, solved_ms, null);
        }
    }

    /**
     * What no plan that serves the same rides can be better than. The proof is of what every plan must pay: kilometres, vehicles, drivers, and
     * what a ride costs with its vehicle; waiting, overtime, hours, rests, energy and rides that share a vehicle are left aside.
     *
     * @param cost_fen none costs less, fen
     * @param gap_percent how far the plan lies above that, percent of it
     * @param relaxation what the proof leaves aside beside: {@code column-generation}, chains of rides may be driven in part; {@code
     *     network-flow}, vehicles may also turn into others under way
     * @param vehicles none needs fewer
     */
    record Bound(long cost_fen, double gap_percent, String relaxation, int vehicles) {}

    /**
     * A better plan was found, and the search goes on; told about once a second at most.
     *
     * @param cost_fen what the best plan so far costs, fen
     * @param served rides it serves, of so many {@code rides}
     * @param elapsed_ms since the solving began, milliseconds
     */
    record PlanProgressed(UUID planId, String planningUnit, long cost_fen, int served, int rides, long elapsed_ms)
            implements PlannerEvent {}

    /** The plan could not be made; {@code code} is stable, {@code reason} is for people. */
    record PlanFailed(UUID planId, String planningUnit, String code, String reason) implements PlannerEvent {}

    /**
     * One ride given to one vehicle and driver.
     *
     * @param deadhead_m empty kilometres this ride adds, metres
     * @param charge where the vehicle charges before it; null for nowhere
     */
    record ProposedOrder(
            UUID requestId,
            UUID vehicleId,
            UUID driverId,
            PlannerCommand.Period period,
            long deadhead_m,
            Charge charge) {

        /** Without charging before it. */
        public ProposedOrder(
                UUID requestId, UUID vehicleId, UUID driverId, PlannerCommand.Period period, long deadhead_m) {
            this(requestId, vehicleId, driverId, period, deadhead_m, null);
        }
    }

    /** When a vehicle is at a charger, and where: WGS-84 degrees as the day gave them. */
    record Charge(double latitude, double longitude, PlannerCommand.Period period) {}

    /**
     * A ride no vehicle could serve, with the binding constraint.
     *
     * @param relaxations the smallest changes that would get it served; empty when none is known
     */
    record Unserved(UUID requestId, String code, String reason, List<DayAnswerApi.Relaxation> relaxations) {
        public Unserved {
            relaxations = relaxations == null ? List.of() : List.copyOf(relaxations);
        }

        /** One of which no relaxations are known. */
        public Unserved(UUID requestId, String code, String reason) {
            this(requestId, code, reason, List.of());
        }
    }
}
