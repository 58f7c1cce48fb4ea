package org.motorpool.dispatch.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.organisation.Unit;

/**
 * All that a submission must know, read at once.
 *
 * @param unit the requesting unit
 * @param rules in force on the day of departure
 * @param days of the State Council's calendar around the period
 * @param hold how long a pending request holds a vehicle; null where none is held
 * @param capacity null without {@code hold}
 * @param chains that may apply, the first that does decides
 * @param authorityPath path of the fleet authority of the unit's region; null without chains
 */
public record RequestFacts(
        Unit unit,
        boolean categoryKnown,
        boolean purposeKnown,
        List<RequestRule> rules,
        List<Day> days,
        Estimate estimate,
        Paper paper,
        @Nullable Hold hold,
        @Nullable Capacity capacity,
        List<ApprovalChain> chains,
        @Nullable String authorityPath) {

    public RequestFacts {
        rules = List.copyOf(rules);
        days = List.copyOf(days);
        chains = List.copyOf(chains);
    }

    /** The same with the capacity counted again. */
    RequestFacts with(Capacity counted) {
        return new RequestFacts(
                unit, categoryKnown, purposeKnown, rules, days, estimate, paper, hold, counted, chains, authorityPath);
    }

    /** A day of the calendar; kind HOLIDAY or WORKDAY. */
    public record Day(LocalDate day, String kind, String name) {}

    /** Planning figures of the place. */
    public record Estimate(double roadFactor, long cost_fen_per_km, long cost_fen_per_h) {}

    /** Within how many hours the paper of an emergency must follow. */
    public record Paper(int hours, String clause) {}

    /**
     * How long a pending request holds a vehicle.
     *
     * @param expiry LAPSE or KEEP
     * @param severity what a submission beyond the capacity is
     */
    public record Hold(int hours, String expiry, Severity severity, String clause) {}

    /** Vehicles of the category in the unit over the period. */
    public record Capacity(int vehicles, int ordered, int held) {

        /** What is left for this request. */
        public int remaining() {
            return Math.max(0, vehicles - ordered - held);
        }
    }
}
