package org.motorpool.dispatch.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.dispatch.request.NewRequests.TOMORROW;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.VehicleApi.Place;

class NewRequestRulesTest {

    private static final Instant NOW = TOMORROW.minus(Duration.ofHours(12));
    private static final NewRequest VALID = NewRequests.of(new UUID(0, 1));

    @Test
    void acceptsAnOrdinaryRequest() {
        assertThat(check(VALID)).isEmpty();
    }

    @Test
    void refusesToReturnBeforeDeparting() {
        assertThat(check(NewRequests.during(VALID, TOMORROW, TOMORROW.minusSeconds(1))))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.code()).isEqualTo("period-reversed");
                    assertThat(problem.field()).isEqualTo("returnAt");
                    assertThat(problem.status()).isEqualTo(400);
                });
    }

    @Test
    void refusesAnEmptyPeriod() {
        assertThat(check(NewRequests.during(VALID, TOMORROW, TOMORROW)))
                .map(Problem::code)
                .contains("period-reversed");
    }

    @Test
    void toleratesAMinuteOfThePastButNoMore() {
        assertThat(check(NewRequests.during(VALID, NOW.minusSeconds(60), TOMORROW)))
                .isEmpty();
        assertThat(field(NewRequests.during(VALID, NOW.minusSeconds(61), TOMORROW)))
                .contains("departAt");
    }

    @Test
    void allowsFifteenDaysButNoMore() {
        Instant last = TOMORROW.plus(Duration.ofDays(15));
        assertThat(check(NewRequests.during(VALID, TOMORROW, last))).isEmpty();
        assertThat(field(NewRequests.during(VALID, TOMORROW, last.plusSeconds(1))))
                .contains("returnAt");
    }

    @Test
    void demandsAPurposeOfTwoToTwoHundredCharacters() {
        assertThat(check(NewRequests.withPurpose(VALID, "会议"))).isEmpty();
        assertThat(check(NewRequests.withPurpose(VALID, "会".repeat(200)))).isEmpty();
        assertThat(field(NewRequests.withPurpose(VALID, "会"))).contains("purpose");
        assertThat(field(NewRequests.withPurpose(VALID, " 会 "))).contains("purpose");
        assertThat(field(NewRequests.withPurpose(VALID, "会".repeat(201)))).contains("purpose");
        assertThat(field(NewRequests.withPurpose(VALID, null))).contains("purpose");
    }

    @Test
    void demandsOneToFiftyFivePassengers() {
        assertThat(check(NewRequests.withPassengers(VALID, 1))).isEmpty();
        assertThat(check(NewRequests.withPassengers(VALID, 55))).isEmpty();
        assertThat(field(NewRequests.withPassengers(VALID, 0))).contains("passengers");
        assertThat(field(NewRequests.withPassengers(VALID, 56))).contains("passengers");
        assertThat(field(NewRequests.withPassengers(VALID, null))).contains("passengers");
    }

    @Test
    void demandsPlacesOnEarth() {
        assertThat(check(NewRequests.withPickup(VALID, new Place("极点", 90, -180))))
                .isEmpty();
        assertThat(field(NewRequests.withPickup(VALID, new Place("极点", 90.1, 0))))
                .contains("pickup.latitude");
        assertThat(field(NewRequests.withPickup(VALID, new Place("极点", 0, 180.1))))
                .contains("pickup.longitude");
        assertThat(field(NewRequests.withPickup(VALID, new Place("无", Double.NaN, 0))))
                .contains("pickup.latitude");
        assertThat(field(NewRequests.withPickup(VALID, new Place(" ", 0, 0)))).contains("pickup.name");
        assertThat(field(NewRequests.withPickup(VALID, null))).contains("pickup");
    }

    @Test
    void demandsPlaceNamesOfAHundredCharactersAtMost() {
        assertThat(check(NewRequests.withPickup(VALID, new Place("街".repeat(100), 31, 121))))
                .isEmpty();
        assertThat(field(NewRequests.withPickup(VALID, new Place("街".repeat(101), 31, 121))))
                .contains("pickup.name");
    }

    @Test
    void demandsADepartureWithinAYear() {
        Instant far = Instant.parse("+1000000000-01-01T00:00:00Z");
        assertThat(field(NewRequests.during(VALID, far, far.plusSeconds(3600)))).contains("departAt");
        assertThat(check(
                        NewRequests.during(VALID, NOW.plusSeconds(365 * 86_400), NOW.plusSeconds(365 * 86_400 + 3600))))
                .isEmpty();
    }

    @Test
    void demandsAUnitAndACategory() {
        assertThat(field(NewRequests.of((UUID) null))).contains("unitId");
        assertThat(field(NewRequests.withCategory(VALID, null))).contains("category");
    }

    private static Optional<Problem> check(NewRequest request) {
        return NewRequestRules.check(request, NOW);
    }

    private static Optional<String> field(NewRequest request) {
        return check(request).map(Problem::field);
    }
}
