package org.motorpool.dispatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Clock;
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
        judge("310115");
        judge("500000");
        List<Map<String, Object>> findings = Demo.all("supervisor", "compliance/findings");
        assertThat(findings).extracting(finding -> finding.get("detector")).contains("V05", "V17", "V19", "V33", "V35");
        assertThat(findings).hasSizeLessThan(40);
    }

    @Test
    void showsThemToTheUnitAboveAndNotToANeighbour() {
        judge("310115");
        assertThat(Demo.all("fleet-officer-310000", "compliance/findings?detector=V05"))
                .hasSize(1);
        Demo.as("fleet-officer-310101")
                .get("/api/v1/compliance/findings?detector=V05")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    /** By today, so that on 1 January too there are vehicles of the year. */
    private static void judge(String unit) {
        Demo.as("supervisor")
                .post("/api/v1/compliance/findings/run?day=%s&unitId=%s"
                        .formatted(Days.today(Clock.systemUTC()), Demo.unitId("supervisor", unit)))
                .then()
                .statusCode(200);
    }
}
