package org.motorpool.dispatch.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.TariffApi.Rate;
import org.motorpool.dispatch.contract.TariffApi.Rounding;
import org.motorpool.dispatch.contract.TariffApi.Tier;
import org.motorpool.dispatch.contract.TariffApi.Waiting;

class PricingTest {

    private static final int MANY = 20_000;

    @Test
    void pricesEachKilometreAtTheRateOfItsStretch() {
        List<PricedLine> lines = Pricing.price(Tariffs.of(Tariffs.perKilometre()), Tariffs.distance(120_500));

        assertThat(lines)
                .extracting(PricedLine::component, PricedLine::quantity, PricedLine::rate_fen, PricedLine::amount_fen)
                .containsExactly(
                        tuple(PriceComponent.DISTANCE, new BigDecimal("50.000"), 180L, 9000L),
                        tuple(PriceComponent.DISTANCE, new BigDecimal("70.500"), 160L, 11_280L));
    }

    @Test
    void pricesAShortUseLikeOneOfTheLeastDistance() {
        assertThat(total(Tariffs.of(Tariffs.perKilometre()), Tariffs.distance(7_000)))
                .isEqualTo(50 * 180 + 10 * 160);
    }

    @Test
    void chargesWaitingOnlyBeyondTheFreeMinutesAndByStartedSteps() {
        Tariff tariff = Tariffs.of(Tariffs.perKilometre());
        long driven = total(tariff, Tariffs.distance(60_000));

        assertThat(total(tariff, Tariffs.use(60_000, 3600, 30))).isEqualTo(driven);
        assertThat(total(tariff, Tariffs.use(60_000, 3600, 31))).isEqualTo(driven + 900);
        assertThat(total(tariff, Tariffs.use(60_000, 3600, 91))).isEqualTo(driven + 3 * 900);
    }

    @Test
    void neverChargesMoreForTheHoursOfADayThanForTheDay() {
        Tariff tariff = Tariffs.of(Tariffs.byTime(10_000, 50_000));

        assertThat(total(tariff, Tariffs.use(0, 4 * 3600, 0))).isEqualTo(40_000);
        assertThat(total(tariff, Tariffs.use(0, 20 * 3600, 0))).isEqualTo(50_000);
        assertThat(total(tariff, Tariffs.use(0, 26 * 3600, 0))).isEqualTo(70_000);
    }

    @Test
    void chargesAStartedDayWhereThereIsNoHourlyPrice() {
        assertThat(total(Tariffs.of(Tariffs.byTime(0, 115_000)), Tariffs.use(0, 25 * 3600, 0)))
                .isEqualTo(230_000);
    }

    @Test
    void addsWhatIsMissingToTheMinimum() {
        Tariff tariff = Tariffs.of(Tariffs.withMinimum(Tariffs.perKilometre(200), 5000L));

        assertThat(Pricing.price(tariff, Tariffs.distance(10_000)))
                .extracting(PricedLine::component, PricedLine::amount_fen)
                .containsExactly(tuple(PriceComponent.DISTANCE, 2000L), tuple(PriceComponent.MINIMUM, 3000L));
    }

    @Test
    void passesOnlyTheExpensesThroughThatTheTariffNames() {
        Tariff tariff = Tariffs.of(Tariffs.perKilometre(200));
        Measured use = Tariffs.use(10_000, 3600, 0, Tariffs.expense("TOLL", 3_501), Tariffs.expense("FUEL", 20_000));

        assertThat(Pricing.price(tariff, use))
                .extracting(PricedLine::component, PricedLine::amount_fen)
                .containsExactly(tuple(PriceComponent.DISTANCE, 2000L), tuple(PriceComponent.TOLL, 3501L));
    }

    @Test
    void showsThatAFreeUseIsFree() {
        assertThat(Pricing.price(Tariffs.free(), Tariffs.distance(10_000)))
                .extracting(PricedLine::component, PricedLine::amount_fen)
                .containsExactly(tuple(PriceComponent.FREE, 0L));
    }

    @Test
    void chargesAFeeAndTheWaitingWhereNobodyCame() {
        Rate rate = Tariffs.withNoShow(Tariffs.perKilometre(), 5000L);

        assertThat(Pricing.noShow(Tariffs.of(rate), Tariffs.use(8_000, 3600, 75, Tariffs.expense("TOLL", 1500))))
                .extracting(PricedLine::component, PricedLine::amount_fen)
                .containsExactly(
                        tuple(PriceComponent.NO_SHOW, 5000L),
                        tuple(PriceComponent.WAITING, 1800L),
                        tuple(PriceComponent.TOLL, 1500L));
    }

    @Test
    void chargesNothingWhereNobodyCameAndNoFeeIsAgreed() {
        Rate rate = Tariffs.withMinimum(Tariffs.perKilometre(), 9000L);

        assertThat(Pricing.noShow(Tariffs.of(rate), Tariffs.use(8_000, 3600, 30)))
                .extracting(PricedLine::component, PricedLine::amount_fen)
                .containsExactly(tuple(PriceComponent.FREE, 0L));
    }

