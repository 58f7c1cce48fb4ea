package org.motorpool.dispatch.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/tariffs}: what the use of a unit's vehicles costs other units 收费标准. Money is fen. */
public final class TariffApi {
    private TariffApi() {}

    /**
     * A stretch of the distance and its price.
     *
     * @param upTo_km where the stretch ends; null for the last one, which has no end
     */
    public record Tier(Integer upTo_km, Long fen_per_km) {}

    /**
     * Waiting 等候: each started step beyond the free minutes.
     *
     * @param free_minutes not charged
     * @param step_minutes length of a step
     */
    public record Waiting(Integer free_minutes, Integer step_minutes, Long fen_per_step) {}

    /**
     * The prices of vehicles of a category and body type. What is left out is not charged.
     *
     * @param category vehicles of this category, null for all
     * @param bodyType SEDAN, SMALL_BUS, MEDIUM_BUS or LARGE_BUS, null for all
     * @param start_fen for the use as such
     * @param least_km a shorter use is priced like one of this distance
     * @param tiers each kilometre at the price of its stretch
     * @param hour_fen each started hour; of a day that is not full, never more than {@code day_fen}
     * @param day_fen each 24 hours; without {@code hour_fen} each started 24 hours
     * @param minimum_fen the least a use costs, expenses not counted
     * @param noShow_fen when the passengers do not come, in the place of all but waiting and expenses; null without a fee
     */
    public record Rate(
            String category,
            String bodyType,
            Long start_fen,
            Integer least_km,
            List<Tier> tiers,
            Long hour_fen,
            Long day_fen,
            Waiting waiting,
            Long minimum_fen,
            Long noShow_fen) {
        public Rate {
            tiers = tiers == null ? List.of() : List.copyOf(tiers);
        }

        /** Without a fee for passengers who do not come. */
        public Rate(
                String category,
                String bodyType,
                Long start_fen,
                Integer least_km,
                List<Tier> tiers,
                Long hour_fen,
                Long day_fen,
                Waiting waiting,
                Long minimum_fen) {
            this(category, bodyType, start_fen, least_km, tiers, hour_fen, day_fen, waiting, minimum_fen, null);
        }
    }

    /**
     * How amounts become whole.
     *
     * @param to FEN, JIAO or YUAN
     * @param mode HALF_UP or HALF_EVEN
     * @param per LINE: each line; BILL: the sum, and a line shows the difference
     */
    public record Rounding(String to, String mode, String per) {}

    /**
     * Body of {@code POST tariffs}: a draft.
     *
     * @param unitId who charges
     * @param tariffId the tariff this is the next version of; null for a new one
     * @param free true: explicitly free 免费, then without rates
     * @param passThrough expenses the user pays as they were: TOLL, PARKING, FUEL, CHARGING
     * @param effectiveTo the day after the last; null while open
     */
    public record NewTariff(
            UUID unitId,
            UUID tariffId,
            String name,
            Boolean free,
            List<Rate> rates,
            List<String> passThrough,
            Rounding rounding,
            LocalDate effectiveFrom,
            LocalDate effectiveTo) {
        public NewTariff {
            rates = rates == null ? List.of() : List.copyOf(rates);
            passThrough = passThrough == null ? List.of() : List.copyOf(passThrough);
        }
    }

    /**
     * A version of a tariff. Once published it never changes but for its end.
     *
     * @param id the same for all versions
     * @param tariffVersion 1 for the first
     * @param status DRAFT, PUBLISHED or WITHDRAWN
     */
    public record Tariff(
            UUID id,
            int tariffVersion,
            UUID unitId,
            String unitName,
            String name,
            String status,
            boolean free,
            List<Rate> rates,
            List<String> passThrough,
            Rounding rounding,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            long version)
            implements Versioned {
        public Tariff {
            rates = List.copyOf(rates);
            passThrough = List.copyOf(passThrough);
        }
    }

    /** Body of {@code POST tariffs/{id}/versions/{tariffVersion}/end}: the day after the last, today or later. */
    public record End(LocalDate effectiveTo) {}

    /**
     * One line of a price.
     *
     * @param component START, DISTANCE, HOURS, DAYS, WAITING, MINIMUM, ROUNDING, FREE, TOLL, PARKING, FUEL or CHARGING
     * @param unit use, km, h, d, step or item
     * @param rate_fen of one unit; null where the amount is no product
     */
    public record Line(String component, String quantity, String unit, Long rate_fen, long amount_fen) {}
}
