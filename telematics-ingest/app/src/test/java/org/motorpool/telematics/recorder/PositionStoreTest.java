package org.motorpool.telematics.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.boot.OneProcess;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;
import org.motorpool.telematics.contract.TelematicsEvent.TerminalDisconnected;
import org.motorpool.telematics.gateway.PositionLock;

@QuarkusTest
@TestProfile(OneProcess.class)
class PositionStoreTest {

    private final UUID vehicle = UUID.randomUUID();

    @Inject
    PositionStore store;

    @Inject
    PositionWriter writer;

    @Inject
    MeterRegistry registry;

    @Inject
    @DataSource("telemetry")
    AgroalDataSource dataSource;

    @Test
    void storesAPositionOnceHoweverOftenItIsAppended() throws SQLException {
        PositionReported position = Reports.at(vehicle, Reports.now());
        store.append(List.of(position, position));
        store.append(List.of(position));
        assertThat(partitions()).hasSize(1);
    }

    @Test
    void putsAPositionIntoThePartitionOfItsUtcDay() throws SQLException {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(30);
        store.append(List.of(
                Reports.at(vehicle, Instant.parse(day + "T00:00:00Z")),
                Reports.at(vehicle, Instant.parse(day + "T23:59:59Z"))));
        String partition = "position_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
        assertThat(partitions()).containsExactly(partition, partition);
    }

    @Test
    void makesThePartitionOfTheNextDayAhead() throws SQLException {
        store.append(List.of(Reports.at(vehicle, Reports.now())));
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        assertThat(partitionExists("position_" + tomorrow.format(DateTimeFormatter.BASIC_ISO_DATE)))
                .isTrue();
    }

    @Test
    void keepsAnAbsurdDateWithoutAPartitionOfItsOwn() throws SQLException {
        List<PositionReported> absurd = new ArrayList<>();
        for (int day = 0; day < 40; day++) {
            absurd.add(Reports.at(vehicle, Instant.parse("2000-01-01T00:00:00Z").plus(Duration.ofDays(day))));
            absurd.add(Reports.at(vehicle, Instant.parse("2090-01-01T00:00:00Z").plus(Duration.ofDays(day))));
        }
        store.append(absurd);
        store.append(absurd);
        assertThat(partitions()).hasSize(80).containsOnly("position_unplaced");
        assertThat(partitionExists("position_20000101")).isFalse();
    }

    @Test
    void movesEarlyRowsWhenTheirDayGetsItsPartition() throws SQLException {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(200);
        Instant noon = Instant.parse(day + "T12:00:00Z");
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into position (vehicle_id, reported_at, received_at, latitude, longitude, altitude_m,
                                              speed_kmh, heading_deg, odometer_m, alarm_bits, status_bits)
                        values (?, ?, now(), 31, 121, 0, 0, 0, -1, 0, 3)""")) {
            statement.setObject(1, vehicle);
            statement.setObject(2, noon.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
        assertThat(partitions()).containsExactly("position_unplaced");
        store.append(List.of(Reports.at(vehicle, noon.plusSeconds(1))));
        String partition = "position_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
        assertThat(partitions()).containsExactly(partition, partition);
    }

    @Test
    void leavesTheServiceRoleNothingButItsRights() {
        assertThatThrownBy(() -> execute("delete from position")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("update position set speed_kmh = 0"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("create table telemetry.mine (id int)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void completesASubmissionOnlyWhenItIsCommitted() throws Exception {
        store.append(List.of(Reports.at(UUID.randomUUID(), Reports.now())));
        List<CompletableFuture<Void>> submissions = new ArrayList<>();
        try (PositionLock lock = new PositionLock()) {
            for (int i = 0; i < 10; i++) {
                PositionReported position = Reports.at(vehicle, Reports.now().plusSeconds(i));
                submissions.add(writer.submit(List.of(position)).toCompletableFuture());
            }
            await().until(lock::awaited);
            assertThat(submissions).noneMatch(CompletableFuture::isDone);
            assertThat(writer.waiting()).isGreaterThanOrEqualTo(10);
        }
        CompletableFuture.allOf(submissions.toArray(CompletableFuture[]::new)).join();
        assertThat(partitions()).hasSize(10);
    }

    @Test
    void letsAnEventWithoutARowWaitForThePositionsBeforeIt() throws Exception {
        Instant now = Reports.now();
        TerminalDisconnected disconnected =
                new TerminalDisconnected(UUID.randomUUID(), vehicle, now, "13800000001", "idle");
        CompletableFuture<Void> last;
        try (PositionLock lock = new PositionLock()) {
            var unused = writer.submit(List.of(Reports.at(vehicle, now)));
            last = writer.submit(List.of(disconnected)).toCompletableFuture();
            await().until(lock::awaited);
            assertThat(last).isNotDone();
        }
        last.join();
        assertThat(partitions()).hasSize(1);
    }

    @Test
    void keepsWhatItAcceptedWhileTheDatabaseRefusesItAndStoresItLater() throws Exception {
        double before = attempts();
        CompletableFuture<Void> accepted;
        try (Connection owner = PositionLock.connectAsOwner()) {
            owner.createStatement().execute("revoke insert on telemetry.position from telemetry");
            try {
                accepted = writer.submit(List.of(Reports.at(vehicle, Reports.now())))
                        .toCompletableFuture();
                await().until(() -> attempts() >= before + 2);
                assertThat(accepted).isNotDone();
            } finally {
                owner.createStatement().execute("grant insert on telemetry.position to telemetry");
            }
        }
        accepted.join();
        assertThat(partitions()).hasSize(1);
    }

    private double attempts() {
        return registry.counter("motorpool.telematics.recorder.retries").count();
    }

    @Test
    void refusesWhatTheTableCannotHoldAndStoresTheRest() throws SQLException {
        CompletableFuture<Void> poison = writer.submit(List.of(Reports.atLatitude(UUID.randomUUID(), Double.NaN)))
                .toCompletableFuture();
        CompletableFuture<Void> good =
                writer.submit(List.of(Reports.at(vehicle, Reports.now()))).toCompletableFuture();
        good.join();
        assertThatThrownBy(poison::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(partitions()).hasSize(1);
    }

    @Test
    void refusesRatherThanDropsWhenTheQueueIsFull() throws Exception {
        List<PositionReported> tooMany = new ArrayList<>();
        for (int i = 0; i <= 50_000; i++) {
            tooMany.add(Reports.at(vehicle, Instant.EPOCH.plusSeconds(i)));
        }
        assertThatThrownBy(() -> writer.submit(tooMany).toCompletableFuture().join())
                .hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(writer.waiting()).isZero();
        assertThat(partitions()).isEmpty();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** The partitions that hold the positions of the vehicle, one entry for each row. */
    private List<String> partitions() throws SQLException {
        return strings("select tableoid::regclass::text from position where vehicle_id = '" + vehicle + "'");
    }

    private boolean partitionExists(String name) throws SQLException {
        return strings("select to_regclass('telemetry." + name + "')::text").getFirst() != null;
    }

    private List<String> strings(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<String> strings = new ArrayList<>();
            while (row.next()) {
                strings.add(row.getString(1));
            }
            return strings;
        }
    }
}
