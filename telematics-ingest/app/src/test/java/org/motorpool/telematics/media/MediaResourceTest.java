package org.motorpool.telematics.media;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.boot.OneProcess;

@QuarkusTest
@TestProfile(OneProcess.class)
class MediaResourceTest {

    private final UUID vehicle = UUID.randomUUID();
    private final Instant start = Media.now().minusSeconds(3600);

    @Inject
    MediaService service;

    @Test
    void listsTheMediaOfThePeriodNewestFirst() {
        UUID first = keep(1, start, Media.photo(100, 1));
        UUID second = keep(2, start.plusSeconds(10), Media.photo(100, 2));
        keep(3, start.plusSeconds(60), Media.photo(100, 3));
        list("?from=%s&to=%s".formatted(start, start.plusSeconds(60)))
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].id", equalTo(second.toString()))
                .body("items[0].contentType", equalTo("image/jpeg"))
                .body("items[0].position.latitude", equalTo(31.2304f))
                .body("items[1].id", equalTo(first.toString()))
                .body("next", nullValue());
    }

    @Test
    void pagesThroughMediaOfTheSameSecond() {
        List<UUID> ids = List.of(
                keep(1, start, Media.photo(100, 1)),
                keep(2, start, Media.photo(100, 2)),
                keep(3, start, Media.photo(100, 3)));
        String period = "?from=%s&to=%s&limit=2".formatted(start, start.plusSeconds(60));
        ValidatableResponse page = list(period).body("items", hasSize(2));
        String next = page.extract().path("next");
        ValidatableResponse last = list(period + "&cursor=" + next).body("items", hasSize(1));
        List<String> found = new java.util.ArrayList<>(page.extract().<List<String>>path("items.id"));
        found.addAll(last.extract().<List<String>>path("items.id"));
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        ids.stream().map(UUID::toString).toList());
    }

    @Test
    void answersTheBytesAsAStrangersFile() {
        byte[] photo = Media.photo(300_000, 4);
        UUID id = keep(1, start, photo);
        var answer = service(content(vehicle, id)).statusCode(200);
        answer.header("Content-Type", equalTo("image/jpeg"))
                .header("Content-Length", equalTo("300000"))
                .header("Content-Disposition", equalTo("attachment; filename=\"%s.jpg\"".formatted(id)))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Cache-Control", equalTo("no-store"));
        assertThat(answer.extract().asByteArray()).isEqualTo(photo);
    }

    @Test
    void knowsNoMediumOfAnotherVehicle() {
        UUID id = keep(1, start, Media.photo(100, 5));
        service(content(UUID.randomUUID(), id)).statusCode(404).body("code", equalTo("media-unknown"));
    }

    @Test
    void knowsNoBytesOfWhatIsOnlyAnnounced() {
        Media.get(service.announce(Media.medium(vehicle, 9, start)));
        String id = list("?from=%s&to=%s".formatted(start, start.plusSeconds(60)))
                .body("items[0].complete", equalTo(false))
                .extract()
                .path("items[0].id");
        service(content(vehicle, UUID.fromString(id))).statusCode(404);
    }

    @Test
    void namesTheParameterThatIsWrong() {
        String period = "?from=%s&to=%s".formatted(start, start.plusSeconds(60));
        list("?from=yesterday&to=" + start).statusCode(400).body("field", equalTo("from"));
        list(period + "&limit=1001").statusCode(400).body("field", equalTo("limit"));
        list(period + "&cursor=x").statusCode(400).body("field", equalTo("cursor"));
        service("/telematics/v1/vehicles/x/media" + period)
                .statusCode(400)
                .contentType(containsString("problem+json"))
                .body("field", equalTo("vehicleId"));
    }

    @Test
    void isForServicesOnly() {
        String path = content(vehicle, UUID.randomUUID());
        given().get(path).then().statusCode(401);
        as("DISPATCHER").get(path).then().statusCode(403);
        as("DISPATCHER")
                .get("/telematics/v1/vehicles/%s/media".formatted(vehicle))
                .then()
                .statusCode(403);
    }

    private UUID keep(int number, Instant reportedAt, byte[] content) {
        Kept kept = Media.get(service.keep(Media.medium(vehicle, number, reportedAt), ByteBuffer.wrap(content)));
        return ((Kept.Stored) kept).event().mediaId();
    }

    private ValidatableResponse list(String query) {
        return service("/telematics/v1/vehicles/%s/media%s".formatted(vehicle, query));
    }

    private static String content(UUID vehicleId, UUID mediaId) {
        return "/telematics/v1/vehicles/%s/media/%s/content".formatted(vehicleId, mediaId);
    }

    private static ValidatableResponse service(String path) {
        return as("SERVICE").get(path).then();
    }

    private static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(Jwt.subject("test").upn("test").groups(role).sign());
    }
}
