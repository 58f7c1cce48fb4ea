package org.motorpool.dispatch.demo;

import static io.restassured.RestAssured.given;

import io.restassured.common.mapper.TypeRef;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls the API as an account of the demo world. */
public final class Demo {

    private Demo() {}

    public static RequestSpecification as(String username) {
        return with(token(username));
    }

    /** All pages of a list. */
    public static List<Map<String, Object>> all(String username, String path) {
        String token = token(username);
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Map<String, Object> page = with(token)
                    .queryParam("limit", 150)
                    .queryParam("cursor", cursor)
                    .get("/api/v1/" + path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .as(new TypeRef<>() {});
            all.addAll(items(page));
            cursor = (String) page.get("next");
        }
        return all;
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static String token(String username) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", "demo"))
                .post("/api/v1/auth/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    public static String unitId(String username, String code) {
        return all(username, "units").stream()
                .filter(unit -> unit.get("code").equals(code))
                .map(unit -> (String) unit.get("id"))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, Object> page) {
        return (List<Map<String, Object>>) page.get("items");
    }
}
