package org.motorpool.dispatch.assignment.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SlipCodeTest {

    private static final String NUMBER = "PC-310115-20261123-0001";
    private static final Secret OLD = new Secret("00".repeat(32));
    private static final Secret NEW = new Secret("11".repeat(32));

    @Test
    void isShortAndReadable() {
        assertThat(SlipCode.of(OLD, NUMBER, 0)).matches("[0-9A-HJKMNP-TV-Z]{16}");
    }

    @Test
    void differsByNumberRevisionAndSecret() {
        String code = SlipCode.of(OLD, NUMBER, 0);
        assertThat(SlipCode.of(OLD, NUMBER, 1)).isNotEqualTo(code);
        assertThat(SlipCode.of(OLD, "PC-310115-20261123-0002", 0)).isNotEqualTo(code);
        assertThat(SlipCode.of(NEW, NUMBER, 0)).isNotEqualTo(code);
    }

    @Test
    void tellsTheRevisionOfAPaper() {
        assertThat(SlipCode.revision(List.of(OLD), NUMBER, 2, SlipCode.of(OLD, NUMBER, 1)))
                .hasValue(1);
        assertThat(SlipCode.revision(List.of(OLD), NUMBER, 0, SlipCode.of(OLD, NUMBER, 1)))
                .isEmpty();
    }

    @Test
    void readsWhatPeopleType() {
        String typed = " " + SlipCode.of(OLD, NUMBER, 0).toLowerCase(Locale.ROOT) + " ";
        assertThat(SlipCode.revision(List.of(OLD), NUMBER, 0, typed)).hasValue(0);
    }

    @Test
    void verifiesPapersOfEarlierSecrets() {
        assertThat(SlipCode.revision(List.of(NEW, OLD), NUMBER, 0, SlipCode.of(OLD, NUMBER, 0)))
                .hasValue(0);
        assertThat(SlipCode.revision(List.of(NEW), NUMBER, 0, SlipCode.of(OLD, NUMBER, 0)))
                .isEmpty();
    }

    @Test
    void aSecretDoesNotPrintItself() {
        assertThat(OLD.toString()).doesNotContain("00");
    }
}
