package org.motorpool.dispatch.identity;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;

@QuarkusTest
class SignInTest {

    private static int serial;

    @Inject
    AccountService accounts;

    @Inject
    ScopedTransactions transactions;

    @Inject
    Organisations organisations;

    private String username;

    @BeforeEach
    void account() throws Throwable {
        Unit pudong = organisations.pudong();
        username = "sign-in-" + serial++;
        Scope account =
                new Scope(Ids.next(), username, "张三", pudong.id(), pudong.path(), Set.of("REQUESTER", "APPROVER"));
        VertxContextSupport.subscribeAndAwait(() -> transactions.inTransaction(
                Scope.SYSTEM, session -> accounts.add(session, List.of(account), "correct horse")));
    }

    @Test
    void givesATokenThatOpensTheApi() {
        organisations.huangpu();
        String token = signIn("correct horse")
                .statusCode(200)
                .body("unitName", equalTo(organisations.pudong().name()))
                .body("roles", hasItems("APPROVER", "REQUESTER"))
                .extract()
                .path("access_token");
        RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/api/v1/units")
                .then()
                .statusCode(200)
                .body("items.code", hasItem("T310115"))
                .body("items.code", not(hasItem("T310101")));
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownUsernameAlike() {
        signIn("wrong").statusCode(401).body("code", equalTo("credentials-wrong"));
        username = "nobody-here";
        signIn("wrong").statusCode(401).body("code", equalTo("credentials-wrong"));
    }

    @Test
    void refusesWhatIsNoUsername() {
        username = "a\u0000b";
        signIn("wrong").statusCode(401).body("code", equalTo("credentials-wrong"));
        username = "x".repeat(100_000);
        signIn("wrong").statusCode(401).body("code", equalTo("credentials-wrong"));
    }

    @Test
    void holdsBackWhoeverGuesses() {
        for (int i = 0; i < SignInLimit.MOST_TRIES; i++) {
            signIn("wrong " + i).statusCode(401);
        }
        signIn("correct horse").statusCode(429).body("code", equalTo("sign-in-limited"));
    }

    private ValidatableResponse signIn(String password) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/auth/token")
                .then();
    }
}
