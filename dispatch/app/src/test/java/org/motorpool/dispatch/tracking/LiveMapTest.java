package org.motorpool.dispatch.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;

/** Positions of the telematics stream reach the map of those who may see the vehicle, and only theirs. */
@QuarkusTest
class LiveMapTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOCATED_AND_ON = 0b11;

    @Inject
    TrackingService tracking;

    @Inject
    Push push;

    @Inject
    Fleet fleet;

    @Inject
    Organisations organisations;

    @Test
    void showsTheLatestOfSeveralPositions() {
        Fleet.Crew crew = fleet.car(organisations.pudong());
        Instant now = Instant.now();
        tracking.on(position(crew, now, 31.25));
        tracking.on(position(crew, now.minusSeconds(60), 31.20));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(feature(organisations.pudong(), crew))
                .extracting("geometry.coordinates")
                .isEqualTo(List.of(121.5f, 31.25f)));
    }

    @Test
    void neverReplacesANewerPositionByAnOlderOne() {
        Fleet.Crew crew = fleet.car(organisations.pudong());
        Instant now = Instant.now();
        tracking.on(position(crew, now, 31.25));
        await().atMost(PATIENCE).until(() -> feature(organisations.pudong(), crew) != null);
        Fleet.Crew marker = fleet.car(organisations.pudong());
        tracking.on(position(crew, now.minusSeconds(60), 31.20));
        tracking.on(position(marker, now, 31.30));
        await().atMost(PATIENCE).until(() -> feature(organisations.pudong(), marker) != null);
        assertThat(feature(organisations.pudong(), crew))
                .extracting("geometry.coordinates")
                .isEqualTo(List.of(121.5f, 31.25f));
    }

    @Test
    void hidesAVehicleOfAnotherCounty() {
        Fleet.Crew crew = fleet.car(organisations.pudong());
        tracking.on(position(crew, Instant.now(), 31.25));
        await().atMost(PATIENCE).until(() -> feature(organisations.shanghai(), crew) != null);
        assertThat(feature(organisations.huangpu(), crew)).isNull();
    }

    @Test
    void pushesOnlyToWhoeverMaySeeTheVehicle() {
        List<Object> pudong = listen(organisations.pudong());
        List<Object> huangpu = listen(organisations.huangpu());
        Fleet.Crew crew = fleet.car(organisations.pudong());
        tracking.on(position(crew, Instant.now(), 31.25));
        await().atMost(PATIENCE).until(() -> mentions(pudong, crew));
        assertThat(mentions(huangpu, crew)).isFalse();
    }

    @Test
    void pushesTheLatestPositionWhenAnOldOneComesLate() {
        Fleet.Crew crew = fleet.car(organisations.pudong());
        Instant now = Instant.now();
        tracking.on(position(crew, now, 31.25));
        await().atMost(PATIENCE).until(() -> feature(organisations.pudong(), crew) != null);
        List<Object> heard = listen(organisations.pudong());
        tracking.on(position(crew, now.minusSeconds(60), 31.20));
        await().atMost(PATIENCE).until(() -> mentions(heard, crew));
        assertThat(heard.toString()).contains("31.25").doesNotContain("31.2]");
    }

    @Test
    void pushesAVehicleThatIsGivenAnotherState() {
        Unit pudong = organisations.pudong();
        Fleet.Crew crew = fleet.car(pudong);
        tracking.on(position(crew, Instant.now(), 31.25));
        await().atMost(PATIENCE).until(() -> feature(pudong, crew) != null);
        List<Object> heard = listen(pudong);
        Callers.somebody(pudong, "fleet-officer-t310115", "FLEET_OFFICER")
                .body(Map.of("state", "OUT_OF_SERVICE"))
                .patch("/api/v1/vehicles/" + crew.vehicle().id())
                .then()
                .statusCode(200);
        await().atMost(PATIENCE).until(() -> mentions(heard, crew));
        assertThat(heard.toString()).contains("OUT_OF_SERVICE");
    }

    @Test
    void callsAVehicleOfflineThatHasNotReportedForLong() {
        Fleet.Crew crew = fleet.car(organisations.pudong());
        tracking.on(position(crew, Instant.now().minus(Duration.ofHours(1)), 31.25));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(feature(organisations.pudong(), crew))
                .extracting("properties.state")
                .isEqualTo("OFFLINE"));
    }

    private List<Object> listen(Unit unit) {
        List<Object> heard = new CopyOnWriteArrayList<>();
        push.listen(path -> path.startsWith(unit.path()), Set.of("DISPATCHER"))
                .subscribe()
                .with(change -> heard.add(change.data()));
        return heard;
    }

    private static boolean mentions(List<Object> heard, Fleet.Crew crew) {
        return heard.toString().contains(crew.vehicle().id().toString());
    }

    private static PositionReported position(Fleet.Crew crew, Instant at, double latitude) {
        return new PositionReported(
                Ids.next(), crew.vehicle().id(), at, at, latitude, 121.5, 4, 36.0, 90, 1_000, 0, LOCATED_AND_ON);
    }

    /** The vehicle as the caller's map shows it, or null. */
    private static Map<String, Object> feature(Unit caller, Fleet.Crew crew) {
        return Callers.dispatcher(caller)
                .get("/api/v1/vehicles/live")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("features.find { it.id == '%s' }"
                        .formatted(crew.vehicle().id()));
    }
}
