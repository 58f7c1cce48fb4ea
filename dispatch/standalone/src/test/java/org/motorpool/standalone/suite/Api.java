package org.motorpool.standalone.suite;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.contract.VehicleApi;

/** A signed-in caller of the REST API of the assembly under test. */
final class Api {

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final String token;

    private Api(String token) {
        this.token = token;
    }

    static Api as(String username) {
        return new Api(TOKENS.computeIfAbsent(username, Api::signIn));
    }

    static Api withToken(String token) {
        return new Api(token);
    }

    RequestSpecification given(String baseUrl) {
        return RestAssured.given().baseUri(baseUrl).auth().oauth2(token).contentType(ContentType.JSON);
    }

    ValidatableResponse get(String path, Object... parameters) {
        return given(Assembly.url()).get("/api/v1/" + path, parameters).then();
    }

    ValidatableResponse post(String path, Object body) {
        return given(Assembly.url()).body(body).post("/api/v1/" + path).then();
    }

    ValidatableResponse patch(String path, Object body) {
        return given(Assembly.url()).body(body).patch("/api/v1/" + path).then();
    }

    /** All items of a list, following the cursor. */
    List<Map<String, Object>> all(String path) {
        List<Map<String, Object>> items = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = given(Assembly.url())
                    .queryParam("limit", 500)
                    .queryParams(cursor.isEmpty() ? Map.of() : Map.of("cursor", cursor))
                    .get("/api/v1/" + path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            items.addAll(page.getList("items"));
            cursor = page.getString("next");
        }
        return items;
    }

    /** Id of the unit the caller belongs to. */
    UUID unitId() {
        return UUID.fromString(get("units?limit=1").extract().path("items[0].id"));
    }

    /** Submit a request that departs now from near a place, and answer its id. */
    String submit(RequestApi.NewRequest request) {
        return post("requests", request).statusCode(201).extract().path("id");
    }

    /** A valid request of the caller's unit: two people, from the People's Square to the Bund. */
    RequestApi.NewRequest request(Instant departAt, String hostRegionCode) {
        return request(departAt, hostRegionCode, 2);
    }

    RequestApi.NewRequest request(Instant departAt, String hostRegionCode, int passengers) {
        return new RequestApi.NewRequest(
                unitId(),
                "调研 field visit",
                "QT",
                passengers,
                new VehicleApi.Place("人民广场", 31.2304, 121.4737),
                new VehicleApi.Place("外滩", 31.2400, 121.4900),
                departAt,
                departAt.plus(Duration.ofMinutes(40)),
                hostRegionCode,
                null,
                null,
                null,
                null,
                "特殊工作需要",
                null,
                null);
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    static Map<String, Object> body(Object... pairs) {
        Map<String, Object> body = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            body.put((String) pairs[i], pairs[i + 1]);
        }
        return body;
    }

    private static String signIn(String username) {
        return RestAssured.given()
                .baseUri(Assembly.url())
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", "demo"))
                .post("/api/v1/auth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
