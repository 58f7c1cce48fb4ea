package org.motorpool.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.ChargerApi.NewCharger;
import org.motorpool.dispatch.contract.OrderApi.NewPlan;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.PlannerCommand;
import org.motorpool.planner.contract.PlannerEvent;

/** Dispatch asks the planner over a real Kafka; the test answers as the planner. */
@QuarkusTest
class PlanFlowTest {

    private static final String PLANS = Planned.PLANS;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Planned planned;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private Unit huangpu;

    /** Each test plans a day of its own, so that it plans its own requests only. */
    private Instant day;

    private static int days = 20;

    @BeforeEach
    void units() {
        huangpu = organisations.huangpu();
        day = NewRequests.TOMORROW.plus(Duration.ofDays(days++));
    }

    @Test
    void plansOverKafkaAndCommitsEachItemForItself() throws Exception {
        Fleet.Crew good = fleet.car(huangpu);
        Fleet.Crew lost = fleet.car(huangpu);
        UUID served = planned.request(huangpu, day);
        UUID tooLate = planned.request(huangpu, day);
        UUID unserved = planned.request(huangpu, day);
        String planId = planned.create(huangpu, day);
        PlannerCommand.SolvePlan command = commandOf(planId);
        assertThat(command.planningUnit()).isEqualTo(huangpu.code());
        DayApi.Facts asked = command.days().getFirst();
        assertThat(command.days()).hasSize(1);
        assertThat(asked.rides())
                .extracting(DayApi.Ride::id)
                .containsExactlyInAnyOrder(served.toString(), tooLate.toString(), unserved.toString());
        assertThat(asked.pools().getFirst().vehicles())
                .contains(good.vehicle().id().toString(), lost.vehicle().id().toString());
        assertThat(asked.drivers())
                .extracting(DayApi.Driver::vehicle)
                .contains(good.vehicle().id().toString());

        publish(new PlannerEvent.PlanProposed(
                command.planId(),
                command.planningUnit(),
                List.of(Planned.order(served, good, day), Planned.order(tooLate, lost, day)),
                List.of(new PlannerEvent.Unserved(unserved, "no-free-vehicle", "没有空闲车辆")),
                "0hard/-12soft",
                4200,
                15));
        await().atMost(PATIENCE).until(() -> statusOf(planId).equals("PROPOSED"));
        Workflow.assign(huangpu, planned.request(huangpu, day), lost).then().statusCode(201);

        Callers.dispatcher(huangpu)
                .post(PLANS + "/" + planId + "/commit")
                .then()
                .statusCode(200)
                .body("status", equalTo("COMMITTED"))
                .body("cost_fen", equalTo(4200))
                .body("items.find { it.requestId == '%s' }.outcome".formatted(served), equalTo("ASSIGNED"))
                .body(
                        "items.find { it.requestId == '%s' }.outcome".formatted(tooLate),
                        equalTo("vehicle-already-booked"))
                .body("unserved[0].code", equalTo("no-free-vehicle"));
        Callers.requester(huangpu)
                .get("/api/v1/requests/" + served)
                .then()
                .body("status", equalTo("ASSIGNED"))
                .body("order.plate", equalTo(good.vehicle().plate()));
        Callers.requester(huangpu).get("/api/v1/requests/" + tooLate).then().body("status", equalTo("APPROVED"));
    }

    @Test
    void keepsTheFirstProposalOnly() {
        Fleet.Crew first = fleet.car(huangpu);
        UUID request = planned.request(huangpu, day);
        String planId = planned.create(huangpu, day);
        planned.propose(planId, huangpu, Planned.order(request, first, day));
        planned.propose(planId, huangpu, Planned.order(request, fleet.car(huangpu), day));
        Callers.dispatcher(huangpu)
                .get(PLANS + "/" + planId)
                .then()
                .body("items.plate", equalTo(List.of(first.vehicle().plate())));
    }

    @Test
    void keepsAFailureAndCommitsNothing() {
        planned.request(huangpu, day);
        String planId = planned.create(huangpu, day);
        planned.on(new PlannerEvent.PlanFailed(UUID.fromString(planId), huangpu.code(), "solver-failed", "内存不足"));
        Callers.dispatcher(huangpu)
                .get(PLANS + "/" + planId)
                .then()
                .body("status", equalTo("FAILED"))
                .body("failure", equalTo("solver-failed: 内存不足"));
        Callers.dispatcher(huangpu)
                .post(PLANS + "/" + planId + "/commit")
                .then()
                .statusCode(409)
                .body("code", equalTo("plan-state"));
    }

    @Test
    void showsTheBestPlanSoFarAndHowGoodTheProposalIs() {
        Fleet.Crew crew = fleet.car(huangpu);
        UUID request = planned.request(huangpu, day);
        String planId = planned.create(huangpu, day);
        progressed(planId, 9000, 700);
        progressed(planId, 9500, 200); // overtaken on its way
        Callers.dispatcher(huangpu)
                .get(PLANS + "/" + planId)
                .then()
                .body("status", equalTo("SOLVING"))
                .body("progress.cost_fen", equalTo(9000))
                .body("progress.served", equalTo(1))
                .body("progress.rides", equalTo(1))
                .body("progress.elapsed_ms", equalTo(700));
        planned.on(new PlannerEvent.PlanProposed(
                UUID.fromString(planId),
                huangpu.code(),
                List.of(Planned.order(request, crew, day)),
                List.of(),
                "0",
                8800,
                1,
                new PlannerEvent.Bound(8700, 1.15, "column-generation", 1)));
        progressed(planId, 1, 9000);
        Callers.dispatcher(huangpu)
                .get(PLANS + "/" + planId)
                .then()
                .body("status", equalTo("PROPOSED"))
                .body("progress.cost_fen", equalTo(9000))
                .body("bound.gap_percent", equalTo(1.15f))
                .body("bound.relaxation", equalTo("column-generation"));
    }

