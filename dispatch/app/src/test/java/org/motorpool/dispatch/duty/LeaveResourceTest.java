package org.motorpool.dispatch.duty;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.motorpool.dispatch.request.NewRequests.TOMORROW;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.assignment.Workflow;
import org.motorpool.dispatch.contract.DutyApi;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.request.Callers;
import org.motorpool.dispatch.request.NewRequests;

/** Leave 请假 of drivers: asked for, decided by somebody else, and in the way of orders. */
@QuarkusTest
class LeaveResourceTest {

    private static final String LEAVES = "/api/v1/leaves";

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    private Unit pudong;
    private Unit huangpu;

    @BeforeEach
    void units() {
        pudong = organisations.pudong();
        huangpu = organisations.huangpu();
    }

    @Test
    void assignsNobodyOnLeaveAndListsOrdersInItsWay() {
        Fleet.Crew crew = fleet.car(pudong);
        String order = Workflow.ordered(pudong, crew);
        RequestSpecification driver = Callers.driver(pudong, crew.driver().username());
        Response asked = driver.body(leave(null)).post(LEAVES);
        asked.then()
                .statusCode(201)
                .body("status", equalTo("ASKED"))
                .body("driverId", equalTo(crew.driver().id().toString()))
                .body("conflictingOrders.orderId", hasItem(order));
        String id = asked.path("id");
        Callers.dispatcher(pudong)
                .body(Map.of("decision", "APPROVE"))
                .post(LEAVES + "/" + id + "/decisions")
                .then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("conflictingOrders.orderId", hasItem(order));
        Callers.dispatcher(pudong).get("/api/v1/orders/" + order).then().body("status", equalTo("ASSIGNED"));
        UUID later = Workflow.approved(
                pudong,
                NewRequests.during(
                        NewRequests.of(pudong),
                        TOMORROW.plus(Duration.ofHours(5)),
                        TOMORROW.plus(Duration.ofHours(7))));
        Workflow.assign(pudong, later, crew).then().statusCode(422).body("code", equalTo("driver-on-leave"));
        Callers.dispatcher(pudong)
                .body(Map.of("reason", "提前返岗"))
                .post(LEAVES + "/" + id + "/withdraw")
                .then()
                .statusCode(200);
        Workflow.assign(pudong, later, crew).then().statusCode(201);
    }

    @Test
    void decidesLeaveOnceAndNeverTheOwn() {
        DriverFile driver = fleet.spareDriver(pudong);
        String id = Callers.driver(pudong, driver.username())
                .body(leave(null))
                .post(LEAVES)
                .path("id");
        String decisions = LEAVES + "/" + id + "/decisions";
        Callers.dispatcher(huangpu)
                .body(Map.of("decision", "APPROVE"))
                .post(decisions)
                .then()
                .statusCode(404);
        Callers.somebody(pudong, driver.username(), "DRIVER", "DISPATCHER")
                .body(Map.of("decision", "APPROVE"))
                .post(decisions)
                .then()
                .statusCode(403);
        Callers.dispatcher(pudong)
                .body(Map.of("decision", "REJECT"))
                .post(decisions)
                .then()
                .statusCode(400)
                .body("field", equalTo("reason"));
        Callers.dispatcher(pudong)
                .body(Map.of("decision", "REJECT", "reason", "当日有重大活动"))
                .post(decisions)
                .then()
                .statusCode(200);
        Callers.dispatcher(pudong)
                .body(Map.of("decision", "APPROVE"))
                .post(decisions)
                .then()
                .statusCode(409)
                .body("code", equalTo("leave-state"));
    }

    @Test
    void refusesALeaveThatEndsBeforeItStarts() {
        DriverFile driver = fleet.spareDriver(pudong);
        DutyApi.NewLeave reversed =
                new DutyApi.NewLeave(driver.id(), "SICK", TOMORROW, TOMORROW.minus(Duration.ofHours(1)), "感冒");
        Callers.dispatcher(pudong)
                .body(reversed)
                .post(LEAVES)
                .then()
                .statusCode(400)
                .body("code", equalTo("period-reversed"))
                .body("field", equalTo("to"));
    }

    @Test
    void refusesASecondLeaveAtTheSameTime() {
        DriverFile driver = fleet.spareDriver(pudong);
        Callers.dispatcher(pudong).body(leave(driver.id())).post(LEAVES).then().statusCode(201);
        Callers.dispatcher(pudong)
                .body(leave(driver.id()))
                .post(LEAVES)
                .then()
                .statusCode(409)
                .body("code", equalTo("leave-overlap"));
    }

    @Test
    void showsADriverOwnLeavesOnly() {
        DriverFile mine = fleet.spareDriver(pudong);
        DriverFile other = fleet.spareDriver(pudong);
        Callers.dispatcher(pudong).body(leave(other.id())).post(LEAVES).then().statusCode(201);
        Callers.driver(pudong, mine.username())
                .get(LEAVES)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        Callers.driver(pudong, mine.username())
                .body(leave(other.id()))
                .post(LEAVES)
                .then()
                .statusCode(403);
    }

    private static DutyApi.NewLeave leave(UUID driverId) {
        return new DutyApi.NewLeave(driverId, "ANNUAL", TOMORROW, TOMORROW.plus(Duration.ofHours(8)), "探亲");
    }
}
