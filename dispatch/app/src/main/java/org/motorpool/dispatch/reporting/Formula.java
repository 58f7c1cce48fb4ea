package org.motorpool.dispatch.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a field of the report comes from sums. Shares and averages are taken of the sums, never of the figures of parts. */
sealed interface Formula {

    int DECIMALS = 2;

    /** The sums it needs, the first being the one people mean. */
    List<Measure> measures();

    /** The value in the unit of the field; null where it does not exist. */
    @Nullable
    BigDecimal value(Function<Measure, BigDecimal> sums);

    /** A sum in a larger unit: fen as yuan with 100, metres as kilometres with 1000. */
    record Sum(Measure measure, int divisor) implements Formula {
        @Override
        public List<Measure> measures() {
            return List.of(measure);
        }

        @Override
        public BigDecimal value(Function<Measure, BigDecimal> sums) {
            BigDecimal sum = sums.apply(measure);
            return divisor == 1 ? sum : quotient(sum, BigDecimal.valueOf(divisor));
        }
    }

    /** A quotient of sums. */
    record Ratio(Measure numerator, Measure denominator, int factor) implements Formula {
        @Override
        public List<Measure> measures() {
            return List.of(numerator, denominator);
        }

        @Override
        public @Nullable BigDecimal value(Function<Measure, BigDecimal> sums) {
            return findQuotient(sums.apply(numerator).multiply(BigDecimal.valueOf(factor)), sums.apply(denominator));
        }
    }

    /** New energy among the additions that are not exempt, percent. */
    record NetShare() implements Formula {
        @Override
        public List<Measure> measures() {
            return List.of(Measure.NEW_ENERGY, Measure.ADDED, Measure.EXEMPT);
        }

        @Override
        public @Nullable BigDecimal value(Function<Measure, BigDecimal> sums) {
            return findQuotient(
                    sums.apply(Measure.NEW_ENERGY).multiply(BigDecimal.valueOf(100)),
                    sums.apply(Measure.ADDED).subtract(sums.apply(Measure.EXEMPT)));
        }
    }

    /** A sum over the mean of the vehicles at the beginning and the end of the year. */
    record PerVehicle(Measure measure, int divisor) implements Formula {
        @Override
        public List<Measure> measures() {
            return List.of(measure, Measure.OPENING_STOCK, Measure.STOCK);
        }

        @Override
        public @Nullable BigDecimal value(Function<Measure, BigDecimal> sums) {
            BigDecimal vehicles = sums.apply(Measure.OPENING_STOCK).add(sums.apply(Measure.STOCK));
            return findQuotient(
                    sums.apply(measure).multiply(BigDecimal.TWO), vehicles.multiply(BigDecimal.valueOf(divisor)));
        }
    }

    /** What is counted, and how far it has come: the first stage is the value, each is a part. */
    record Stages(List<Measure> measures) implements Formula {
        public Stages {
            measures = List.copyOf(measures);
        }

        @Override
        public BigDecimal value(Function<Measure, BigDecimal> sums) {
            return sums.apply(measures.getFirst());
        }
    }

    /** The platform has no data for it. */
    record Unknown(String note, String noteEn) implements Formula {
        @Override
        public List<Measure> measures() {
            return List.of();
        }

        @Override
        public @Nullable BigDecimal value(Function<Measure, BigDecimal> sums) {
            return null;
        }
    }

    private static @Nullable BigDecimal findQuotient(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() <= 0 ? null : quotient(numerator, denominator);
    }

    private static BigDecimal quotient(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, DECIMALS, RoundingMode.HALF_UP);
    }
}
