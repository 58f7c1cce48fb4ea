package org.motorpool.dispatch.assignment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.slip.Papers;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;

@QuarkusTest
class SlipResourceTest {

    private static final String ORDERS = "/api/v1/orders/";
    private static final int VERIFIED_A_MINUTE = 30;

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    DataSource database;

    private Unit pudong;
    private Fleet.Crew crew;
    private String order;
    private String number;

    @BeforeEach
    void anOrder() {
        pudong = organisations.pudong();
        crew = fleet.car(pudong);
        order = Workflow.ordered(pudong, crew);
        number = Callers.dispatcher(pudong).get(ORDERS + order).path("number");
    }

    @Test
    void printsWhatTheDriverCarries() {
        String text = Papers.text(print());
        assertThat(text)
                .contains(number, crew.vehicle().plate(), crew.driver().name(), "参加会议", "浦东新区人民政府", "虹桥火车站", "纯电动");
        assertThat(text).contains("出车里程", "收车里程", "路桥费", "停车费", "用车人签字", "驾驶员签字");
    }

    @Test
    void itsCodeVerifiesWithoutAnAccount() {
        verify(scannedCode(print()))
                .statusCode(200)
                .body("number", equalTo(number))
                .body("state", equalTo("VALID"))
                .body("plate", equalTo(crew.vehicle().plate()))
                .body("size()", equalTo(5));
        given().get(Papers.scan(print()))
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("有效"), containsString(crew.vehicle().plate()));
    }

    @Test
    void aPaperIsSupersededByAReassignment() {
        String code = scannedCode(print());
        Fleet.Crew next = fleet.car(pudong);
        Callers.dispatcher(pudong)
                .body(Map.of(
                        "vehicleId",
                        next.vehicle().id(),
                        "driverId",
                        next.driver().id(),
                        "reason",
                        "车辆保养"))
                .post(ORDERS + order + "/reassign")
                .then()
                .statusCode(200);
        verify(code).statusCode(200).body("state", equalTo("CHANGED")).body("plate", nullValue());
        verify(scannedCode(print()))
                .body("state", equalTo("VALID"))
                .body("plate", equalTo(next.vehicle().plate()));
    }

    @Test
    void aPaperIsWorthlessAfterTheCancellation() {
        String code = scannedCode(print());
        Callers.dispatcher(pudong).body(Map.of("reason", "会议取消")).post(ORDERS + order + "/cancel");
        verify(code).statusCode(200).body("state", equalTo("CANCELLED"));
    }

    @Test
    void tellsNothingToWhoGuesses() {
        verify("0000000000000000").statusCode(404).body("code", equalTo("slip-unknown"));
        given().queryParam("number", "PC-310115-20200101-9999")
                .queryParam("code", "0000000000000000")
                .get("/api/v1/orders/verify")
                .then()
                .statusCode(404)
                .body("code", equalTo("slip-unknown"));
        given().get("/api/v1/orders/verify?number=" + number)
                .then()
                .statusCode(400)
                .body("field", equalTo("code"));
    }

    @Test
    void slowsWhoGuessesManyCodes() {
        String code = scannedCode(print());
        for (int i = 0; i < VERIFIED_A_MINUTE; i++) {
            verify("%016d".formatted(i)).statusCode(404);
        }
        verify(code).statusCode(429).body("code", equalTo("verify-limited"));
        given().get("/verify/orders/" + number + "?code=" + code).then().statusCode(429);
        given().queryParam("number", "PC-310115-20200101-9998")
                .queryParam("code", code)
                .get("/api/v1/orders/verify")
                .then()
                .statusCode(404);
    }

    @Test
    void earlierSecretsStillVerify() throws SQLException {
        String code = scannedCode(print());
        try (Connection connection = database.getConnection();
                Statement rotate = connection.createStatement()) {
            rotate.execute("insert into slip_secret (secret) values (sha256(gen_random_uuid()::text::bytea))");
        }
        verify(code).statusCode(200).body("state", equalTo("VALID"));
        String next = scannedCode(print());
        assertThat(next).isNotEqualTo(code);
        verify(next).statusCode(200).body("state", equalTo("VALID"));
    }

    @Test
    void hidesThePaperFromOtherUnits() {
        Callers.dispatcher(organisations.huangpu())
                .get(ORDERS + order + "/slip")
                .then()
                .statusCode(404)
                .body("code", equalTo("order-unknown"));
    }

    private byte[] print() {
        return Callers.dispatcher(pudong)
                .accept("application/pdf")
                .get(ORDERS + order + "/slip")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    private static String scannedCode(byte[] pdf) {
        String url = Papers.scan(pdf);
        return url.substring(url.indexOf("code=") + "code=".length());
    }

    private ValidatableResponse verify(String code) {
        return given().queryParam("number", number)
                .queryParam("code", code)
                .get("/api/v1/orders/verify")
                .then();
    }
}
