package org.motorpool.dispatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.demo.Demo;
import org.motorpool.dispatch.demo.DemoProfile;

@QuarkusTest
@TestProfile(DemoProfile.class)
class RegistryResourceTest {

    private static final String HUANGPU = "fleet-officer-310101";
    private static final String PUDONG = "fleet-officer-310115";

    @Test
    void showsACountyItsOwnVehiclesOnly() {
        assertThat(Demo.all(HUANGPU, "vehicles")).isNotEmpty().allSatisfy(vehicle -> assertThat(vehicle)
                .containsEntry("regionCode", "310101"));
        assertThat(Demo.all(HUANGPU, "drivers")).isNotEmpty().allSatisfy(driver -> assertThat(
                        (String) driver.get("unitName"))
                .startsWith("上海市黄浦区"));
        assertThat(Demo.all(HUANGPU, "terminals")).isNotEmpty().allSatisfy(terminal -> assertThat(terminal)
                .containsEntry("regionCode", "310101"));
    }

    @Test
    void neitherReadsNorChangesAnotherCountysVehicle() {
        String foreign = vehicleOf(PUDONG);
        Demo.as(HUANGPU)
                .get("/api/v1/vehicles/" + foreign)
                .then()
                .statusCode(404)
                .body("code", equalTo("vehicle-unknown"));
        Demo.as(HUANGPU)
                .body(Map.of("state", "OUT_OF_SERVICE"))
                .patch("/api/v1/vehicles/" + foreign)
                .then()
                .statusCode(404)
                .body("code", equalTo("vehicle-unknown"));
        Demo.as(PUDONG).get("/api/v1/vehicles/" + foreign).then().body("state", equalTo("IDLE"));
    }

    @Test
    void takesAVehicleOutOfServiceAndPutsItBack() {
        String own = vehicleOf(HUANGPU);
        for (String state : List.of("OUT_OF_SERVICE", "IDLE")) {
            Demo.as(HUANGPU)
                    .body(Map.of("state", state))
                    .patch("/api/v1/vehicles/" + own)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo(state));
        }
    }

    @Test
    void refusesAStateThatOnlyOrdersGive() {
        Demo.as(HUANGPU)
                .body(Map.of("state", "ON_TRIP"))
                .patch("/api/v1/vehicles/" + vehicleOf(HUANGPU))
                .then()
                .statusCode(400)
                .body("field", equalTo("state"));
    }

    @Test
    void letsOnlyFleetOfficersChangeVehicles() {
        Demo.as("requester")
                .body(Map.of("state", "OUT_OF_SERVICE"))
                .patch("/api/v1/vehicles/" + vehicleOf(PUDONG))
                .then()
                .statusCode(403);
        Demo.as("requester").get("/api/v1/terminals").then().statusCode(403);
    }

    @Test
    void filtersByUnitCategoryAndEnergy() {
        String unit = Demo.unitId("fleet-officer", "310115");
        List<Map<String, Object>> found = Demo.as("supervisor")
                .queryParam("unitId", unit)
                .queryParam("category", "QT")
                .get("/api/v1/vehicles")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertThat(found).isNotEmpty().allSatisfy(vehicle -> assertThat(vehicle)
                .containsEntry("unitId", unit)
                .containsEntry("category", "QT"));
        List<String> energies = Demo.as("supervisor")
                .queryParam("energyType", "FCEV")
                .get("/api/v1/vehicles")
                .then()
                .extract()
                .path("items.energyType");
        assertThat(energies).isNotEmpty().containsOnly("FCEV");
    }

    @Test
    void namesABadFilter() {
        Demo.as("supervisor")
                .queryParam("unitId", "310115")
                .get("/api/v1/vehicles")
                .then()
                .statusCode(400)
                .body("field", equalTo("unitId"));
    }

    @Test
    void masksPhonesButForThoseWhoCallDrivers() {
        assertThat(phones("dispatcher")).allMatch(phone -> phone.matches("[0-9]{11}"));
        assertThat(phones("supervisor")).allMatch(phone -> phone.matches("[0-9]{3}\\*{4}[0-9]{4}"));
        assertThat(Demo.all("driver", "drivers")).allSatisfy(driver -> {
            boolean own = Objects.equals(driver.get("username"), "driver");
            assertThat((String) driver.get("phone")).matches(own ? "[0-9]{11}" : "[0-9]{3}\\*{4}[0-9]{4}");
        });
    }

    private static List<String> phones(String username) {
        return Demo.all(username, "drivers").stream()
                .map(driver -> (String) driver.get("phone"))
                .toList();
    }

    private static String vehicleOf(String username) {
        return (String) Demo.all(username, "vehicles").getFirst().get("id");
    }
}
