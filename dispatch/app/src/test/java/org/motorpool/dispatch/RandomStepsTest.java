package org.motorpool.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.bench.booking.RandomSteps;
import org.motorpool.dispatch.organisation.Organisations;
import org.motorpool.dispatch.trip.FakeTelematics;

/** Whatever people do, in whatever order and at once: no illegal state, nobody booked twice, no fen and no kilometre lost or counted twice. */
@QuarkusTest
@QuarkusTestResource(value = FakeTelematics.class, restrictToAnnotatedClass = true)
class RandomStepsTest {

    /** The benchmark {@code booking} takes a hundred thousand. */
    private static final int STEPS = 4000;

    @Inject
    Organisations organisations;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword;

    @ConfigProperty(name = "smallrye.jwt.sign.key.location")
    Path privateKey;

    @BeforeEach
    void telematicsAnswers() {
        FakeTelematics.fail(0);
    }

    @Test
    void leaveNothingOutOfStep() throws Exception {
        long seed = ThreadLocalRandom.current().nextLong();
        try (Connection owner = DriverManager.getConnection(database, "motorpool", ownerPassword)) {
            RandomSteps.Report report = RandomSteps.take(
                    STEPS, seed, RestAssured.port, organisations.nation().path(), privateKey, owner);
            assertThat(report.examples()).as("seed %d", seed).isEmpty();
            assertThat(report.broken()).as("seed %d", seed).isEmpty();
            assertThat(report.done()).isGreaterThan(STEPS / 4);
        }
    }
}
