package org.motorpool.telematics.recorder;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.telematics.boot.OneProcess;

@QuarkusTest
@TestProfile(OneProcess.class)
class TrackResourceTest {

    private final UUID vehicle = UUID.randomUUID();
    private final Instant start = Reports.now().minusSeconds(3600);

    @Inject
    PositionStore store;

    @Test
    void answersThePointsOfTheHalfOpenIntervalOldestFirst() throws SQLException {
        store.append(List.of(
                Reports.at(vehicle, start.plusSeconds(20), 121.02, 3000),
                Reports.at(vehicle, start, 121.00, 1000),
                Reports.withoutFix(vehicle, start.plusSeconds(5)),
                Reports.at(vehicle, start.plusSeconds(10), 121.01, 2000)));
        track(start, start.plusSeconds(20), 1000)
                .statusCode(200)
                .body("vehicleId", equalTo(vehicle.toString()))
                .body("items", hasSize(2))
                .body("items[0].reportedAt", equalTo(start.toString()))
                .body("items[0].latitude", equalTo(31.0f))
                .body("items[0].longitude", equalTo(121.0f))
                .body("items[0].speed_kmh", equalTo(60.5f))
                .body("items[0].heading_deg", equalTo(90))
                .body("items[0].ignitionOn", equalTo(true))
                .body("items[1].longitude", equalTo(121.01f))
                .body("next", nullValue());
    }

    @Test
    void pagesByTheTimeOfTheNextPoint() throws SQLException {
        store.append(List.of(
                Reports.at(vehicle, start),
                Reports.at(vehicle, start.plusSeconds(1)),
                Reports.at(vehicle, start.plusSeconds(2))));
        String next = track(start, start.plusSeconds(60), 2)
                .body("items", hasSize(2))
                .extract()
                .path("next");
        track(Instant.parse(next), start.plusSeconds(60), 2)
                .body("items", hasSize(1))
                .body("items[0].reportedAt", equalTo(start.plusSeconds(2).toString()));
    }

    /** One hundredth of a degree of longitude on WGS-84 at 31 degrees north is 955 m (111 320 m x cos 31, nearly). */
    @Test
    void measuresTheGeodesicLengthAndTheOdometer() throws SQLException {
        store.append(List.of(
                Reports.at(vehicle, start, 121.00, 1000),
                Reports.at(vehicle, start.plusSeconds(10), 121.01, 1950),
                Reports.withoutFix(vehicle, start.plusSeconds(15)),
                Reports.at(vehicle, start.plusSeconds(20), 121.02, 2900)));
        var body = get("mileage", start, start.plusSeconds(60))
                .statusCode(200)
                .body("positions", equalTo(3))
                .body("odometer_m", equalTo(1900))
                .extract();
        assertThat(body.<Integer>path("track_m")).isCloseTo(1910, within(5));
    }

    @Test
    void answersZeroMileageAndUnknownOdometerWithoutPositions() {
        get("mileage", start, start.plusSeconds(60))
                .statusCode(200)
                .body("positions", equalTo(0))
                .body("track_m", equalTo(0))
                .body("odometer_m", equalTo(-1));
    }

    @Test
    void saysNothingAboutAnOdometerThatWentBackwards() throws SQLException {
        store.append(List.of(
                Reports.at(vehicle, start, 121.00, 9000), Reports.at(vehicle, start.plusSeconds(10), 121.01, 10)));
        get("mileage", start, start.plusSeconds(60)).body("odometer_m", equalTo(-1));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, 2026-11-01T00:00:00Z, 10, from",
                "yesterday, 2026-11-01T00:00:00Z, 10, from",
                "2026-11-01T00:00:00Z, -, 10, to",
                "2026-11-01T00:00:00Z, 2026-11-01T00:00:00Z, 10, to",
                "2026-11-02T00:00:00Z, 2026-11-01T00:00:00Z, 10, to",
                "2020-11-02T00:00:00Z, 2026-11-01T00:00:00Z, 10, to",
                "2026-11-01T00:00:00Z, 2026-11-02T00:00:00Z, 0, limit",
                "2026-11-01T00:00:00Z, 2026-11-02T00:00:00Z, 10001, limit",
                "2026-11-01T00:00:00Z, 2026-11-02T00:00:00Z, many, limit"
            })
    void namesTheParameterThatIsWrong(String from, String to, String limit, String field) {
        RequestSpecification request = service().queryParam("limit", limit);
        if (from != null) {
            request.queryParam("from", from);
        }
        if (to != null) {
            request.queryParam("to", to);
        }
        request.get(path("track"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:motorpool:problem:invalid-parameter"))
                .body("code", equalTo("invalid-parameter"))
                .body("status", equalTo(400))
                .body("field", equalTo(field))
                .body("detail", containsString(" / "));
    }

    @Test
    void namesAVehicleIdThatIsNone() {
        service()
                .get("/telematics/v1/vehicles/42/mileage")
                .then()
                .statusCode(400)
                .body("field", equalTo("vehicleId"));
    }

    @Test
    void readsATimeWithAZone() {
        service()
                .queryParam("from", "2026-11-01T08:00:00+08:00")
                .queryParam("to", "2026-11-02T08:00:00+08:00")
                .get(path("track"))
                .then()
                .statusCode(200)
                .body("from", equalTo("2026-11-01T00:00:00Z"));
    }

    @Test
    void deniesACallerWithoutToken() {
        given().get(path("track")).then().statusCode(401);
        given().get(path("mileage")).then().statusCode(401);
    }

    @Test
    void deniesACallerWithoutTheRoleService() {
        given().auth().oauth2(token("DISPATCHER")).get(path("track")).then().statusCode(403);
    }

    @Test
    void deniesAnExpiredToken() {
        String expired = Jwt.upn("test")
                .groups("SERVICE")
                .expiresAt(Instant.now().minusSeconds(3600))
                .sign();
        given().auth().oauth2(expired).get(path("track")).then().statusCode(401);
    }

    @Test
    void isReadyWithItsDatabaseAndItsGateway() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.name", org.hamcrest.Matchers.hasItems("telemetry database", "JT/T 808 gateway"));
    }

    private ValidatableResponse track(Instant from, Instant to, int limit) {
        return service()
                .queryParam("from", from.toString())
                .queryParam("to", to.toString())
                .queryParam("limit", limit)
                .get(path("track"))
                .then();
    }

    private ValidatableResponse get(String what, Instant from, Instant to) {
        return service()
                .queryParam("from", from.toString())
                .queryParam("to", to.toString())
                .get(path(what))
                .then();
    }

    private String path(String what) {
        return "/telematics/v1/vehicles/" + vehicle + "/" + what;
    }

    private static RequestSpecification service() {
        return given().auth().oauth2(token("SERVICE"));
    }

    private static String token(String role) {
        return Jwt.upn("test").groups(role).sign();
    }
}
