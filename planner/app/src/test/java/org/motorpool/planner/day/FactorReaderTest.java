package org.motorpool.planner.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.motorpool.planner.day.Facts.at;
import static org.motorpool.planner.day.Facts.car;
import static org.motorpool.planner.day.Facts.day;
import static org.motorpool.planner.day.Facts.withTimeFactors;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Place;
import org.motorpool.planner.search.day.DayFacts.TimeFactor;
import org.motorpool.planner.search.day.GreatCircle;
import org.motorpool.planner.search.day.Travel;
import org.motorpool.planner.travel.Travels;

/** 2026-10-12 is a Monday. */
class FactorReaderTest {

    private static final DayApi.TimeFactor AT_WORK = new DayApi.TimeFactor("WORKDAY", null, 7, 9, 1.5);
    private static final DayApi.TimeFactor AT_REST = new DayApi.TimeFactor("REST_DAY", null, 10, 12, 1.2);

    private final Travels configured = new Travels() {
        @Override
        public Travel between(List<Place> places) {
            return new GreatCircle(places);
        }

        @Override
        public List<DayApi.TimeFactor> timeFactors() {
            return List.of(AT_WORK);
        }
    };

    @Test
    void laysFactorsOverTheDayAndThoseAroundIt() {
        assertThat(read(null, List.of(AT_WORK, AT_REST)))
                .containsExactly(
                        new TimeFactor(DayFacts.NONE, -14, -12, 1.2),
                        new TimeFactor(DayFacts.NONE, 7, 9, 1.5),
                        new TimeFactor(DayFacts.NONE, 31, 33, 1.5));
    }

    @Test
    void restsOnHolidaysAndWorksAtWeekendsAsTheCalendarSays() {
        assertThat(read(List.of(LocalDate.of(2026, 10, 12)), List.of(AT_WORK, AT_REST)))
                .containsExactly(
                        new TimeFactor(DayFacts.NONE, -17, -15, 1.5),
                        new TimeFactor(DayFacts.NONE, 10, 12, 1.2),
                        new TimeFactor(DayFacts.NONE, 31, 33, 1.5));
    }

    @Test
    void takesThoseOfTheConfigurationWhereADayBringsNone() {
        assertThat(read(null, null)).contains(new TimeFactor(DayFacts.NONE, 7, 9, 1.5));
        assertThat(read(null, List.of())).isEmpty();
    }

    /** Hongqiao is 32 minutes away by the estimate; from there the vehicle stays until the end. */
    @Test
    void bindsAVehicleUntilItIsFreeHoweverLongTheWay() {
        DayApi.Facts facts = day(List.of(car("only")), Facts.bound("R", "08:00", "10:00"));
        DayFacts plain = facts(withTimeFactors(facts, null, List.of()));
        DayFacts rush = facts(withTimeFactors(facts, null, List.of(AT_WORK)));

        int longer_s = plain.rides().getFirst().dropoff().service_s()
                - rush.rides().getFirst().dropoff().service_s();

        assertThat(longer_s).isEqualTo((int) (0.5 * way_s(plain)));
    }

    private static int way_s(DayFacts facts) {
        DayFacts.Ride ride = facts.rides().getFirst();
        return new GreatCircle(facts.places())
                .duration_s(ride.pickup().place(), ride.dropoff().place());
    }

    @ParameterizedTest
    @CsvSource({
        "WORKDAY, 7, 9, 0.19, impossible-factor",
        "WORKDAY, 7, 9, 5.01, impossible-factor",
        "WORKDAY, 7, 9, NaN, impossible-factor",
        "WORKDAY, -1, 9, 1.5, impossible-hours",
        "WORKDAY, 7, 25, 1.5, impossible-hours",
        "WORKDAY, 9, 9, 1.5, impossible-hours",
        "SUNDAY, 7, 9, 1.5, invalid-field"
    })
    void refusesAFactorThatMeansNothing(String kind, int from, int to, double factor, String code) {
        List<DayApi.TimeFactor> factors = List.of(AT_WORK, new DayApi.TimeFactor(kind, null, from, to, factor));

        assertThatExceptionOfType(DayRefused.class)
                .isThrownBy(() -> read(null, factors))
                .satisfies(refused -> {
                    assertThat(refused.refusal().code()).isEqualTo(code);
                    assertThat(refused.refusal().item()).startsWith("timeFactor 1");
                    assertThat(refused.getMessage()).contains(" / ");
                });
    }

    private List<TimeFactor> read(@Nullable List<LocalDate> restDays, @Nullable List<DayApi.TimeFactor> factors) {
        DayApi.Facts facts = withTimeFactors(day(List.of(car("only"))), restDays, factors);
        return new FactorReader(new DayWords(at("00:00"), configured), facts).read();
    }

    private static DayFacts facts(DayApi.Facts facts) {
        PlannerConfig.Cost cost = new SmallRyeConfigBuilder()
                .withMapping(PlannerConfig.class)
                .build()
                .getConfigMapping(PlannerConfig.class)
                .cost();
        return new FactsReader(new DayWords(at("00:00"), GreatCircle::new), cost).read(facts);
    }
}
