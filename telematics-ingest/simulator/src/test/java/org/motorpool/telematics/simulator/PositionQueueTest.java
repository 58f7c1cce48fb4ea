package org.motorpool.telematics.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.Uplink.LocationReport;

class PositionQueueTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final PositionQueue queue = new PositionQueue(3, 2, Duration.ofSeconds(20));

    private static LocationReport report(int heading_deg) {
        return new LocationReport(0, 3, 31, 121, 0, 0, heading_deg, NOW, List.of(), "");
    }

    private void send(int firstSerial) {
        int serial = firstSerial;
        for (PositionQueue.Due due : queue.due(NOW)) {
            due.sent(serial++);
        }
    }

    private List<Integer> due() {
        return queue.due(NOW).stream().map(due -> due.report().heading_deg()).toList();
    }

    @Test
    void sendsNoMoreThanTheWindowUntilAnAnswerComes() {
        queue.add(report(1));
        queue.add(report(2));
        queue.add(report(3));
        assertThat(due()).containsExactly(1, 2);
        send(10);
        assertThat(due()).isEmpty();
        assertThat(queue.acknowledge(10)).isTrue();
        assertThat(due()).containsExactly(3);
    }

    @Test
    void dropsTheOldestWhenItIsFull() {
        assertThat(queue.add(report(1))).isTrue();
        assertThat(queue.add(report(2))).isTrue();
        assertThat(queue.add(report(3))).isTrue();
        assertThat(queue.add(report(4))).isFalse();
        assertThat(queue.add(report(5))).isFalse();
        assertThat(due()).containsExactly(3, 4);
    }

    @Test
    void sendsAgainWhatWasNotAcknowledged() {
        queue.add(report(1));
        send(10);
        queue.resend();
        assertThat(due()).containsExactly(1);
        assertThat(queue.acknowledge(10)).isFalse();
    }

    @Test
    void isOverdueAfterItsPatience() {
        queue.add(report(1));
        assertThat(queue.overdue(NOW.plusSeconds(100))).isFalse();
        send(10);
        assertThat(queue.overdue(NOW.plusSeconds(19))).isFalse();
        assertThat(queue.overdue(NOW.plusSeconds(20))).isTrue();
    }

    @Test
    void knowsNothingOfASerialItDidNotSend() {
        queue.add(report(1));
        assertThat(queue.acknowledge(0)).isFalse();
        assertThat(queue.size()).isEqualTo(1);
    }
}
