package org.motorpool.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;

/** Who sees an order of a lent vehicle: in PostgreSQL by plain SQL without a filter of ours, and on the push stream. */
@QuarkusTest
class OrderScopeTest {

    @Inject
    DataSource database;

    @Inject
    Organisations organisations;

    @Inject
    Fleet fleet;

    @Inject
    Push push;

    private Unit pudong;
    private Unit huangpu;
    private Unit nanjing;

    @BeforeEach
    void units() {
        pudong = organisations.pudong();
        huangpu = organisations.huangpu();
        nanjing = fleet.nanjing();
    }

    @Test
    void theDatabaseShowsItToTheRequestingAndTheLendingUnitOnly() throws SQLException {
        UUID request = Workflow.approved(pudong);
        assertThat(seen("use_request", request, huangpu)).isZero();
        UUID order = lent(request);
        assertThat(seen("vehicle_order", order, pudong)).isOne();
        assertThat(seen("vehicle_order", order, huangpu)).isOne();
        assertThat(seen("vehicle_order", order, nanjing)).isZero();
        assertThat(seen("use_request", request, huangpu)).isOne();
        assertThat(seen("use_request", request, nanjing)).isZero();
    }

    @Test
    void thePushTellsTheRequestingAndTheLendingUnitOnly() {
        Queue<Push.Change> atPudong = new ConcurrentLinkedQueue<>();
        Queue<Push.Change> atHuangpu = new ConcurrentLinkedQueue<>();
        Queue<Push.Change> atNanjing = new ConcurrentLinkedQueue<>();
        Cancellable first = listen(pudong, atPudong);
        Cancellable second = listen(huangpu, atHuangpu);
        Cancellable third = listen(nanjing, atNanjing);
        UUID request = Workflow.approved(pudong);
        UUID order = lent(request);
        await().atMost(Duration.ofSeconds(30)).until(() -> atPudong.size() >= 4 && atHuangpu.size() >= 2);
        first.cancel();
        second.cancel();
        third.cancel();
        assertThat(atPudong).extracting(Push.Change::event).containsExactly("request", "request", "order", "request");
        assertThat(atHuangpu).extracting(Push.Change::event).containsExactly("order", "request");
        assertThat(atHuangpu)
                .extracting(Push.Change::data)
                .anySatisfy(data -> assertThat(data)
                        .isInstanceOfSatisfying(OrderApi.Order.class, told -> assertThat(told.id())
                                .isEqualTo(order)))
                .anySatisfy(data -> assertThat(data)
                        .isInstanceOfSatisfying(RequestApi.Request.class, told -> assertThat(told.status())
                                .isEqualTo("ASSIGNED")));
        assertThat(atNanjing).isEmpty();
    }

    @Test
    void aFormerLenderSeesTheRequestNoMore() throws SQLException {
        UUID request = Workflow.approved(pudong);
        UUID order = lent(request);
        readRequest(huangpu, request).statusCode(200);
        Queue<Push.Change> atHuangpu = new ConcurrentLinkedQueue<>();
        Cancellable listening = listen(huangpu, atHuangpu);
        Callers.dispatcher(organisations.shanghai())
                .body(Map.of("reason", "会议取消"))
                .post("/api/v1/orders/" + order + "/cancel")
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> atHuangpu.size() >= 2);
        listening.cancel();
        assertThat(atHuangpu).extracting(Push.Change::event).containsExactly("order", "request");
        assertThat(seen("use_request", request, huangpu)).isZero();
        readRequest(huangpu, request).statusCode(404);
        readRequest(pudong, request).statusCode(200).body("status", equalTo("APPROVED"));
    }

    private static ValidatableResponse readRequest(Unit unit, UUID request) {
        return Callers.dispatcher(unit).get("/api/v1/requests/" + request).then();
    }

    private UUID lent(UUID request) {
        Unit shanghai = organisations.shanghai();
        String order = Workflow.assign(shanghai, request, fleet.car(huangpu))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(order);
    }

    private Cancellable listen(Unit unit, Queue<Push.Change> changes) {
        return push.listen(path -> path.startsWith(unit.path()), Set.of("DISPATCHER"))
                .subscribe()
                .with(changes::add);
    }

    private int seen(String table, UUID id, Unit unit) throws SQLException {
        try (Connection connection = database.getConnection()) {
            PreparedStatement scope = connection.prepareStatement("select set_config('motorpool.scope', ?, false)");
            scope.setString(1, unit.path());
            scope.execute();
            PreparedStatement count =
                    connection.prepareStatement("select count(*) from %s where id = ?".formatted(table));
            count.setObject(1, id);
            ResultSet row = count.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }
}
