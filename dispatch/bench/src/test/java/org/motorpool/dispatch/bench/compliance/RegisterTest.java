package org.motorpool.dispatch.bench.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegisterTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void hasFourLevelsAndAHundredThousandUnits() {
        List<Place> places = new Tree(1).places();
        assertThat(places).hasSizeBetween(95_000, 105_000);
        assertThat(places.stream().map(Place::code)).doesNotHaveDuplicates();
        assertThat(places.stream()
                        .filter(place ->
                                place.level().equals("COUNTY") && place.code().length() == 6))
                .hasSize(3410);
        assertThat(places.stream().map(Place::level).distinct())
                .containsExactly("NATION", "PROVINCE", "CITY", "COUNTY");
    }

    @Test
    void isTheSameEachTime() {
        Register one = new Register(20_000, TODAY, System.err);
        Register two = new Register(20_000, TODAY, System.err);
        assertThat(IntStream.range(0, 20_000)
                        .mapToObj(one::car)
                        .map(Car::registeredOn)
                        .toList())
                .isEqualTo(IntStream.range(0, 20_000)
                        .mapToObj(two::car)
                        .map(Car::registeredOn)
                        .toList());
    }

    @Test
    void hasEachPlateOnceAndPlausibleAdditions() {
        Register register = new Register(100_000, TODAY, System.err);
        List<Car> cars = IntStream.range(0, 100_000).mapToObj(register::car).toList();
        assertThat(cars.stream().map(Car::plate)).doesNotHaveDuplicates();
        List<Car> additions = cars.stream().filter(Car::isAddition).toList();
        assertThat(additions).hasSizeBetween(7_000, 10_000);
        assertThat(additions.stream().filter(Car::isNewEnergy).count()).isBetween(3_500L, 6_000L);
    }
}
