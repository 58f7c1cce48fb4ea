package org.motorpool.telematics.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayPiecesTest {

    @ParameterizedTest
    @CsvSource({
        "沪A12345, 1, 沪A·12345, false",
        "沪a 12345, 1, 沪A12345, false",
        "沪A12346, 1, 沪A12345, true",
        "'', 1, 沪A12345, true",
        "'', 0, 沪A12345, false",
        "LSVAA4189E2123456, 0, 沪A12345, false"
    })
    void aPlateContradictsOnlyAnotherPlate(String sent, int colour, String bound, boolean contradicts) {
        var register = new org.motorpool.telematics.codec.Uplink.Register(31, 100, "M", "m", "t", colour, sent);
        assertThat(Plates.contradict(register, bound)).isEqualTo(contradicts);
    }

    @ParameterizedTest
    @CsvSource({
        "MP00001, MP00001, true",
        "mp00001, ' MP00001 ', true",
        "MP00002, MP00001, false",
        "'', MP00001, false",
        // the field of 2013 takes the last seven
        "0000001, MP0000001, true",
        "MP00000, MP0000001, false",
        "000001, MP0000001, false",
        "0000002, MP0000001, false",
        // the field of 2019 takes thirty
        "345678901234567890123456789012, 12345678901234567890123456789012, true",
        "6789012, 12345678901234567890123456789012, true",
        "12345678901234567890123456789012, 12345678901234567890123456789012, false"
    })
    void aTerminalIdIsWholeOrWhatAFieldTakesOfIt(String sent, String whole, boolean same) {
        assertThat(TerminalIds.same(sent, whole)).isEqualTo(same);
    }

    @Test
    void aPhoneLosesItsLeadingZeros() {
        assertThat(Phones.plain("013812345678")).isEqualTo("13812345678");
        assertThat(Phones.plain("000")).isEqualTo("0");
        assertThat(Phones.valid("+8613812345678")).isFalse();
    }

    @Test
    void aCodeIsGoodUntilItExpires() {
        Instant now = Instant.parse("2026-11-01T00:00:00Z");
        Terminal terminal = new Terminal("1", UUID.randomUUID(), "沪A12345", "T000001", null);
        Terminal registered = terminal.with(
                new Terminal.Registration("T000001", AuthCode.hash("secret"), now.plus(Duration.ofDays(1))));
        assertThat(terminal.accepts("", now)).isFalse();
        assertThat(registered.accepts("secret", now)).isTrue();
        assertThat(registered.accepts("Secret", now)).isFalse();
        assertThat(registered.accepts("secret", now.plus(Duration.ofDays(1)))).isFalse();
        assertThat(registered.with(null).accepts("secret", now)).isFalse();
    }

    @Test
    void eventIdsAreUniqueVersion7AndOrderedByTime() {
        EventIds ids = new EventIds();
        Set<UUID> made = Stream.generate(ids).limit(10_000).collect(Collectors.toSet());
        assertThat(made).hasSize(10_000).allMatch(id -> id.version() == 7 && id.variant() == 2);
        assertThat(ids.get().getMostSignificantBits() >>> 16)
                .isGreaterThanOrEqualTo(made.iterator().next().getMostSignificantBits() >>> 16);
    }

    @Test
    void pausedReadersWakeWhenHalfOfWhatWaitedIsDurable() {
        Backpressure pressure = new Backpressure(10);
        List<String> woken = new ArrayList<>();
        pressure.add(10);
        assertThat(pressure.full()).isTrue();
        pressure.whenRoom(() -> woken.add("a"));
        pressure.release(4);
        assertThat(woken).isEmpty();
        pressure.release(1);
        assertThat(woken).containsExactly("a");
        pressure.whenRoom(() -> woken.add("b"));
        assertThat(woken).containsExactly("a", "b");
        assertThat(pressure.waiting()).isEqualTo(5);
    }
}
