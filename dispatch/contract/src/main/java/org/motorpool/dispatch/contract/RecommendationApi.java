package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/requests/{id}/recommendations}, {@code /api/v1/plans/{id}/explanations}. */
public final class RecommendationApi {
    private RecommendationApi() {}

    /**
     * Who should serve a request, as things stand, and why nobody else.
     *
     * @param asOf of when the orders, drivers and vehicles are that it was judged by
     * @param best vehicle and driver that the day costs least with, the first the best
     * @param dearer those that could serve it too
     * @param refused those that cannot, by reason, the most frequent first
     * @param shared 合乘: orders it may ride with, the one that drives least longer first
     */
    public record Recommendations(
            UUID requestId,
            Instant asOf,
            List<Pair> best,
            Dearer dearer,
            List<Refused> refused,
            List<SharedRide> shared) {
        public Recommendations {
            shared = List.copyOf(shared);
            best = List.copyOf(best);
            refused = List.copyOf(refused);
        }
    }

    /**
     * A vehicle with its driver.
     *
     * @param startsAt expected pick-up
     * @param added_fen what the day then costs more, fen: the sum of the terms
     */
    public record Pair(
            UUID vehicleId,
            String plate,
            String vehicleUnitName,
            UUID driverId,
            String driverName,
            Instant startsAt,
            long added_fen,
            List<CostTerm> terms) {
        public Pair {
            terms = List.copyOf(terms);
        }
    }

    /**
     * 合乘: an order whose vehicle has room for the riders, who all agree to share; {@code POST /api/v1/orders} with {@code ridesWithId}.
     *
     * @param passengers on board already
     * @param seats for riders
     * @param added_minutes at the wheel, by estimate
     */
    public record SharedRide(
            UUID orderId,
            String orderNumber,
            UUID vehicleId,
            String plate,
            UUID driverId,
            String driverName,
            int passengers,
            int seats,
            long added_minutes) {}

    /** A part of a cost: driving, deadhead, other-unit, other-region, not-new-energy, …; in fen. */
    public record CostTerm(String code, String name, String nameEn, long fen) {}

    /** Vehicles that could serve, the least dear first; as many as were asked for. */
    public record Dearer(int count, List<Other> vehicles) {
        public Dearer {
            vehicles = List.copyOf(vehicles);
        }
    }

    /**
     * Vehicles that one reason keeps from the request.
     *
     * @param code stable: time, seats, driver, …, or that of the rule, such as offer-missing
     * @param clause where the rule stands; null when it is no rule but a fact
     * @param count of all of them
     * @param vehicles as many as were asked for, by plate
     */
    public record Refused(String code, String name, String nameEn, String clause, int count, List<Other> vehicles) {
        public Refused {
            vehicles = List.copyOf(vehicles);
        }
    }

    /**
     * A vehicle that is not among the best.
     *
     * @param reason the code that refuses it, or {@code dearer}
     * @param more_fen what it costs more than the best; null when it is refused
     * @param shortage what its battery lacks; null for every other reason than {@code energy}
     */
    public record Other(
            UUID vehicleId, String plate, String unitName, String reason, Long more_fen, Shortage shortage) {}

    /**
     * What a battery lacks for the day with the request.
     *
     * @param needed_km of the whole day
     * @param available_km what it has for that, with what is charged on the way, without the reserve that stays in it
     * @param text the same in words, Chinese / English
     */
    public record Shortage(int needed_km, int available_km, String text) {}

    /**
     * Why a plan treats a request as it does.
     *
     * @param chosen who serves it, with what the plan would save without it; null when nobody does
     * @param runnerUp the best other vehicle; null without one
     * @param difference_fen what the runner-up costs more; null without one
     * @param binding how many vehicles each constraint keeps from it when nobody serves it, the one nearest to success first
     * @param possible who could serve it although the plan leaves it out; or null
     * @param relaxations the smallest changes that would get it served
     * @param fault what is wrong with the request itself; or null
     */
    public record Explanation(
            UUID requestId,
            Pair chosen,
            Pair runnerUp,
            Long difference_fen,
            List<Binding> binding,
            Pair possible,
            List<Relaxation> relaxations,
            Fault fault) {
        public Explanation {
            binding = List.copyOf(binding);
            relaxations = List.copyOf(relaxations);
        }
    }

    /** A constraint, and how many vehicles it keeps away. */
    public record Binding(String code, String name, String nameEn, int vehicles) {}

    /** A change of what was asked for, Chinese / English, and who would serve it then. */
    public record Relaxation(String code, String text, Pair pair) {}

    /** What is wrong with a request, so that nobody can serve it. */
    public record Fault(String code, String reason) {}
}
