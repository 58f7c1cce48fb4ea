package org.motorpool.planner.day;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.motorpool.planner.day.Facts.at;
import static org.motorpool.planner.day.Facts.car;
import static org.motorpool.planner.day.Facts.day;
import static org.motorpool.planner.day.Facts.pinned;
import static org.motorpool.planner.day.Facts.ride;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.contract.DayApi;

/** Running days as dispatch asks for them. */
@QuarkusTest
class DayResourceTest {

    private static final String DAY = DayApi.ROOT + "/310000-01.2026-10-12";

    @Inject
    ObjectMapper mapper;

    @Test
    void takesADayAndAnswersQuestionsOfIt() throws Exception {
        as("SERVICE", day(List.of(car("one"), car("two")), pinned("R1", "09:00", "11:00", "one")))
                .put(DAY)
                .then()
                .statusCode(200)
                .body("snapshot", equalTo("S1"))
                .body("served", equalTo(1));
        as("SERVICE", new DayApi.WantedRecommendation("S1", ride("R2", "10:00", "12:00"), 5))
                .post(DAY + "/recommendations")
                .then()
                .statusCode(200)
                .body("best", hasSize(1))
                .body("best[0].vehicle", equalTo("two"))
                .body("best[0].begin", equalTo(at("10:00").toString()))
                .body("refused.code", equalTo(List.of("time")));
        as("SERVICE", new DayApi.WantedExplanation("S1", "R1"))
                .post(DAY + "/explanations")
                .then()
                .statusCode(200)
                .body("chosen.vehicle", equalTo("one"));
        as("SERVICE", new DayApi.Event("S1", "BROKEN_DOWN", at("08:00"), null, null, "two", 0))
                .post(DAY + "/events")
                .then()
                .statusCode(200)
                .body("moved", hasSize(0));
    }

    @Test
    void refusesWithACodeAndTheItem() throws Exception {
        as("SERVICE", day(List.of(car("stray", "U9", List.of()))))
                .put(DAY + ".wrong")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-unit"))
                .body("item", equalTo("vehicle stray"));
        as("SERVICE", new DayApi.WantedExplanation("S1", "R1"))
                .post(DAY + ".unknown/explanations")
                .then()
                .statusCode(404)
                .body("code", equalTo("day-unknown"));
        as("SERVICE", Map.of()).put(DAY + ".empty").then().statusCode(400).body("detail", containsString("snapshot"));
    }

    @Test
    void isForOtherServicesOnly() throws Exception {
        as("DISPATCHER", Map.of()).put(DAY).then().statusCode(403);
        given().contentType(ContentType.JSON).body("{}").put(DAY).then().statusCode(401);
    }

    private RequestSpecification as(String role, Object body) throws JsonProcessingException {
        String token = Jwt.issuer("motorpool").upn("dispatch").groups(role).sign();
        return given().auth().oauth2(token).contentType(ContentType.JSON).body(mapper.writeValueAsString(body));
    }
}
