package org.motorpool.telematics.command;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.boot.OneProcess;
import org.motorpool.telematics.contract.TelematicsCommand.InstructTerminal;
import org.motorpool.telematics.gateway.Fleet;

@QuarkusTest
@TestProfile(OneProcess.class)
class CommandResourceTest {

    @Inject
    Fleet fleet;

    private UUID vehicle;
    private InstructTerminal command;

    @BeforeEach
    void aQueuedCommand() {
        vehicle = UUID.randomUUID();
        command = Commands.text(vehicle, "等待");
        fleet.handle(command);
    }

    @Test
    void answersTheStateOfACommand() {
        as("SERVICE")
                .get(path(vehicle, command.commandId().toString()))
                .then()
                .statusCode(200)
                .body("commandId", equalTo(command.commandId().toString()))
                .body("state", equalTo("QUEUED"))
                .body("attempts", equalTo(0))
                .body("answer", nullValue());
    }

    @Test
    void doesNotKnowACommandOfAnotherVehicle() {
        as("SERVICE")
                .get(path(UUID.randomUUID(), command.commandId().toString()))
                .then()
                .statusCode(404);
    }

    @Test
    void answersTheStatesOfThoseItKnows() {
        InstructTerminal second = Commands.text(vehicle, "其次");
        fleet.handle(second);
        List<UUID> wanted = List.of(command.commandId(), second.commandId(), UUID.randomUUID());
        as("SERVICE")
                .body(Map.of("commandIds", wanted))
                .post(path(vehicle, "states"))
                .then()
                .statusCode(200)
                .body(
                        "items.commandId",
                        containsInAnyOrder(
                                command.commandId().toString(),
                                second.commandId().toString()));
        as("SERVICE")
                .body(Map.of("commandIds", wanted))
                .post(path(UUID.randomUUID(), "states"))
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void refusesAQuestionWithoutOrWithTooManyIds() {
        as("SERVICE").post(path(vehicle, "states")).then().statusCode(400);
        as("SERVICE")
                .body(Map.of("commandIds", Collections.nCopies(1001, UUID.randomUUID())))
                .post(path(vehicle, "states"))
                .then()
                .statusCode(400);
    }

    @Test
    void isForServicesOnly() {
        String one = path(vehicle, command.commandId().toString());
        given().get(one).then().statusCode(401);
        as("DISPATCHER").get(one).then().statusCode(403);
        as("DISPATCHER")
                .body(Map.of("commandIds", List.of()))
                .post(path(vehicle, "states"))
                .then()
                .statusCode(403);
    }

    private static String path(UUID vehicle, String end) {
        return "/telematics/v1/vehicles/%s/commands/%s".formatted(vehicle, end);
    }

    private static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(Jwt.issuer("motorpool").upn("test").groups(role).sign())
                .contentType(ContentType.JSON);
    }
}
