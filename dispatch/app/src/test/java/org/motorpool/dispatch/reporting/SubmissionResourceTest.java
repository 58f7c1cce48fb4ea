package org.motorpool.dispatch.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.demo.Demo;
import org.motorpool.dispatch.demo.DemoProfile;

/** Each test has a year or a branch of its own: a submitted report stays submitted. */
@QuarkusTest
@TestProfile(DemoProfile.class)
class SubmissionResourceTest {

    private static final Map<String, String> UNITS = new ConcurrentHashMap<>();

    @Inject
    Records records;

    @Test
    void goesFromCountyToNationLevelByLevel() {
        List<Map<String, Object>> units = Demo.all("supervisor", "units");
        act("fleet-officer", 2022, "submit", "100000")
                .statusCode(422)
                .body("violations.rule", hasItem("lower-level-open"));
        for (String level : List.of("COUNTY", "CITY", "PROVINCE", "NATION")) {
            units.stream()
                    .filter(unit -> unit.get("level").equals(level))
                    .map(unit -> (String) unit.get("code"))
                    .filter(code -> code.length() == 6)
                    .forEach(code -> act("fleet-officer", 2022, "submit", code).statusCode(200));
        }
        Demo.as("supervisor")
                .get("/api/v1/reports/annual/submissions?year=2022")
                .then()
                .body("items.status", everyItem(equalTo("SUBMITTED")));
        Demo.as("supervisor")
                .get("/api/v1/reports/annual?year=2022")
                .then()
                .body("status", equalTo("SUBMITTED"))
                .body("version", equalTo(1))
                .body("branches.findAll { !it.own }.status", everyItem(equalTo("SUBMITTED")));
    }

    @Test
    void freezesWhatWasSubmitted() {
        String officer = "fleet-officer-340207";
        UUID vehicle = records.vehicle("34020701", "皖B9R001", "registered_on = '2022-01-01'");
        records.expense(vehicle, "TOLL", "2023-02-01", 10_000);
        act(officer, 2023, "submit", "340207").statusCode(200).body("version", equalTo(1));
        records.expense(vehicle, "TOLL", "2023-02-02", 5_000);
        Demo.as(officer)
                .get("/api/v1/reports/annual?year=2023")
                .then()
                .body("fields.find { it.code == 'A24' }.value", equalTo(100f));
        Demo.as("fleet-officer-340200")
                .get("/api/v1/reports/annual?year=2023")
                .then()
                .body("branches.find { it.unitCode == '340207' }.values.A24", equalTo(100f))
                .body("branches.find { it.unitCode == '340207' }.status", equalTo("SUBMITTED"));
        act(officer, 2023, "submit", "340207").statusCode(409).body("code", equalTo("report-submitted"));
    }

    @Test
    void isGivenBackOnlyByTheLevelAboveAndWithAReason() {
        String county = "fleet-officer-340103";
        act(county, 2023, "submit", "340103").statusCode(200);
        reopen(county, 2023, "340103", "我们想改").statusCode(403).body("detail", containsString("上一级"));
        reopen("fleet-officer-340100", 2023, "340103", " ").statusCode(400).body("field", equalTo("reason"));
        reopen("fleet-officer-340100", 2023, "340103", "里程有误").statusCode(200).body("status", equalTo("OPEN"));
        reopen("fleet-officer-340100", 2023, "340103", "再退一次")
                .statusCode(409)
                .body("code", equalTo("report-not-submitted"));
        act(county, 2023, "submit", "340103").statusCode(200).body("version", equalTo(2));
        assertThat(Demo.all("supervisor", "audit")).anySatisfy(noted -> assertThat(noted)
                .containsEntry("action", "report-reopened")
                .containsEntry("subject", "340103 2023 v1"));
    }

    @Test
    void isNotGivenBackBelowAReportThatWasSubmitted() {
        for (String code : List.of("320102", "320106", "320100")) {
            act("fleet-officer-320000", 2023, "submit", code).statusCode(200);
        }
        reopen("fleet-officer-320000", 2023, "320102", "里程有误")
                .statusCode(409)
                .body("code", equalTo("level-above-submitted"));
    }

