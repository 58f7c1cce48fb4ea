package org.motorpool.dispatch.supervision.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaperDetectorsTest {

    private static final Instant DUE = Instant.parse("2026-11-20T04:00:00Z");

    @Test
    void raisesOneLeadPerPaperThatIsMissing() {
        assertThat(PaperDetectors.missing(unit("OVERDUE"), terms()))
                .singleElement()
                .satisfies(lead -> {
                    assertThat(lead.episode()).isEqualTo("310115:paper:YC-310115-20261119-0001");
                    assertThat(lead.from()).isEqualTo(DUE);
                    assertThat(lead.text().zh()).contains("逾期未补");
                });
    }

    @Test
    void saysWhenItWasRefused() {
        assertThat(PaperDetectors.missing(unit("REFUSED"), terms()))
                .singleElement()
                .satisfies(lead -> assertThat(lead.text().en()).contains("refused"));
    }

    private static Judge.Terms terms() {
        return new Judge.Terms(Cases.usual().day(), Cases.rule("V41", Map.of()));
    }

    private static UnitFacts unit(String state) {
        return new UnitFacts(
                Cases.UNIT,
                "/100000/310000/310115/",
                "310115",
                "浦东新区",
                "310115",
                List.of(),
                null,
                List.of(new UnitFacts.Paper(new UUID(0, 1), "YC-310115-20261119-0001", "申请人", DUE, state)));
    }
}