    @Test
    void stopsASolveThatIsUnderWayOnly() throws Exception {
        Fleet.Crew crew = fleet.car(huangpu);
        UUID request = planned.request(huangpu, day);
        String planId = planned.create(huangpu, day);
        stop(huangpu, planId).statusCode(202).body("status", equalTo("SOLVING"));
        assertThat(commandOf(planId, PlannerCommand.StopPlan.class).planningUnit())
                .isEqualTo(huangpu.code());
        planned.propose(planId, huangpu, Planned.order(request, crew, day));
        stop(huangpu, planId).statusCode(409).body("code", equalTo("plan-state"));
        stop(huangpu, UUID.randomUUID().toString()).statusCode(404).body("code", equalTo("plan-unknown"));
        stop(organisations.pudong(), planId).statusCode(404).body("code", equalTo("plan-unknown"));
        Callers.requester(huangpu).post(PLANS + "/" + planId + "/stop").then().statusCode(403);
    }

    @Test
    void hidesPlansOfOtherCounties() {
        planned.request(huangpu, day);
        String planId = planned.create(huangpu, day);
        Callers.dispatcher(organisations.pudong())
                .get(PLANS + "/" + planId)
                .then()
                .statusCode(404)
                .body("code", equalTo("plan-unknown"));
    }

    @Test
    void refusesToPlanNothing() {
        Callers.dispatcher(huangpu)
                .body(new NewPlan(day, day.plusSeconds(60), 1))
                .post(PLANS)
                .then()
                .statusCode(409)
                .body("code", equalTo("nothing-to-plan"));
    }

    @Test
    void refusesAReversedPeriod() {
        Callers.dispatcher(huangpu)
                .body(Map.of("from", day.toString(), "to", day.toString()))
                .post(PLANS)
                .then()
                .statusCode(400)
                .body("code", equalTo("period-reversed"))
                .body("field", equalTo("to"));
    }

    @Test
    void tellsWhereAVehicleChargesBeforeItsRide() {
        Fleet.Crew crew = fleet.electric(huangpu, 400);
        UUID request = planned.request(huangpu, day);
        Place yard = new Place("机关大院充电桩", 31.23 + days * 1e-4, 121.48);
        Callers.somebody(huangpu, "officer-charging", "FLEET_OFFICER")
                .body(new NewCharger(huangpu.id(), yard, 60.0, 2, true))
                .post("/api/v1/chargers")
                .then()
                .statusCode(201);
        UUID planId = UUID.fromString(planned.create(huangpu, day));
        PlannerEvent.ProposedOrder plain = Planned.order(request, crew, day);
        PlannerCommand.Period before = new PlannerCommand.Period(day.minus(Duration.ofHours(1)), day);
        planned.on(new PlannerEvent.PlanProposed(
                planId,
                huangpu.code(),
                List.of(new PlannerEvent.ProposedOrder(
                        request,
                        plain.vehicleId(),
                        plain.driverId(),
                        plain.period(),
                        0,
                        new PlannerEvent.Charge(yard.latitude(), yard.longitude(), before))),
                List.of(),
                "0",
                1,
                1));
        Callers.dispatcher(huangpu)
                .get(PLANS + "/" + planId)
                .then()
                .statusCode(200)
                .body("items[0].charge.place.name", equalTo(yard.name()))
                .body("items[0].charge.from", equalTo(before.from().toString()))
                .body("items[0].charge.to", equalTo(before.to().toString()));
    }

    private static ValidatableResponse stop(Unit unit, String planId) {
        return Callers.dispatcher(unit).post(PLANS + "/" + planId + "/stop").then();
    }

    private void progressed(String planId, long cost_fen, long elapsed_ms) {
        planned.on(
                new PlannerEvent.PlanProgressed(UUID.fromString(planId), huangpu.code(), cost_fen, 1, 1, elapsed_ms));
    }

    private String statusOf(String planId) {
        return Callers.dispatcher(huangpu).get(PLANS + "/" + planId).path("status");
    }

    private PlannerCommand.SolvePlan commandOf(String planId) throws JsonProcessingException {
        return commandOf(planId, PlannerCommand.SolvePlan.class);
    }

    private <T extends PlannerCommand> T commandOf(String planId, Class<T> type) throws JsonProcessingException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                servers,
                "group.id",
                type.getSimpleName() + planId,
                "auto.offset.reset",
                "earliest");
        Instant deadline = Instant.now().plus(PATIENCE);
        try (KafkaConsumer<String, String> planner =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            planner.subscribe(List.of(PlannerCommand.TOPIC));
            while (Instant.now().isBefore(deadline)) {
                for (var received : planner.poll(Duration.ofMillis(200))) {
                    if (received.value().contains(planId)) {
                        PlannerCommand command = json.readValue(received.value(), PlannerCommand.class);
                        if (type.isInstance(command)) {
                            return type.cast(command);
                        }
                    }
                }
            }
        }
        throw new AssertionError("no command for plan " + planId);
    }

    private void publish(PlannerEvent event) throws Exception {
        try (KafkaProducer<String, String> planner = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer())) {
            String record = json.writerFor(PlannerEvent.class).writeValueAsString(event);
            planner.send(new ProducerRecord<>(PlannerEvent.TOPIC, event.planningUnit(), record))
                    .get();
        }
    }
}
