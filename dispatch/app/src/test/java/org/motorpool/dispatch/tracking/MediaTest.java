package org.motorpool.dispatch.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.dispatch.assignment.Fleet;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.Callers;

/** Media, with telematics as another system behind HTTP. */
@QuarkusTest
@QuarkusTestResource(value = FakeMedia.class, restrictToAnnotatedClass = true)
class MediaTest {

    private static final String PERIOD = "from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z";

    @Inject
    Fleet fleet;

    @Inject
    Organisations organisations;

    private Unit pudong;
    private UUID vehicle;

    @BeforeEach
    void aVehicle() {
        FakeMedia.reset();
        pudong = organisations.pudong();
        vehicle = fleet.car(pudong).vehicle().id();
    }

    @Test
    void passesOnWhatTelematicsAnswers() {
        list(PERIOD + "&limit=20&cursor=here")
                .statusCode(200)
                .body("items", hasSize(0))
                .body("next", equalTo("later"));
        assertThat(FakeMedia.CALLS)
                .containsExactly("/telematics/v1/vehicles/%s/media?%s&limit=20&cursor=here".formatted(vehicle, PERIOD));
    }

    @Test
    void passesOnTheBytesAsAFileToSave() {
        var answer = content(dispatcher(), vehicle, FakeMedia.PHOTO).statusCode(200);
        answer.header("Content-Type", equalTo("image/jpeg"))
                .header("Content-Length", equalTo(Integer.toString(FakeMedia.BYTES.length)))
                .header("Content-Disposition", equalTo("attachment; filename=\"photo.jpg\""))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Cache-Control", equalTo("no-store"));
        assertThat(answer.extract().asByteArray()).isEqualTo(FakeMedia.BYTES);
    }

    @Test
    void notesEveryLook() {
        list(PERIOD).statusCode(200);
        content(dispatcher(), vehicle, FakeMedia.PHOTO).statusCode(200);
        assertThat(trail())
                .contains("media-listed vehicle %s, 2026-01-01T00:00:00Z to 2026-01-02T00:00:00Z".formatted(vehicle))
                .contains("media-read vehicle %s, medium %s".formatted(vehicle, FakeMedia.PHOTO));
    }

    @Test
    void hidesTheMediaOfAVehicleOfAnotherCounty() {
        RequestSpecification stranger = Callers.dispatcher(organisations.huangpu());
        content(stranger, vehicle, FakeMedia.PHOTO).statusCode(404).body("code", equalTo("vehicle-unknown"));
        Callers.dispatcher(organisations.huangpu())
                .get("/api/v1/vehicles/%s/media?%s".formatted(vehicle, PERIOD))
                .then()
                .statusCode(404)
                .body("code", equalTo("vehicle-unknown"));
        assertThat(FakeMedia.CALLS).isEmpty();
    }

    @Test
    void knowsNoOtherMedium() {
        content(dispatcher(), vehicle, UUID.randomUUID()).statusCode(404).body("code", equalTo("media-unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"REQUESTER", "APPROVER", "DRIVER"})
    void isNotForEverybody(String role) {
        content(Callers.somebody(pudong, "nosy-" + role, role), vehicle, FakeMedia.PHOTO)
                .statusCode(403);
        assertThat(FakeMedia.CALLS).isEmpty();
    }

    @Test
    void saysThatTelematicsDoesNotAnswer() {
        FakeMedia.status = 500;
        list(PERIOD).statusCode(503).body("code", equalTo("telematics-unavailable"));
        content(dispatcher(), vehicle, FakeMedia.PHOTO).statusCode(503).body("code", equalTo("telematics-unavailable"));
    }

    @Test
    void namesACursorThatIsNone() {
        FakeMedia.status = 400;
        list(PERIOD + "&cursor=x").statusCode(400).body("field", equalTo("cursor"));
    }

    @Test
    void refusesAPeriodThatRunsBack() {
        list("from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
                .statusCode(400)
                .body("field", equalTo("to"));
    }

    private RequestSpecification dispatcher() {
        return Callers.dispatcher(pudong);
    }

    private ValidatableResponse list(String query) {
        return dispatcher()
                .get("/api/v1/vehicles/%s/media?%s".formatted(vehicle, query))
                .then();
    }

    private static ValidatableResponse content(RequestSpecification caller, UUID vehicleId, UUID mediaId) {
        return caller.accept("*/*")
                .get("/api/v1/vehicles/%s/media/%s/content".formatted(vehicleId, mediaId))
                .then();
    }

    private List<String> trail() {
        List<String> actions = audit("items.action");
        List<String> subjects = audit("items.subject");
        return java.util.stream.IntStream.range(0, actions.size())
                .mapToObj(i -> actions.get(i) + " " + subjects.get(i))
                .toList();
    }

    private List<String> audit(String path) {
        return Callers.somebody(pudong, "auditor", "SUPERVISOR")
                .get("/api/v1/audit?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .path(path);
    }
}
