package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.Garage;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.Callers;

/** Idle vehicles that could move instead of buying 调剂. */
@QuarkusTest
class IdleVehiclesResourceTest {

    @Inject
    Organisations organisations;

    @Inject
    Garage garage;

    @Inject
    Fleet fleet;

    private Unit pudong;
    private Unit unit;
    private VehicleFile car;

    @BeforeEach
    void aCarOfAUnit() {
        pudong = organisations.pudong();
        unit = garage.unit(pudong);
        garage.quota(unit, "QT", 1);
        car = garage.petrol(unit);
    }

    @Test
    void suggestsIdleVehiclesOfOtherUnitsNearestFirst() {
        Unit buyer = garage.unit(pudong);
        VehicleFile fresh = garage.petrol(unit);
        VehicleFile given = garage.petrol(unit);
        idleSince(car, 61);
        idleSince(fresh, 59);
        idleSince(given, 90);
        Map<String, Object> form = Map.of("vehicleId", given.id(), "reason", "使用满八年", "method", "LOSS");
        Callers.somebody(unit, "officer", "FLEET_OFFICER")
                .body(form)
                .post("/api/v1/disposals")
                .then()
                .statusCode(201);
        List<String> plates = above().get("/api/v1/disposals/idle?category=QT&unitId=" + buyer.id())
                .then()
                .statusCode(200)
                .body("items.find { it.vehicleId == '%s' }.idle_d".formatted(car.id()), equalTo(61))
                .body("items.find { it.vehicleId == '%s' }.threshold_d".formatted(car.id()), equalTo(60))
                .extract()
                .path("items.plate");
        assertThat(plates).contains(car.plate()).doesNotContain(fresh.plate(), given.plate());
        above().get("/api/v1/disposals/idle?category=QT&unitId=" + unit.id())
                .then()
                .body("items.plate", not(hasItem(car.plate())));
        Callers.somebody(buyer, "buyer", "FLEET_OFFICER")
                .get("/api/v1/disposals/idle?category=QT&unitId=" + buyer.id())
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        above().get("/api/v1/disposals/idle?category=QT").then().statusCode(400).body("field", equalTo("unitId"));
    }

    @Test
    void suggestsThemForAnIndicator() {
        Unit buyer = garage.unit(pudong);
        idleSince(car, 400);
        UUID indicator = Ids.next();
        garage.sql("""
                insert into indicator (id, number, unit_id, unit_path, region_code, year, category, tier, kind, new_energy, use_class,
                    price_max_fen, status, issued_by, issued_at, valid_until)
                values (?, ?, ?, ?, '310115', 2026, 'QT', 'BASE', 'NEW', true, 'GENERAL', 18000000, 'ISSUED', 'above', now(),
                    '2026-12-31')""", indicator, "ZB-" + buyer.code(), buyer.id(), buyer.path());
        above().get("/api/v1/indicators/" + indicator + "/alternatives")
                .then()
                .statusCode(200)
                .body("items.plate", hasItem(car.plate()));
        stranger()
                .get("/api/v1/indicators/" + indicator + "/alternatives")
                .then()
                .statusCode(404);
    }

    private void idleSince(VehicleFile vehicle, int days) {
        garage.sql("update vehicle set idle_since = now() - make_interval(days => ?) where id = ?", days, vehicle.id());
    }

    private RequestSpecification above() {
        return Callers.somebody(pudong, "above", "FLEET_OFFICER");
    }

    private RequestSpecification stranger() {
        return Callers.somebody(organisations.huangpu(), "stranger", "FLEET_OFFICER", "APPROVER");
    }
}
