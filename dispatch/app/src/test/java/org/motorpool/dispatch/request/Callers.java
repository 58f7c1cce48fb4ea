package org.motorpool.dispatch.request;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.motorpool.dispatch.organisation.Unit;

/** Object mother: people who call the API, with signed tokens. The same username is the same account. */
public final class Callers {

    private Callers() {}

    public static RequestSpecification requester(Unit unit) {
        return with(token(unit, "requester-" + unit.code().toLowerCase(), "REQUESTER"));
    }

    public static RequestSpecification approver(Unit unit) {
        return with(token(unit, "approver-" + unit.code().toLowerCase(), "APPROVER"));
    }

    public static RequestSpecification dispatcher(Unit unit) {
        return with(token(unit, "dispatcher-" + unit.code().toLowerCase(), "DISPATCHER"));
    }

    public static RequestSpecification driver(Unit unit, String username) {
        return with(token(unit, username, "DRIVER"));
    }

    /** Somebody with several roles. */
    public static RequestSpecification somebody(Unit unit, String username, String... roles) {
        return with(token(unit, username, roles));
    }

    public static RequestSpecification expired(Unit unit) {
        return with(sign(unit, "late", Instant.now().minus(Duration.ofHours(1)), "REQUESTER"));
    }

    public static String token(Unit unit, String username, String... roles) {
        return sign(unit, username, Instant.now().plus(Duration.ofHours(1)), roles);
    }

    public static RequestSpecification with(String token) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .accept(ContentType.JSON);
    }

    private static String sign(Unit unit, String username, Instant expiresAt, String... roles) {
        return Jwt.issuer("motorpool")
                .subject(UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .upn(username)
                .claim("name", "姓名 " + username)
                .claim("unit_id", unit.id().toString())
                .claim("unit_path", unit.path())
                .groups(Set.of(roles))
                .issuedAt(expiresAt.minus(Duration.ofHours(8)))
                .expiresAt(expiresAt)
                .sign();
    }
}
