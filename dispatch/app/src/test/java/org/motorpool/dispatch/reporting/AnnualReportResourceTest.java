package org.motorpool.dispatch.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.demo.Demo;
import org.motorpool.dispatch.demo.DemoProfile;
import org.motorpool.dispatch.reporting.web.Entries;

@QuarkusTest
@TestProfile(DemoProfile.class)
class AnnualReportResourceTest {

    private static final String COUNTY_OFFICER = "fleet-officer-330203";
    private static final List<String> ADDITIVE = List.of(
            "A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A11", "A14", "A15", "A18", "A19", "A36");

    @Inject
    Records records;

    @Test
    void hasAllFieldsAndSaysWhyOneIsUnknown() {
        report("supervisor", "2026")
                .then()
                .statusCode(200)
                .body("fields.code", hasSize(48))
                .body("level", equalTo("NATION"))
                .body("status", equalTo("OPEN"))
                .body("fields.find { it.code == 'A03' }.value", notNullValue())
                .body("fields.find { it.code == 'A03' }.previous", notNullValue())
                .body("fields.find { it.code == 'A44' }.value", nullValue())
                .body("fields.find { it.code == 'A44' }.note", containsString("12345"));
    }

    @Test
    void addsUpFromTheUnitsBelow() {
        String regions = "fleet-officer-330000";
        JsonPath report = report(regions, "2026").then().extract().jsonPath();
        ADDITIVE.forEach(code -> {
            List<Object> parts = report.getList("branches.values." + code);
            BigDecimal sum = parts.stream()
                    .filter(part -> part != null)
                    .map(part -> new BigDecimal(part.toString()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as(code).isEqualByComparingTo(value(report, code));
        });
    }

    @Test
    void opensEveryFigureToTheRowsItIsTheSumOf() {
        UUID vehicle = records.vehicle("33020301", "浙B9R001", "");
        records.expense(vehicle, "FUEL", "2026-03-01", 35_000);
        records.expense(vehicle, "INSPECTION", "2026-03-02", 12_000);
        JsonPath report =
                report("fleet-officer-330200", "2026").then().extract().jsonPath();
        List<Map<String, Object>> fields = report.getList("fields");
        for (Map<String, Object> field : fields) {
            for (Map<String, Object> measure : measures(field)) {
                String name = field.get("code") + " " + measure.get("measure");
                JsonPath rows = rows("fleet-officer-330200", field.get("code"), measure.get("measure"));
                BigDecimal shown = sum(rows.getList("items.amount"));
                assertThat(new BigDecimal(rows.getString("total")))
                        .as(name)
                        .isEqualByComparingTo(measure.get("total") + "");
                assertThat(rows.getLong("confidential")).as(name).isZero();
                assertThat(shown).as(name).isEqualByComparingTo(rows.getString("total"));
            }
        }
    }

    @Test
    void opensOnePartOfAFigure() {
        List<String> categories = Demo.as(COUNTY_OFFICER)
                .get("/api/v1/reports/annual/A03/rows?year=2026&by=category&key=ZFZQ")
                .then()
                .statusCode(200)
                .extract()
                .path("items.by.category");
        assertThat(categories).isNotEmpty().containsOnly("ZFZQ");
    }

    @Test
    void givesPagesOfRows() {
        String path = "/api/v1/reports/annual/A03/rows?year=2026&limit=3&cursor=";
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = Demo.as(COUNTY_OFFICER)
                    .get(path + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        }
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThan(3).isSorted();
    }

    @Test
    void countsAConfidentialVehicleAndNeverShowsIt() {
        UUID vehicle = records.vehicle("33021201", "浙B9R666", "confidential = true");
        records.expense(vehicle, "FUEL", "2026-04-01", 77_700);
        String officer = "fleet-officer-330212";
        for (String opened : List.of("A03", "A19")) {
            JsonPath rows = rows(officer, opened, "");
            assertThat(rows.getLong("confidential")).isEqualTo(1);
            assertThat(rows.getLong("count")).isEqualTo(rows.getList("items").size() + 1L);
            assertThat(rows.getList("items.vehicleId")).doesNotContain(vehicle.toString());
        }
        assertThat(value(report(officer, "2026").then().extract().jsonPath(), "A19"))
                .isEqualByComparingTo("777");
        assertThat(text(Demo.as(officer)
                        .get("/api/v1/reports/annual/A03/rows.xlsx?year=2026")
                        .asByteArray()))
                .doesNotContain("浙B9R666");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999", "2020", "x", ""})
    void refusesAYearWithoutReportsNamingTheField(String year) {
        for (String path :
                List.of("annual", "annual.xlsx", "annual/A03/rows", "annual/A03/rows.xlsx", "annual/submissions")) {
            Demo.as("supervisor")
                    .get("/api/v1/reports/" + path + "?year=" + year)
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("year"));
        }
    }

    @Test
    void refusesAFutureYearBeforeItIsCheckedOrSubmitted() {
        for (String act : List.of("check", "submit")) {
            Demo.as("fleet-officer")
                    .post("/api/v1/reports/annual/9999/" + act)
                    .then()
                    .statusCode(400)
                    .body("field", equalTo("year"));
        }
    }

    @Test
    void knowsNoUnitOutsideTheScope() {
        String other = Demo.unitId("supervisor", "330212");
        for (String path :
                List.of("annual", "annual.xlsx", "annual/A03/rows", "annual/A03/rows.xlsx", "annual/submissions")) {
            Demo.as(COUNTY_OFFICER)
                    .get("/api/v1/reports/" + path + "?year=2026&unitId=" + other)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("unit-unknown"));
        }
        for (String act : List.of("check", "submit", "reopen")) {
            Demo.as(COUNTY_OFFICER)
                    .body(Map.of("unitId", other, "reason", "数据有误"))
                    .post("/api/v1/reports/annual/2026/" + act)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("unit-unknown"));
        }
    }

