package org.motorpool.planner.contract;

import java.time.Instant;
import java.util.List;

/** What the planner answers about a running day, see {@link DayApi}. */
public final class DayAnswerApi {

    private DayAnswerApi() {}

    /**
     * What became of the facts.
     *
     * @param blocked rides whose vehicle cannot be in time for them by the planner's estimate: it counts as promised instead
     * @param faults rides that nobody can serve as they are
     * @param displaced rides that were announced with a vehicle that has no room for them by the planner's estimate: they are served by
     *     another one, or by none
     * @param unserved_fen the part of the cost that rides left out make
     */
    public record State(
            String snapshot,
            int vehicles,
            int rides,
            int served,
            long cost_fen,
            List<String> blocked,
            List<Fault> faults,
            List<String> displaced,
            long unserved_fen) {
        public State {
            blocked = listed(blocked);
            faults = listed(faults);
            displaced = listed(displaced);
        }
    }

    /** What is wrong with an item; the reason is for people, Chinese / English. */
    public record Fault(String item, String code, String reason) {}

    /**
     * Who should serve a ride, and why nobody else.
     *
     * @param best the least dear first
     * @param dearer who could, but is not among the best, the least dear first
     * @param refused who cannot, by the constraint that binds
     */
    public record Recommendation(List<Option> best, List<Dearer> dearer, List<Refused> refused) {
        public Recommendation {
            best = List.copyOf(best);
            dearer = List.copyOf(dearer);
            refused = List.copyOf(refused);
        }
    }

    /** A vehicle with its driver, when it picks up, and what the day then costs more, term by term. */
    public record Option(String vehicle, String driver, Instant begin, long added_fen, List<Term> terms) {
        public Option {
            terms = List.copyOf(terms);
        }
    }

    /** A part of a cost. */
    public record Term(String code, String name, String nameEn, long fen) {}

    /** A vehicle that could serve, but costs so much more than the best. */
    public record Dearer(String vehicle, long more_fen) {}

    /**
     * Vehicles that one constraint keeps from the ride.
     *
     * @param shortages of those whose batteries do not last; empty for every other constraint
     */
    public record Refused(String code, String name, String nameEn, List<String> vehicles, List<Shortage> shortages) {
        public Refused {
            vehicles = List.copyOf(vehicles);
            shortages = listed(shortages);
        }

        /** For another reason than their batteries. */
        public Refused(String code, String name, String nameEn, List<String> vehicles) {
            this(code, name, nameEn, vehicles, List.of());
        }
    }

    /**
     * What the battery of a vehicle lacks.
     *
     * @param needed_m metres of its whole day with the ride
     * @param available_m metres it has for them, with what it charges on the way
     */
    public record Shortage(String vehicle, int needed_m, int available_m) {}

    /**
     * Why a day treats a ride as it does.
     *
     * @param chosen who serves it, with what the day would save without it; null when nobody does
     * @param runnerUp the best other vehicle; null when there is none
     * @param difference_fen what the runner-up costs more; null without one
     * @param binding how many vehicles each constraint keeps from a ride that nobody serves, the one nearest to success first
     * @param possible who could serve it, although the plan leaves it out or rents a car; or null
     * @param relaxations the smallest changes that would get it served
     * @param fault what is wrong with the ride itself; or null
     */
    public record Explanation(
            String ride,
            Option chosen,
            Option runnerUp,
            Long difference_fen,
            List<Binding> binding,
            Option possible,
            List<Relaxation> relaxations,
            Fault fault) {
        public Explanation {
            binding = List.copyOf(binding);
            relaxations = List.copyOf(relaxations);
        }
    }

    /** A constraint and how many vehicles it keeps away. */
    public record Binding(String code, String name, String nameEn, int vehicles) {}

    /** A change of what was asked for, in words, Chinese / English, and who would serve the ride then. */
    public record Relaxation(String code, String text, Option option) {}

    /**
     * What an event changed.
     *
     * @param affected rides the event itself concerns
     * @param moved others that got another vehicle or driver, each for more than the price of moving
     * @param saved_fen what moving them saves, before that price
     * @param unserved rides of the event that nobody serves now
     * @param unserved_fen the part of the cost that rides left out make
     */
    public record Replanned(
            List<Seat> affected,
            List<Seat> moved,
            long saved_fen,
            List<String> unserved,
            long cost_fen,
            long unserved_fen) {
        public Replanned {
            affected = List.copyOf(affected);
            moved = List.copyOf(moved);
            unserved = List.copyOf(unserved);
        }
    }

    /** A ride and who serves it now; null for nobody. */
    public record Seat(String ride, String vehicle, String driver, Instant begin) {}

    /** Why a question was not answered; {@code code} is stable, {@code detail} for people, Chinese / English. */
    public record Refusal(String code, String detail, String item) {}

    private static <T> List<T> listed(List<T> items) {
        return items == null ? List.of() : List.copyOf(items);
    }
}
