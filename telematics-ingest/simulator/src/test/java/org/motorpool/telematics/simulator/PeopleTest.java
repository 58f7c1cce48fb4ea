package org.motorpool.telematics.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final UUID ORDER = UUID.fromString("019ab000-0000-7000-8000-000000000001");
    private static final UUID VEHICLE = UUID.fromString("019ab000-0000-7000-8000-000000000002");
    private static final Place HOME = new Place("机关大院", 31.2244, 121.4606);

    private final TestApi server = new TestApi();
    private final ApiClient api = new ApiClient(server.url(), "demo");
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(printed, true, StandardCharsets.UTF_8));

    PeopleTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsAListToItsEnd() throws ApiClient.Refusal {
        server.answer("GET /api/v1/regions", 200, "{\"items\":[{\"code\":\"310000\"}],\"next\":\"a b\"}");
        server.answer("GET /api/v1/regions&cursor=a+b", 200, "{\"items\":[{\"code\":\"320000\"}],\"next\":null}");
        assertThat(api.list("dispatcher", "/api/v1/regions", Api.Region.class))
                .containsExactly(new Api.Region("310000"), new Api.Region("320000"));
    }

    @Test
    void tellsTheDetailOfARefusal() {
        server.answer("GET /api/v1/units", 403, "{\"code\":\"forbidden\",\"detail\":\"无权查看 / not allowed\"}");
        assertThatThrownBy(() -> api.list("dispatcher", "/api/v1/units", Api.Unit.class))
                .isInstanceOf(ApiClient.Refusal.class)
                .hasMessageContaining("403 无权查看 / not allowed");
    }

    @Test
    void approvesWhatIsSubmittedInEachProvince() {
        server.answerList(
                "GET /api/v1/requests?status=SUBMITTED",
                "{\"id\":\"%s\",\"status\":\"SUBMITTED\",\"departAt\":\"2026-11-23T02:00:00Z\"}".formatted(ORDER));
        server.answer("POST /api/v1/requests/%s/decisions".formatted(ORDER), 200, "{}");
        new Approvers(api, Set.of("310000"), progress).act();
        assertThat(server.calls("POST"))
                .containsExactly(new TestApi.Call(
                        "approver-310000",
                        "POST /api/v1/requests/%s/decisions".formatted(ORDER),
                        "{\"decision\":\"APPROVE\"}"));
    }

    @Test
    void goesOnWithTheNextProvinceWhenOneFails() {
        new Approvers(api, Set.of("310000", "330000"), progress).act();
        assertThat(server.calls("GET")).hasSize(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("is not here");
    }

    @Test
    void plansWhatIsApprovedAndCommitsTheProposal() throws ApiClient.Refusal {
        Instant soon = Instant.now().plusSeconds(300);
        server.answerList(
                "GET /api/v1/requests?status=APPROVED",
                "{\"id\":\"%s\",\"status\":\"APPROVED\",\"departAt\":\"%s\"}".formatted(ORDER, soon));
        server.answer("POST /api/v1/plans", 202, "{\"id\":\"%s\",\"status\":\"SOLVING\"}".formatted(VEHICLE));
        server.answer("GET /api/v1/plans/" + VEHICLE, 200, "{\"id\":\"%s\",\"status\":\"SOLVING\"}".formatted(VEHICLE));
        Planner planner = new Planner(api, progress);
        planner.act();
        planner.act();
        server.answer(
                "GET /api/v1/plans/" + VEHICLE, 200, "{\"id\":\"%s\",\"status\":\"PROPOSED\"}".formatted(VEHICLE));
        server.answer(
                "POST /api/v1/plans/%s/commit".formatted(VEHICLE),
                200,
                "{\"id\":\"%s\",\"status\":\"COMMITTED\",\"items\":[{\"outcome\":\"ASSIGNED\"}]}".formatted(VEHICLE));
        planner.act();
        planner.act();
        assertThat(server.calls("POST"))
                .extracting(TestApi.Call::what)
                .containsExactly("POST /api/v1/plans", "POST /api/v1/plans/%s/commit".formatted(VEHICLE));
        assertThat(progress.count(Progress.Kind.PLANS_COMMITTED)).isEqualTo(1);
    }

    private void order(String status, Instant from) {
        Place pickup = HOME.away("", 90, 300);
        Place dropoff = pickup.away("", 170, 900);
        server.answerList("GET /api/v1/orders?status=ASSIGNED,ACCEPTED,DEPARTED,ARRIVED", """
                {"id":"%s","status":"%s","vehicleId":"%s","driverUsername":"driver-7","from":"%s","to":"%s",
                 "pickup":{"name":"a","latitude":%s,"longitude":%s},"dropoff":{"name":"b","latitude":%s,"longitude":%s}}""".formatted(
                        ORDER,
                        status,
                        VEHICLE,
                        from,
                        from.plusSeconds(1800),
                        pickup.latitude(),
                        pickup.longitude(),
                        dropoff.latitude(),
                        dropoff.longitude()));
    }

    private static void drive(VirtualVehicle vehicle) {
        for (int second = 0; second < 600; second++) {
            vehicle.advance(1);
        }
    }

    @Test
    void drivesAnOrderStepByStepWithTheVehicle() throws ApiClient.Refusal {
        VirtualVehicle vehicle = new VirtualVehicle(HOME, 50, 12_000_000, null);
        Drivers drivers = new Drivers(api, api, Map.of(VEHICLE, vehicle), progress);
        for (String step : List.of("accept", "depart", "arrive", "return")) {
            server.answer("POST /driver/v1/tasks/%s/%s".formatted(ORDER, step), 200, "{}");
        }
        Instant soon = Instant.now().plusSeconds(5);
        order("ASSIGNED", soon);
        drivers.act();
        order("ACCEPTED", soon);
        drivers.act();
        order("DEPARTED", soon);
        drivers.act();
        assertThat(server.calls("POST")).hasSize(2); // not at the drop-off place yet
        drive(vehicle);
        drivers.act();
        order("ARRIVED", soon);
        drive(vehicle);
        drivers.act();

        assertThat(server.calls("POST")).extracting(TestApi.Call::user).containsOnly("driver-7");
        assertThat(server.calls("POST"))
                .extracting(call -> call.what().substring(call.what().lastIndexOf('/') + 1))
                .containsExactly("accept", "depart", "arrive", "return");
        assertThat(server.calls("POST").get(1).body()).contains("\"odometer_km\":12000");
        assertThat(server.calls("POST").get(3).body()).contains("\"odometer_km\":12002");
        assertThat(vehicle.busy()).isFalse();
    }

    @Test
    void doesNotDepartLongBeforeItsTime() throws ApiClient.Refusal {
        Drivers drivers = new Drivers(api, api, Map.of(VEHICLE, new VirtualVehicle(HOME, 50, 0, null)), progress);
        order("ACCEPTED", Instant.now().plusSeconds(3600));
        drivers.act();
        assertThat(server.calls("POST")).isEmpty();
    }

    @Test
    void staysWhereItIsWhenADepartureIsRefused() throws ApiClient.Refusal {
        VirtualVehicle vehicle = new VirtualVehicle(HOME, 50, 0, null);
        order("ACCEPTED", Instant.now());
        server.answer("POST /driver/v1/tasks/%s/depart".formatted(ORDER), 409, "{\"detail\":\"不可出车\"}");
        new Drivers(api, api, Map.of(VEHICLE, vehicle), progress).act();
        assertThat(vehicle.busy()).isFalse();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("409 不可出车");
    }

    @Test
    void submitsRequestsOfItsUnitsAndKnowsWhoHasNoAccount() throws ApiClient.Refusal {
        server.answer("POST /api/v1/requests", 201, "{}");
        RequestPlan plan = new RequestPlan(Worlds.twoProvinces(), 3, new Random(1));
        Requesters requesters = new Requesters(api, plan, 3, progress);
        requesters.act();
        requesters.act();
        requesters.act();
        assertThat(server.calls("POST")).hasSize(3).allMatch(call -> call.user().startsWith("requester-"));
        assertThat(progress.count(Progress.Kind.REQUESTS_SUBMITTED)).isEqualTo(3);
    }
}
