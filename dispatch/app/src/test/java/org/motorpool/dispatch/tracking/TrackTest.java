package org.motorpool.dispatch.tracking;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.trip.FakeTelematics;

/** Tracks, with telematics as another system behind HTTP. */
@QuarkusTest
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class TrackTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    @Inject
    Fleet fleet;

    @Inject
    Organisations organisations;

    private Unit pudong;
    private UUID vehicle;

    @BeforeEach
    void aVehicle() {
        FakeTelematics.fail(0);
        pudong = organisations.pudong();
        vehicle = fleet.car(pudong).vehicle().id();
    }

    @Test
    void passesOnWhatTelematicsAnswers() {
        track(vehicle, FROM, FROM.plus(Duration.ofDays(366)))
                .statusCode(200)
                .body("from", startsWith("2026-01-01T00:00:00"));
    }

    @Test
    void saysThatTelematicsDoesNotAnswer() {
        FakeTelematics.fail(1);
        track(vehicle, FROM, FROM.plusSeconds(60)).statusCode(503).body("code", equalTo("telematics-unavailable"));
    }

    @Test
    void keepsTheProblemsOfItsOwn() {
        track(UUID.randomUUID(), FROM, FROM.plusSeconds(60)).statusCode(404).body("code", equalTo("vehicle-unknown"));
    }

    @Test
    void refusesAPeriodLongerThanTelematicsAnswers() {
        track(vehicle, FROM, FROM.plus(Duration.ofDays(366)).plusSeconds(1))
                .statusCode(400)
                .body("code", equalTo("invalid-input"))
                .body("field", equalTo("to"));
    }

    @Test
    void refusesAPeriodThatRunsBack() {
        track(vehicle, FROM, FROM).statusCode(400).body("field", equalTo("to"));
    }

    private ValidatableResponse track(UUID id, Instant from, Instant to) {
        return Callers.dispatcher(pudong)
                .get("/api/v1/vehicles/%s/track?from=%s&to=%s".formatted(id, from, to))
                .then();
    }
}
