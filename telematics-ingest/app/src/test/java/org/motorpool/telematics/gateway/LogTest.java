package org.motorpool.telematics.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.boot.OneProcess;
import org.motorpool.telematics.codec.Downlink.GeneralReply;
import org.motorpool.telematics.codec.Uplink;

/** What the log says of a session with positions, at its most talkative. */
@QuarkusTest
@TestProfile(OneProcess.class)
class LogTest {

    private static final Logger MOTORPOOL = Logger.getLogger("org.motorpool");
    /** The position of {@link Uplinks}, as text and as on the wire. */
    private static final List<String> PERSONAL = List.of("31.23", "121.47", "01dc89d0", "073d8aa5");

    @Inject
    Fleet fleet;

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Handler handler = new Handler() {
        private final PatternFormatter formatter = new PatternFormatter("%p %s %X %e");

        @Override
        public void publish(LogRecord line) {
            lines.add(formatter.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        MOTORPOOL.setLevel(Level.ALL);
        MOTORPOOL.addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        MOTORPOOL.removeHandler(handler);
        MOTORPOOL.setLevel(null);
    }

    @Test
    void hasNoCoordinateAndNoFrame() throws SQLException {
        Fleet.Vehicle vehicle = fleet.bound();
        Instant start = Uplinks.now();
        try (TestTerminal terminal = fleet.connect(vehicle).login()) {
            int serial = terminal.send(Uplinks.position(start));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, 0x0200, 0));
            byte[] wrong = terminal.frame(Uplinks.position(start.plusSeconds(1)));
            wrong[14] ^= 0x01;
            terminal.write(wrong);
            terminal.send(new Uplink.Unmodelled(0x0200, "01dc89d0073d8aa5"));
            terminal.receive();
            refuse(terminal, start.plusSeconds(2));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> said("terminal disconnected"));
        assertThat(lines).anyMatch(line -> line.contains("terminal connected") && line.contains(vehicle.phone()));
        assertThat(lines)
                .anyMatch(line -> line.contains("terminal connected")
                        && line.contains(vehicle.id().toString()));
        assertThat(lines).noneMatch(line -> PERSONAL.stream().anyMatch(line::contains));
    }

    /** A position that the table cannot hold: PostgreSQL would tell the whole row. */
    private void refuse(TestTerminal terminal, Instant reportedAt) throws SQLException {
        try (Connection owner = PositionLock.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("alter table telemetry.position add constraint southern check (latitude < 0) not valid");
            try {
                terminal.send(Uplinks.position(reportedAt));
                await().atMost(Duration.ofSeconds(20)).until(() -> said("the database cannot hold"));
            } finally {
                statement.execute("alter table telemetry.position drop constraint southern");
            }
        }
    }

    private boolean said(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }
}
