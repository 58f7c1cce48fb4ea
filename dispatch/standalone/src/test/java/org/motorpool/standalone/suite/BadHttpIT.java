package org.motorpool.standalone.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.motorpool.dispatch.contract.RequestApi;

/** Bad input over HTTP: problem+json with a stable code that names the field, and nothing written. */
@ExtendWith(Assembly.class)
class BadHttpIT {

    private final Api requester = Api.as("requester");

    @Test
    void refusesARequestThatEndsBeforeItStarts() {
        RequestApi.NewRequest valid = requester.request(Instant.now().plusSeconds(7200), null);
        int before = requester.all("requests").size();
        problem(requester.post("requests", reversed(valid)), 400, "period-reversed");
        assertThat(requester.all("requests")).hasSize(before);
    }

    @Test
    void refusesAnUnknownUnit() {
        RequestApi.NewRequest valid = requester.request(Instant.now().plusSeconds(7200), null);
        problem(requester.post("requests", withUnit(valid, UUID.randomUUID())), 404, "unit-unknown");
    }

    @Test
    void refusesAMalformedBody() {
        problem(requester.post("requests", "{\"purpose\": "), 400, "malformed-json");
    }

    @Test
    void refusesABodyOfTheWrongType() {
        problem(requester.post("requests", "{\"passengers\": \"two\"}"), 400, "malformed-json")
                .body("field", equalTo("passengers"));
    }

    @Test
    void refusesAMissingToken() {
        problem(
                RestAssured.given()
                        .baseUri(Assembly.url())
                        .get("/api/v1/vehicles")
                        .then(),
                401,
                "token-missing-or-invalid");
    }

    @Test
    void refusesAnExpiredToken() {
        String expired = Jwt.issuer("motorpool")
                .upn("dispatcher")
                .subject(UUID.randomUUID().toString())
                .groups("DISPATCHER")
                .claim("unit_path", "/")
                .expiresAt(Instant.now().minus(Duration.ofHours(1)))
                .sign(Assembly.state().resolve("keys/private.pem").toString());
        problem(Api.withToken(expired).get("vehicles"), 401, "token-expired");
        problem(
                Api.withToken(expired)
                        .given(Assembly.mobileUrl())
                        .get("/driver/v1/tasks")
                        .then(),
                401,
                "token-expired");
    }

    @Test
    void refusesAWrongPassword() {
        problem(
                RestAssured.given()
                        .baseUri(Assembly.url())
                        .contentType(ContentType.JSON)
                        .body(Map.of("username", "dispatcher", "password", "wrong"))
                        .post("/api/v1/auth/token")
                        .then(),
                401,
                "credentials-wrong");
    }

    @Test
    void refusesARoleThatMayNot() {
        problem(requester.post("plans", Map.of()), 403, "forbidden");
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType(containsString("application/problem+json"))
                .body("code", equalTo(code))
                .body("detail", containsString(" / "));
    }

    private static RequestApi.NewRequest reversed(RequestApi.NewRequest valid) {
        return new RequestApi.NewRequest(
                valid.unitId(),
                valid.purpose(),
                valid.category(),
                valid.passengers(),
                valid.pickup(),
                valid.dropoff(),
                valid.returnAt(),
                valid.departAt(),
                null);
    }

    private static RequestApi.NewRequest withUnit(RequestApi.NewRequest valid, UUID unitId) {
        return new RequestApi.NewRequest(
                unitId,
                valid.purpose(),
                valid.category(),
                valid.passengers(),
                valid.pickup(),
                valid.dropoff(),
                valid.departAt(),
                valid.returnAt(),
                null);
    }
}
