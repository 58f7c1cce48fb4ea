package org.motorpool.dispatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.demo.Demo;
import org.motorpool.dispatch.demo.DemoProfile;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

@QuarkusTest
@TestProfile(DemoProfile.class)
class TerminalServiceTest {

    private static final String OFFICER = "fleet-officer-510703";

    @Inject
    TerminalService terminals;

    @Inject
    VehicleService vehicles;

    @Inject
    ScopedTransactions transactions;

    @Test
    void bindsTheSameTerminalAgainWithoutADuplicate() throws Throwable {
        List<Map<String, Object>> before = Demo.all(OFFICER, "terminals");
        bind(binding(before.getFirst()));
        assertThat(Demo.all(OFFICER, "terminals")).isEqualTo(before);
    }

    @Test
    void refusesANumberThatDiffersByLeadingZerosOnly() {
        TerminalBinding bound = binding(Demo.all(OFFICER, "terminals").getFirst());
        UUID other =
                UUID.fromString((String) Demo.all(OFFICER, "vehicles").getLast().get("id"));
        TerminalBinding padded = new TerminalBinding("000" + bound.phone(), "MP99999", 2019, other);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> bind(padded))
                .satisfies(failure -> assertThat(failure.problem().code()).isEqualTo("terminal-bound"));
    }

    @Test
    void refusesAVehicleNobodyKnows() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> bind(new TerminalBinding("013999999999", "MP99998", 2013, new UUID(0, 9))))
                .satisfies(failure -> assertThat(failure.problem().code()).isEqualTo("vehicle-unknown"));
    }

    @Test
    void keepsAVehicleInServiceWhileAnOrderHoldsIt() throws Throwable {
        UUID id = UUID.fromString(
                (String) Demo.all(OFFICER, "vehicles").getFirst().get("id"));
        inTransaction(
                session -> vehicles.markState(session, id, VehicleState.ON_TRIP, new ChangeCause("test", "test")));
        Demo.as(OFFICER)
                .body(Map.of("state", "OUT_OF_SERVICE"))
                .patch("/api/v1/vehicles/" + id)
                .then()
                .statusCode(409)
                .body("code", equalTo("vehicle-busy"));
        inTransaction(session -> vehicles.markState(session, id, VehicleState.IDLE, new ChangeCause("test", "test")));
        Demo.as(OFFICER).get("/api/v1/vehicles/" + id).then().body("state", equalTo("IDLE"));
    }

    private void bind(TerminalBinding binding) throws Throwable {
        inTransaction(session -> terminals.bind(session, binding));
    }

    private void inTransaction(Function<Mutiny.Session, Uni<Void>> work) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> transactions.inTransaction(Scope.SYSTEM, work));
    }

    private static TerminalBinding binding(Map<String, Object> terminal) {
        return new TerminalBinding(
                (String) terminal.get("phone"),
                (String) terminal.get("terminalId"),
                (int) terminal.get("protocolVersion"),
                UUID.fromString((String) terminal.get("vehicleId")));
    }
}
