package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.demo.Demo;
import org.motorpool.dispatch.demo.DemoProfile;

@QuarkusTest
@TestProfile(DemoProfile.class)
class FiguresResourceTest {

    @Test
    void countsTheWholeProvinceForACallerFromOneCounty() {
        List<Map<String, Object>> mine = Demo.all("requester-340103", "compliance/nev-share");
        assertThat(mine).hasSize(1);
        assertThat(mine.getFirst())
                .containsEntry("regionCode", "340000")
                .containsEntry("regionName", "安徽省")
                .containsEntry("additions", 10)
                .containsEntry("newEnergy", 3)
                .containsEntry("met", true);
    }

    @Test
    void showsWhichProvincesFallShort() {
        Map<String, Object> chongqing = Demo.all("supervisor", "compliance/nev-share").stream()
                .filter(share -> share.get("regionCode").equals("500000"))
                .findFirst()
                .orElseThrow();
        assertThat(chongqing)
                .containsEntry("additions", 9)
                .containsEntry("newEnergy", 2)
                .containsEntry("met", false);
    }

    @Test
    void hasNoShareForAYearWithoutAdditions() {
        Map<String, Object> early = Demo.as("requester-340103")
                .queryParam("year", 2021)
                .get("/api/v1/compliance/nev-share")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0]");
        assertThat(early).containsEntry("year", 2021).containsEntry("threshold", 0.3f);
    }

    @Test
    void namesABadYear() {
        for (String year : List.of("1999", "3000", "今年")) {
            Demo.as("supervisor")
                    .queryParam("year", year)
                    .get("/api/v1/compliance/nev-share")
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("year"));
        }
    }

    @Test
    void listsQuotasOfTheScopeWithTheirUse() {
        List<Map<String, Object>> quotas = Demo.all("requester-31011501", "quotas");
        assertThat(quotas).hasSize(1);
        assertThat(quotas.getFirst())
                .containsEntry("category", "QT")
                .containsEntry("categoryName", "其他按照规定配备的公务用车")
                .containsEntry("number", 1)
                .containsEntry("inUse", 1);
    }
}
