package org.motorpool.standalone.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A county user cannot see or change what belongs to another county: 浦东新区 310115 and 黄浦区 310101. */
@ExtendWith(Assembly.class)
class ScopeIT {

    private final Api pudong = Api.as("fleet-officer-310115");
    private final Api huangpu = Api.as("fleet-officer-310101");

    @Test
    void listsOnlyVehiclesOfTheOwnCounty() {
        assertThat(pudong.all("vehicles")).isNotEmpty().allSatisfy(vehicle -> assertThat(vehicle.get("regionCode"))
                .isEqualTo("310115"));
        assertThat(ids(pudong.all("vehicles"))).doesNotContainAnyElementsOf(ids(huangpu.all("vehicles")));
    }

    @Test
    void hidesAVehicleOfAnotherCounty() {
        pudong.get("vehicles/" + foreignVehicle()).statusCode(404).body("code", equalTo("vehicle-unknown"));
    }

    @Test
    void refusesToChangeAVehicleOfAnotherCounty() {
        String vehicle = foreignVehicle();
        pudong.patch("vehicles/" + vehicle, Map.of("state", "OUT_OF_SERVICE")).statusCode(404);
        huangpu.get("vehicles/" + vehicle).statusCode(200).body("state", equalTo("IDLE"));
    }

    @Test
    void hidesTheTrackOfAVehicleOfAnotherCounty() {
        pudong.get("vehicles/" + foreignVehicle() + "/track?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z")
                .statusCode(404)
                .body("code", equalTo("vehicle-unknown"));
    }

    @Test
    void showsTheTrackOfAnOwnVehicleAndNotesTheLook() {
        String own = (String) pudong.all("vehicles").getFirst().get("id");
        pudong.get("vehicles/" + own + "/track?from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z")
                .statusCode(200)
                .body("vehicleId", equalTo(own));
        assertThat(Api.as("supervisor").all("audit")).anySatisfy(entry -> assertThat(entry)
                .containsEntry("username", "fleet-officer-310115")
                .containsEntry("action", "track-read")
                .hasEntrySatisfying(
                        "subject", subject -> assertThat((String) subject).contains(own)));
    }

    @Test
    void hidesARequestOfAnotherCounty() {
        Api stranger = Api.as("requester-310101");
        String request = stranger.submit(stranger.request(Instant.now().plusSeconds(86_400), null));
        Api local = Api.as("requester-310115");
        local.get("requests/" + request).statusCode(404);
        local.post("requests/" + request + "/cancel", Map.of("reason", "不是我的")).statusCode(404);
        assertThat(ids(local.all("requests"))).doesNotContain(request);
        stranger.get("requests/" + request).statusCode(200).body("status", equalTo("SUBMITTED"));
    }

    @Test
    void showsTheSupervisorEverything() {
        assertThat(ids(Api.as("supervisor").all("vehicles")))
                .hasSizeGreaterThanOrEqualTo(200)
                .containsAll(ids(pudong.all("vehicles")))
                .containsAll(ids(huangpu.all("vehicles")));
    }

    private String foreignVehicle() {
        return (String) huangpu.all("vehicles").getFirst().get("id");
    }

    private static List<Object> ids(List<Map<String, Object>> items) {
        return items.stream().map(item -> item.get("id")).toList();
    }
}
