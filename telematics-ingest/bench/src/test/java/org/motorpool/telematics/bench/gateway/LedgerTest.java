package org.motorpool.telematics.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final int TERMINAL = 3;

    private final Ledger ledger = new Ledger(5);

    @Test
    void settlesReportsInAnyOrder() {
        send(4);

        assertThat(acknowledge(2)).isEqualTo(2);
        assertThat(acknowledge(0)).isZero();

        assertThat(ledger.acknowledged(TERMINAL, 0)).isTrue();
        assertThat(ledger.acknowledged(TERMINAL, 1)).isFalse();
        assertThat(ledger.acknowledged(TERMINAL, 2)).isTrue();
        assertThat(ledger.acknowledged(TERMINAL, 3)).isFalse();
        assertThat(ledger.acknowledged()).isEqualTo(2);
        assertThat(ledger.waiting(TERMINAL, 0)).isEqualTo(1);
        assertThat(ledger.waiting(TERMINAL, 2)).isEqualTo(3);
    }

    @Test
    void countsAReportOnce() {
        send(3);

        assertThat(acknowledge(1)).isEqualTo(1);
        assertThat(acknowledge(1)).isEqualTo(-1);
        assertThat(acknowledge(0)).isZero();
        assertThat(acknowledge(0)).isEqualTo(-1);
        assertThat(ledger.acknowledged()).isEqualTo(2);
    }

    @Test
    void takesNoAnswerToWhatWasNotSent() {
        send(2);

        assertThat(acknowledge(2)).isEqualTo(-1);
        assertThat(ledger.acknowledge(TERMINAL, Serials.before(1))).isEqualTo(-1);
        assertThat(ledger.acknowledged()).isZero();
    }

    @Test
    void hasRoomForAWindowOfReports() {
        send(Ledger.WINDOW);
        assertThat(ledger.room(TERMINAL)).isFalse();

        acknowledge(1);
        assertThat(ledger.room(TERMINAL)).isFalse();

        acknowledge(0);
        assertThat(ledger.room(TERMINAL)).isTrue();
    }

    /** A serial is a word and every second one is a report's: report 32 768 has that of report 0 again. */
    @Test
    void goesOnWhenSerialsBeginAgain() {
        for (int number = 0; number < 70_000; number++) {
            ledger.send(TERMINAL);
            assertThat(acknowledge(number)).isEqualTo(number);
        }

        assertThat(ledger.waits(TERMINAL)).isFalse();
        assertThat(ledger.acknowledged(TERMINAL, 69_999)).isTrue();
        assertThat(ledger.acknowledged()).isEqualTo(70_000);
    }

    private void send(int reports) {
        for (int i = 0; i < reports; i++) {
            ledger.send(TERMINAL);
        }
    }

    private int acknowledge(int number) {
        return ledger.acknowledge(TERMINAL, 2 * number & 0xffff);
    }
}
