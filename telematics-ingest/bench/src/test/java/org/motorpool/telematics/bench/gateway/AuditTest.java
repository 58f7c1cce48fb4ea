package org.motorpool.telematics.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two terminals sent three reports each; report 2 of terminal 1 is not acknowledged. */
class AuditTest {
    private final Roster roster = new Roster(2, Instant.parse("2026-11-23T00:00:00Z"));
    private final Ledger ledger = new Ledger(2);
    private final Audit audit = new Audit(roster, roster.and(3), ledger);

    AuditTest() {
        for (int number = 0; number < 3; number++) {
            for (int terminal = 0; terminal < 2; terminal++) {
                ledger.send(terminal);
                if (terminal == 0 || number < 2) {
                    ledger.acknowledge(terminal, Serials.ofReport(number));
                }
            }
        }
    }

    @Test
    void findsNothingWhereAllIsStoredOnce() {
        allRows();

        assertThat(audit.findings()).isEqualTo(new Audit.Findings(6, 0, 0, 0, 0));
    }

    @Test
    void missesNothingThatWasNotAcknowledged() {
        for (int number = 0; number < 3; number++) {
            row(0, number);
        }
        row(1, 0);
        row(1, 1);

        assertThat(audit.findings()).isEqualTo(new Audit.Findings(5, 0, 0, 0, 0));
    }

    @Test
    void findsAnAcknowledgedReportThatIsNotStored() {
        row(0, 0);
        row(0, 2);
        row(1, 0);
        row(1, 1);

        assertThat(audit.findings()).isEqualTo(new Audit.Findings(4, 1, 0, 0, 0));
    }

    @Test
    void findsAReportThatIsStoredTwice() {
        allRows();
        row(1, 2);

        assertThat(audit.findings()).isEqualTo(new Audit.Findings(7, 0, 1, 0, 0));
    }

    @Test
    void findsAReportWithAnotherPlace() {
        audit.row(roster.vehicleId(0), roster.reportedAt_s(0), 22.0, 99.0);

        assertThat(audit.findings().altered()).isEqualTo(1);
    }

    @Test
    void findsWhatNobodySent() {
        row(0, 3);
        audit.row(UUID.fromString("01990000-0000-7000-8000-000000000005"), roster.reportedAt_s(0), 22.0, 98.0);
        audit.row(UUID.randomUUID(), roster.reportedAt_s(0), 22.0, 98.0);
        audit.row(roster.vehicleId(0), roster.reportedAt_s(-1), 22.0, 98.0);

        assertThat(audit.findings().unexpected()).isEqualTo(4);
    }

    @Test
    void passesOverWhatAttackersReport() {
        audit.row(roster.and(3).vehicleId(4), roster.reportedAt_s(9), 0, 0);

        assertThat(audit.findings().unexpected()).isZero();
    }

    private void allRows() {
        for (int number = 0; number < 3; number++) {
            row(0, number);
            row(1, number);
        }
    }

    private void row(int terminal, int number) {
        audit.row(
                roster.vehicleId(terminal),
                roster.reportedAt_s(number),
                roster.latitude_e6(terminal, number) / 1e6,
                roster.longitude_e6(terminal, number) / 1e6);
    }
}