    @Test
    void isSubmittedOnceByTwoAtTheSameTime() {
        List<Integer> answers = IntStream.range(0, 2)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> act("fleet-officer-500103", 2023, "submit", "500103")
                        .extract()
                        .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(200, 409);
    }

    @Test
    void findsWhatIsMissingBeforeSubmission() {
        records.vehicle("50010603", "渝A9R001", "quota_status = 'UNASSESSED'");
        UUID gone = records.vehicle("50010603", "渝A9R002", "disposed_on = '2024-03-01'");
        records.expense(gone, "FUEL", "2024-02-01", 30_000);
        act("fleet-officer-500106", 2024, "check", "500106")
                .statusCode(200)
                .body("submittable", equalTo(false))
                .body("items.check", hasItems("vehicle-unassessed", "disposed-without-record", "expense-without-order"))
                .body("items.find { it.check == 'vehicle-unassessed' }.unitCode", equalTo("50010603"))
                .body("items.find { it.check == 'vehicle-unassessed' }.severity", equalTo("ERROR"));
        act("fleet-officer-500106", 2024, "submit", "500106")
                .statusCode(422)
                .body("code", equalTo("report-incomplete"))
                .body("violations.rule", hasItem("vehicle-unassessed"))
                .body("violations.clause", hasItem(containsString("年度统计报告")));
        Demo.as("fleet-officer-500106")
                .get("/api/v1/reports/annual?year=2024")
                .then()
                .body("status", equalTo("OPEN"));
    }

    @Test
    void saysThatTheYearIsNotOver() {
        act("fleet-officer-500112", Days.today(Clock.systemUTC()).getYear(), "check", "500112")
                .statusCode(200)
                .body("submittable", equalTo(true))
                .body("items.find { it.check == 'year-not-over' }.severity", equalTo("WARNING"));
    }

    @Test
    void cannotBeChangedInTheDatabaseAndIsSeenInScopeOnly() throws SQLException {
        act("fleet-officer-510703", 2023, "submit", "510703").statusCode(200);
        String counted = "select count(*) from annual_report where unit_path like '%/510703/'";
        assertThat(records.count("/", counted)).isPositive();
        assertThat(records.count("/100000/510000/510100/", counted)).isZero();
        assertThat(records.count("", counted)).isZero();
        for (String change : List.of("update annual_report set figures = '{}'", "delete from annual_report")) {
            try (Connection connection = records.inScope("/")) {
                assertThatThrownBy(() -> connection.createStatement().execute(change))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void writesNoReportForAUnitOutsideTheScope() throws SQLException {
        try (Connection connection = records.inScope("/100000/510000/510100/")) {
            assertThatThrownBy(() -> connection.createStatement().execute("""
                    insert into annual_report (id, unit_id, unit_path, year, version, as_of, submitted_by, submitted_at, figures, report)
                    values (gen_random_uuid(), gen_random_uuid(), '/100000/310000/', 2023, 1, '2023-12-31', 'x', now(), '{}', '{}')"""))
                    .hasMessageContaining("row-level security");
        }
    }

    /** Ids by code, asked for once. */
    private static String unitId(String code) {
        if (UNITS.isEmpty()) {
            Demo.all("supervisor", "units")
                    .forEach(unit -> UNITS.put((String) unit.get("code"), (String) unit.get("id")));
        }
        return UNITS.get(code);
    }

    private static ValidatableResponse act(String username, int year, String act, String unitCode) {
        return Demo.as(username)
                .body(Map.of("unitId", unitId(unitCode)))
                .post("/api/v1/reports/annual/%d/%s".formatted(year, act))
                .then();
    }

    private static ValidatableResponse reopen(String username, int year, String unitCode, String reason) {
        return Demo.as(username)
                .body(Map.of("unitId", unitId(unitCode), "reason", reason))
                .post("/api/v1/reports/annual/%d/reopen".formatted(year))
                .then();
    }
}
