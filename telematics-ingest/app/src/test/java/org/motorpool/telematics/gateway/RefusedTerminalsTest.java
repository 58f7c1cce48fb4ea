package org.motorpool.telematics.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.contract.TerminalApi.RefusedTerminal;

class RefusedTerminalsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    private final RefusedTerminals refused = new RefusedTerminals();

    private void note(String phone, Refusal refusal, Instant at) {
        refused.note(attempt(phone, null), refusal, at);
    }

    private static RefusedTerminals.Attempt attempt(String phone, Uplink.@Nullable Register said) {
        return new RefusedTerminals.Attempt(phone, "192.0.2.7:41000", said);
    }

    @Test
    void countsTheSameReasonOfATerminalTogether() {
        note("1", Refusal.WRONG_CODE, NOW);
        note("1", Refusal.WRONG_CODE, NOW.plusSeconds(5));
        assertThat(refused.list("1"))
                .containsExactly(new RefusedTerminal(
                        "1", "wrong-code", 2, NOW, NOW.plusSeconds(5), "192.0.2.7:41000", null, null));
    }

    @Test
    void keepsWhatTheTerminalSaidOfItself() {
        Uplink.Register said = new Uplink.Register(31, 100, "MPTST", "MP-1", "MP00002", 1, "沪A54321");
        refused.note(attempt("1", said), Refusal.OTHER_VEHICLE, NOW);
        assertThat(refused.list()).singleElement().satisfies(known -> {
            assertThat(known.plate()).isEqualTo("沪A54321");
            assertThat(known.terminalId()).isEqualTo("MP00002");
        });
    }

    @Test
    void tellsTheNewestFirst() {
        note("1", Refusal.WRONG_CODE, NOW);
        note("2", Refusal.UNKNOWN_TERMINAL, NOW.plusSeconds(1));
        note("1", Refusal.UNAUTHENTICATED, NOW.plusSeconds(2));
        assertThat(refused.list())
                .extracting(RefusedTerminal::reason)
                .containsExactly("unauthenticated", "unknown-terminal", "wrong-code");
    }

    @Test
    void leavesOutWhatIsNotAboutWhoTheTerminalIs() {
        note("1", Refusal.BAD_BODY, NOW);
        note("1", Refusal.UNSUPPORTED, NOW);
        assertThat(refused.list()).isEmpty();
    }

    @Test
    void forgetsWhoWasQuietTheLongest() {
        for (int i = 0; i < RefusedTerminals.MOST; i++) {
            note("1" + i, Refusal.UNKNOWN_TERMINAL, NOW);
        }
        note("10", Refusal.UNKNOWN_TERMINAL, NOW.plusSeconds(1));
        note("99999", Refusal.UNKNOWN_TERMINAL, NOW.plusSeconds(2));
        assertThat(refused.list()).hasSize(RefusedTerminals.MOST);
        assertThat(refused.list("10")).hasSize(1);
        assertThat(refused.list("11")).isEmpty();
    }
}