    @Test
    void roundsEachLine() {
        Tariff halfUp = Tariffs.of(new Rounding("JIAO", "HALF_UP", "LINE"), Tariffs.perKilometre(5));
        Tariff halfEven = Tariffs.of(new Rounding("JIAO", "HALF_EVEN", "LINE"), Tariffs.perKilometre(5));

        assertThat(total(halfUp, Tariffs.distance(1000))).isEqualTo(10);
        assertThat(total(halfEven, Tariffs.distance(1000))).isZero();
        assertThat(total(halfEven, Tariffs.distance(3000))).isEqualTo(20);
    }

    @Test
    void roundsABillAndShowsTheDifference() {
        Rate rate = new Rate(null, null, 33L, null, List.of(new Tier(null, 180L)), null, null, null, null);
        Tariff tariff = Tariffs.of(new Rounding("YUAN", "HALF_UP", "BILL"), rate);

        assertThat(Pricing.price(tariff, Tariffs.distance(10_000)))
                .extracting(PricedLine::component, PricedLine::amount_fen)
                .containsExactly(
                        tuple(PriceComponent.START, 33L),
                        tuple(PriceComponent.DISTANCE, 1800L),
                        tuple(PriceComponent.ROUNDING, -33L));
    }

    @Test
    void takesTheMostSpecificRate() {
        Tariff tariff = Tariffs.of(Tariffs.perKilometre(180), Tariffs.forBodyType(Tariffs.perKilometre(100), "SEDAN"));

        assertThat(total(tariff, Tariffs.distance(10_000))).isEqualTo(1000);
    }

    @Test
    void refusesAVehicleWithoutAPrice() {
        Tariff tariff = Tariffs.of(Tariffs.forBodyType(Tariffs.perKilometre(100), "LARGE_BUS"));

        assertThat(tariff.covers("QT", "SEDAN")).isFalse();
        assertThatThrownBy(() -> Pricing.price(tariff, Tariffs.distance(1)))
                .hasMessageContaining("has no rate for a SEDAN of category QT");
    }

    @Test
    void neverCostsLessForMoreWhateverTheTariff() {
        Random random = new Random(20261128);
        for (int i = 0; i < MANY; i++) {
            Tariff tariff = tariff(random);
            long distance_m = random.nextLong(400_000);
            long seconds = random.nextLong(300_000);
            int waiting = random.nextInt(300);
            long price = total(tariff, Tariffs.use(distance_m, seconds, waiting));
            long further = total(tariff, Tariffs.use(distance_m + random.nextLong(50_000), seconds, waiting));
            long longer = total(tariff, Tariffs.use(distance_m, seconds + random.nextLong(50_000), waiting));
            long later = total(tariff, Tariffs.use(distance_m, seconds, waiting + random.nextInt(100)));

            assertThat(List.of(further, longer, later)).as("%s", tariff).allMatch(other -> other >= price);
        }
    }

    @Test
    void losesNoFenWhateverTheTariff() {
        Random random = new Random(42);
        for (int i = 0; i < MANY; i++) {
            Tariff tariff = tariff(random);
            Measured bare = Tariffs.use(random.nextLong(400_000), random.nextLong(300_000), random.nextInt(300));
            Measured.Expense toll = Tariffs.expense("TOLL", random.nextLong(100_000));
            Measured withToll = Tariffs.use(
                    bare.distance_m(),
                    bare.to().getEpochSecond() - bare.from().getEpochSecond(),
                    bare.waiting_minutes(),
                    toll);
            long step_fen = RoundTo.valueOf(tariff.view().rounding().to()).step_fen();

            assertThat(total(tariff, withToll)).isEqualTo(total(tariff, bare) + toll.amount_fen());
            assertThat(charged(tariff, bare) % step_fen).as("%s", tariff).isZero();
            assertThat(Math.abs(charged(tariff, bare) - exact_fen(tariff, bare)))
                    .as("%s %s", tariff, bare)
                    .isLessThanOrEqualTo(step_fen * 6 / 2.0 + 1e-6);
        }
    }

    private static long total(Tariff tariff, Measured use) {
        return PricedLine.total_fen(Pricing.price(tariff, use));
    }

    /** Without what is added to reach the minimum. */
    private static long charged(Tariff tariff, Measured use) {
        return Pricing.price(tariff, use).stream()
                .filter(line -> line.component() != PriceComponent.MINIMUM)
                .mapToLong(PricedLine::amount_fen)
                .sum();
    }

    private static double exact_fen(Tariff tariff, Measured use) {
        return Charging.of(tariff.view().rates().getFirst(), use).stream()
                .mapToDouble(charge -> charge.exact_fen().doubleValue())
                .sum();
    }

    private static Tariff tariff(Random random) {
        String to = List.of("FEN", "JIAO", "YUAN").get(random.nextInt(3));
        String mode = random.nextBoolean() ? "HALF_UP" : "HALF_EVEN";
        return Tariffs.of(new Rounding(to, mode, random.nextBoolean() ? "LINE" : "BILL"), rate(random));
    }

    private static Rate rate(Random random) {
        return new Rate(
                null,
                null,
                random.nextLong(3000),
                random.nextInt(80),
                tiers(random),
                random.nextLong(10_000),
                random.nextLong(100_000),
                new Waiting(random.nextInt(60), 1 + random.nextInt(60), random.nextLong(2000)),
                random.nextLong(20_000));
    }

    private static List<Tier> tiers(Random random) {
        int last = random.nextInt(4);
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> new Tier(i == last ? null : 10 + i * 40, random.nextLong(400)))
                .toList();
    }
}
