package org.motorpool.dispatch.sizing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.FakePlanner;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.Garage;
import org.motorpool.dispatch.request.Callers;

/** A year of five trips that can be counted by hand; the planner is another system behind HTTP. */
@QuarkusTest
@QuarkusTestResource(value = FakePlanner.class, restrictToAnnotatedClass = true)
class FleetSizingResourceTest {

    private static final String YEAR = "&from=2025-01-01&to=2025-12-31";

    @Inject
    Organisations organisations;

    @Inject
    Garage garage;

    @Inject
    Fleet fleet;

    private Unit above;
    private Unit one;
    private Unit other;

    @BeforeEach
    void units() {
        FakePlanner.fail(0);
        above = garage.unit(organisations.pudong());
        one = garage.unit(above);
        other = garage.unit(above);
    }

    /** One unit needs two in the morning, the other two at night: two are enough for both. */
    @Test
    void countsWhatEachUnitNeedsAloneAndWhatBothDo() {
        drove(one, "2025-03-04T08:00:00+08:00", "2025-03-04T10:00:00+08:00", 40);
        drove(one, "2025-03-04T09:00:00+08:00", "2025-03-04T11:00:00+08:00", 50);
        drove(other, "2025-03-04T13:00:00+08:00", "2025-03-04T14:00:00+08:00", 60);
        drove(other, "2025-07-08T23:00:00+08:00", "2025-07-09T05:00:00+08:00", 300);
        drove(other, "2025-07-09T01:00:00+08:00", "2025-07-09T02:00:00+08:00", 10);
        drove(other, "2024-12-30T01:00:00+08:00", "2024-12-30T02:00:00+08:00", 10);

        size(above, YEAR + "&range=100")
                .statusCode(200)
                .body("uses", equalTo(5))
                .body("categories", hasSize(1))
                .body("categories[0].alone", equalTo(4))
                .body("categories[0].county", equalTo(2))
                .body("categories[0].city", equalTo(2))
                .body("categories[0].shared", equalTo(2))
                .body("categories[0].saved", equalTo(2))
                .body("categories[0].saved_percent", equalTo(50f))
                .body("needsInAll", equalTo(4))
                .body("needs.code", hasItem(one.code()))
                .body("needs.find { it.code == '%s' }.vehicles".formatted(one.code()), equalTo(2))
                .body("needs.find { it.code == '%s' }.name".formatted(one.code()), equalTo(one.name()))
                .body("electric.vehicleDays", equalTo(6))
                .body("electric.withinRange", equalTo(4))
                .body("electric.share_percent", equalTo(66.67f));
        size(one, YEAR).statusCode(200).body("uses", equalTo(2)).body("categories[0].saved", equalTo(0));
    }

    @Test
    void needsNothingWithoutTrips() {
        size(above, YEAR).statusCode(200).body("categories", hasSize(0)).body("electric.vehicleDays", equalTo(0));
    }

    @Test
    void hidesUnitsOutsideTheScope() {
        supervisor(organisations.huangpu())
                .get("/api/v1/fleet-sizing?unit=" + above.id() + YEAR)
                .then()
                .statusCode(404)
                .body("code", equalTo("unit-unknown"));
        supervisor(one)
                .get("/api/v1/fleet-sizing?unit=" + other.id() + YEAR)
                .then()
                .statusCode(404);
        Callers.dispatcher(above)
                .get("/api/v1/fleet-sizing?unit=" + above.id() + YEAR)
                .then()
                .statusCode(403);
    }

    @Test
    void refusesAPeriodThatCannotBeCounted() {
        size(above, "&from=2025-02-01&to=2025-01-31").statusCode(400).body("code", equalTo("period-reversed"));
        size(above, "&from=2024-01-01&to=2025-01-01").statusCode(400).body("code", equalTo("period-too-long"));
        size(above, "&from=2099-01-01&to=2099-01-31").statusCode(400).body("code", equalTo("period-not-over"));
        size(above, "&from=2025-01-01").statusCode(400).body("field", equalTo("to"));
        size(above, YEAR + "&range=5").statusCode(400).body("field", equalTo("range"));
    }

    @Test
    void saysThatThePlannerIsSilent() {
        drove(one, "2025-03-04T08:00:00+08:00", "2025-03-04T10:00:00+08:00", 40);
        FakePlanner.fail(1);
        size(above, YEAR).statusCode(503).body("code", equalTo("planner-unavailable"));
    }

    private static RequestSpecification supervisor(Unit unit) {
        return Callers.somebody(unit, "supervisor-" + unit.code().toLowerCase(java.util.Locale.ROOT), "SUPERVISOR");
    }

    private ValidatableResponse size(Unit unit, String query) {
        return supervisor(unit)
                .get("/api/v1/fleet-sizing?unit=" + unit.id() + query)
                .then();
    }

    /** A trip of a vehicle of its own, put there past the driver. */
    private void drove(Unit unit, String departed, String returned, int km) {
        String order = Workflow.ordered(unit, fleet.car(unit));
        garage.sql(
                """
                insert into trip (id, order_id, order_number, request_id, unit_id, unit_path, vehicle_id, vehicle_unit_id,
                    vehicle_unit_path, plate, driver_name, status, departed_at, arrived_at, returned_at, odometer_start_km,
                    odometer_end_km)
                select ?, o.id, o.number, o.request_id, o.request_unit_id, o.request_unit_path, o.vehicle_id, o.vehicle_unit_id,
                    o.vehicle_unit_path, o.plate, o.driver_name, 'CLOSED', cast(? as timestamptz), cast(? as timestamptz),
                    cast(? as timestamptz), 100, ? from vehicle_order o where o.id = ?""",
                Ids.next(),
                OffsetDateTime.parse(departed).toString(),
                OffsetDateTime.parse(returned).toString(),
                OffsetDateTime.parse(returned).toString(),
                (long) 100 + km,
                UUID.fromString(order));
    }
}
