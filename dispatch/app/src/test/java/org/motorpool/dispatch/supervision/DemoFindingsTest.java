package org.motorpool.dispatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.demo.Demo;
import org.motorpool.dispatch.demo.DemoProfile;

/** The demo world has a few findings after its first night, and not many. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class DemoFindingsTest {

    @Test
    void showsAFewFindings() {
        LocalDate today = Days.today(Clock.systemUTC());
        for (LocalDate day : List.of(today.minusDays(1), today)) {
            judge("310115", day);
            judge("500000", day);
        }
        List<Map<String, Object>> findings = Demo.all("supervisor", "compliance/findings");
        assertThat(findings).extracting(finding -> finding.get("detector")).contains("V05", "V17", "V19", "V33", "V35");
        assertThat(findings).hasSizeLessThan(40);
    }

    @Test
    void showsThemToTheUnitAboveAndNotToANeighbour() {
        judge("310115", Days.today(Clock.systemUTC()));
        assertThat(Demo.all("fleet-officer-310000", "compliance/findings?detector=V05"))
                .hasSize(1);
        Demo.as("fleet-officer-310101")
                .get("/api/v1/compliance/findings?detector=V05")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    private static void judge(String unit, LocalDate day) {
        Demo.as("supervisor")
                .post("/api/v1/compliance/findings/run?day=%s&unitId=%s"
                        .formatted(day, Demo.unitId("supervisor", unit)))
                .then()
                .statusCode(200);
    }
}
