package org.motorpool.dispatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.supervision.Depots.Depot;
import org.motorpool.dispatch.trip.FakeTelematics;
import org.motorpool.dispatch.trip.Story;

@QuarkusTest
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class SupervisionRunTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** A day in the middle of a week; a holiday only once in a while. */
    private static final LocalDate DAY =
            LocalDate.now(CHINA).minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.WEDNESDAY));

    @Inject
    Depots depots;

    @Inject
    Organisations organisations;

    @Inject
    NightlyRun nightly;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private Depot depot;

    @BeforeEach
    void depot() {
        depot = depots.depot();
    }

    @Test
    void raisesWhatTheRegistryAndTheExpensesShow() {
        depots.sql("update vehicle set owner_name = '某某商务有限公司' where id = cast(? as uuid)", depot.vehicleId());
        depots.fuel(depot, DAY + "T02:00:00Z", null);
        run(DAY).statusCode(200).body("vehicles", equalTo(1)).body("tracks", equalTo(0));
        assertThat(findings("")).extracting(finding -> finding.get("detector")).contains("V01", "V05", "V19", "V21");
        assertThat(findings("?detector=V05&vehicleId=" + depot.vehicleId()))
                .singleElement()
                .satisfies(finding -> assertThat(finding)
                        .containsEntry("plate", depot.plate())
                        .containsEntry("status", "RAISED")
                        .containsEntry("detectorName", "登记主体不符")
                        .containsEntry("overdue", false)
                        .hasEntrySatisfying(
                                "message", text -> assertThat((String) text).contains("某某商务有限公司")));
    }

    @Test
    void addsNothingTheSecondTime() {
        depots.fuel(depot, DAY + "T02:00:00Z", null);
        int raised = run(DAY).statusCode(200).extract().path("raised");
        assertThat(raised).isPositive();
        run(DAY).statusCode(200).body("raised", equalTo(0));
        assertThat(findings("")).hasSize(raised);
    }

    @Test
    void keepsAnEpisodeThatGoesOnOneAndLetsItGrow() {
        depots.terminal(depot);
        depots.lastSeen(depot, DAY.minusDays(3) + "T10:00:00Z");
        run(DAY.minusDays(1)).statusCode(200);
        String before = (String) findings("?detector=V31").getFirst().get("occurredTo");
        run(DAY).statusCode(200);
        assertThat(findings("?detector=V31")).singleElement().satisfies(finding -> {
            assertThat(finding).containsEntry("occurredFrom", DAY.minusDays(3) + "T10:00:00Z");
            assertThat(Instant.parse((String) finding.get("occurredTo"))).isAfter(Instant.parse(before));
        });
    }

    @Test
    void readsTheTrackOfTheDayAndTellsFiguresOnly() {
        depots.lastSeen(depot, Instant.now().toString());
        FakeTelematics.answerTrack(
                depot.vehicleId(),
                String.join(
                        ",",
                        point("T02:00:00Z", 31.23, 0),
                        point("T02:01:00Z", 31.24, 40),
                        point("T02:02:00Z", 31.25, 40),
                        point("T02:03:00Z", 31.23, 0)));
        run(DAY).statusCode(200).body("tracks", equalTo(1)).body("untold", equalTo(0));
        assertThat(findings("")).anySatisfy(finding -> {
            assertThat((String) finding.get("detector")).isIn("V08", "V09");
            assertThat(finding.get("evidence").toString())
                    .contains("farthest_m")
                    .doesNotContain("31.2");
        });
    }

    @Test
    void goesOnWhereTelematicsDoesNotAnswer() {
        depots.lastSeen(depot, Instant.now().toString());
        FakeTelematics.fail(1);
        run(DAY).statusCode(200).body("tracks", equalTo(0)).body("untold", equalTo(1));
        FakeTelematics.fail(0);
    }

    @Test
    void countsAConfidentialVehicleAndDoesNotShowIt() {
        depots.sql("update vehicle set confidential = true where id = cast(? as uuid)", depot.vehicleId());
        depots.fuel(depot, DAY + "T02:00:00Z", null);
        run(DAY).statusCode(200);
        run(DAY).statusCode(200).body("raised", equalTo(0));
        assertThat(findings("?detector=V21")).singleElement().satisfies(finding -> {
            assertThat(finding).containsEntry("vehicleId", null).containsEntry("plate", null);
            assertThat(finding.toString()).contains("1 辆涉密车辆").doesNotContain(depot.plate(), depot.vehicleId());
        });
        assertThat(findings("?vehicleId=" + depot.vehicleId())).isEmpty();
    }

    @Test
    void hidesAVehicleThatBecameConfidentialAfterwards() {
        depots.fuel(depot, DAY + "T02:00:00Z", null);
        run(DAY).statusCode(200);
        depots.sql("update vehicle set confidential = true where id = cast(? as uuid)", depot.vehicleId());
        assertThat(findings("?detector=V21").toString()).doesNotContain(depot.plate(), depot.vehicleId());
    }

    @Test
    void seesAnInvoiceThatAnotherUnitUsedBefore() {
        String invoice = "INV" + UUID.randomUUID();
        depots.fuel(depots.depot(), DAY.minusDays(5) + "T02:00:00Z", invoice);
        depots.fuel(depot, DAY + "T02:00:00Z", invoice);
        run(DAY).statusCode(200);
        assertThat(findings("?detector=V26")).hasSize(1);
    }

    @Test
    void tellsTheStreamOfANewFinding() {
        run(DAY).statusCode(200);
        String id = (String) findings("?detector=V01").getFirst().get("id");
        assertThat(Story.of(UUID.fromString(id), 1, servers)).singleElement().satisfies(event -> {
            assertThat(event.getString("type")).isEqualTo("finding-opened");
            assertThat(event.getString("detector")).isEqualTo("V01");
            assertThat(event.getString("unitId")).isEqualTo(depot.unit().id().toString());
        });
    }

    @Test
    void judgesANightOnceForAllReplicas() throws Throwable {
        VertxContextSupport.subscribeAndAwait(nightly::runIfDue);
        List<String> ended = depots.find("/", "select ended_at from supervision_run where ended_at is not null");
        VertxContextSupport.subscribeAndAwait(nightly::runIfDue);
        assertThat(depots.find("/", "select ended_at from supervision_run where ended_at is not null"))
                .isNotEmpty()
                .isEqualTo(ended);
    }

    @Test
    void refusesADayThatIsNotOver() {
        run(LocalDate.now(CHINA).plusDays(1)).statusCode(400).body("field", equalTo("day"));
        run(LocalDate.now(CHINA).minusDays(91)).statusCode(400).body("field", equalTo("day"));
        officer(depot.unit())
                .post("/api/v1/compliance/findings/run?day=yesterday")
                .then()
                .statusCode(400)
                .body("field", equalTo("day"));
    }

    @Test
    void runsOnlyInTheCallersScope() {
        officer(organisations.huangpu())
                .post("/api/v1/compliance/findings/run?unitId=" + depot.unit().id())
                .then()
                .statusCode(404)
                .body("code", equalTo("unit-unknown"));
        Callers.requester(depot.unit())
                .post("/api/v1/compliance/findings/run")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse run(LocalDate day) {
        return officer(depot.unit())
                .post("/api/v1/compliance/findings/run?day=" + day)
                .then();
    }

    private List<Map<String, Object>> findings(String query) {
        return officer(depot.unit())
                .get("/api/v1/compliance/findings" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static RequestSpecification officer(Unit unit) {
        return Callers.somebody(unit, "officer-" + unit.code().toLowerCase(), "FLEET_OFFICER");
    }

    private static String point(String time, double latitude, double speed_kmh) {
        return """
                {"reportedAt":"%s%s","latitude":%s,"longitude":121.54,"speed_kmh":%s,"heading_deg":0,"ignitionOn":true}""".formatted(DAY, time, latitude, speed_kmh);
    }
}
