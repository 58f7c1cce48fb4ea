package org.motorpool.dispatch;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.request.Callers;

/** Every list says what is wrong with its {@code limit} and its {@code cursor}. */
@QuarkusTest
class ListLimitTest {

    @Inject
    Organisations organisations;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "units",
                "regions",
                "vehicles",
                "drivers",
                "terminals",
                "requests",
                "orders",
                "plans",
                "trips",
                "acquisitions",
                "quotas",
                "disposals",
                "expenses",
                "compliance/electric-share",
                "audit",
                "compliance/findings",
                "compliance/detectors",
                "compliance/seals",
                "settlements",
                "settlements/charges",
                "cross-region-services",
                "cross-region-bills"
            })
    void refusesALimitThatIsNoNumber(String list) {
        get(list + "?limit=abc")
                .statusCode(400)
                .body("code", equalTo("invalid-input"))
                .body("field", equalTo("limit"));
        get(list + "?limit=7").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "99999999999", "1.5"})
    void refusesALimitOutOfRange(String limit) {
        get("units?limit=" + limit).statusCode(400).body("field", equalTo("limit"));
    }

    @ParameterizedTest
    @CsvSource({
        "drivers",
        "requests",
        "orders",
        "plans",
        "trips",
        "acquisitions",
        "quotas",
        "disposals",
        "expenses",
        "audit",
        "compliance/findings",
        "compliance/seals",
        "settlements",
        "settlements/charges",
        "cross-region-services",
        "cross-region-bills"
    })
    void refusesACursorThatIsNone(String list) {
        get(list + "?cursor=x!")
                .statusCode(400)
                .body("code", equalTo("invalid-input"))
                .body("field", equalTo("cursor"));
    }

    private ValidatableResponse get(String path) {
        return Callers.somebody(
                        organisations.pudong(),
                        "everybody",
                        "REQUESTER",
                        "APPROVER",
                        "DISPATCHER",
                        "FLEET_OFFICER",
                        "SUPERVISOR")
                .get("/api/v1/" + path)
                .then();
    }
}