    @Test
    void isForThoseWhoKeepOrOverseeTheFleet() {
        for (String path : List.of(
                "reports/annual?year=2026", "reports/annual/A03/rows?year=2026", "dashboards/province?code=330000")) {
            Demo.as("requester").get("/api/v1/" + path).then().statusCode(403);
        }
        Demo.as("supervisor").post("/api/v1/reports/annual/2026/submit").then().statusCode(403);
    }

    @Test
    void namesAFigureOrAPartThatIsNone() {
        Demo.as("supervisor")
                .get("/api/v1/reports/annual/A44/rows?year=2026")
                .then()
                .statusCode(404)
                .body("code", equalTo("report-field-unknown"));
        Demo.as("supervisor")
                .get("/api/v1/reports/annual/A03/rows?year=2026&by=label")
                .then()
                .statusCode(400)
                .body("field", equalTo("by"));
        Demo.as("supervisor")
                .get("/api/v1/reports/annual/A03/rows?year=2026&measure=FUEL_FEN")
                .then()
                .statusCode(400)
                .body("field", equalTo("measure"));
    }

    @Test
    void writesTheReportAsAWorkbook() {
        byte[] workbook = Demo.as(COUNTY_OFFICER)
                .get("/api/v1/reports/annual.xlsx?year=2026")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("annual-report-2026-330203.xlsx"))
                .extract()
                .asByteArray();
        assertThat(text(workbook)).contains("机构数", "A48", "海曙区", "下级单位");
    }

    @Test
    void writesRowsAsAWorkbookInWhichTextIsNoFormula() {
        UUID vehicle = records.vehicle("33020303", "浙B9R002", "");
        records.expense(vehicle, "TOLL", "2026-05-01", 1_500);
        assertThat(text(Demo.as(COUNTY_OFFICER)
                        .get("/api/v1/reports/annual/A24/rows.xlsx?year=2026")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray()))
                .contains("<t>'=恶意供应商</t>", "<v>1500</v>")
                .doesNotContain("<t>=恶意");
    }

    @Test
    void showsAProvinceAtAGlance() {
        String year = Integer.toString(Days.today(Clock.systemUTC()).getYear());
        JsonPath report = report("fleet-officer-510000", year).then().extract().jsonPath();
        Demo.as("fleet-officer-510000")
                .get("/api/v1/dashboards/province?code=510000")
                .then()
                .statusCode(200)
                .body("regionName", equalTo("四川省"))
                .body("vehicles", equalTo(value(report, "A03").intValue()))
                .body("quota", equalTo(value(report, "A02").intValue()))
                .body("overQuota", equalTo(value(report, "A04").intValue()))
                .body("additionsNewEnergy", equalTo(value(report, "A09").intValue()));
    }

    @Test
    void showsNoProvinceOutsideTheScope() {
        Demo.as(COUNTY_OFFICER)
                .get("/api/v1/dashboards/province?code=510000")
                .then()
                .statusCode(404)
                .body("code", equalTo("region-unknown"));
        Demo.as(COUNTY_OFFICER)
                .get("/api/v1/dashboards/province?code=5100")
                .then()
                .statusCode(400)
                .body("field", equalTo("code"));
    }

    private static io.restassured.response.Response report(String username, String year) {
        return Demo.as(username).get("/api/v1/reports/annual?year=" + year);
    }

    private static JsonPath rows(String username, Object code, Object measure) {
        return Demo.as(username)
                .get("/api/v1/reports/annual/%s/rows?year=2026&limit=1000&measure=%s".formatted(code, measure))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static BigDecimal value(JsonPath report, String code) {
        return new BigDecimal(report.getString("fields.find { it.code == '%s' }.value".formatted(code)));
    }

    private static BigDecimal sum(List<?> amounts) {
        return amounts.stream().map(each -> new BigDecimal(each.toString())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> measures(Map<String, Object> field) {
        return (List<Map<String, Object>>) field.get("measures");
    }

    private static String text(byte[] workbook) {
        try {
            return String.join("", Entries.of(workbook).values());
        } catch (IOException broken) {
            throw new AssertionError("not a workbook", broken);
        }
    }
}
