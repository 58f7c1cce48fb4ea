package org.motorpool.dispatch.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.dispatch.SafeText;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "=HYPERLINK(\"http://x\",\"沪A\")"
            })
    void putsAnApostropheBeforeWhatCouldBeAFormula(String text) {
        assertThat(SafeText.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"沪A12345", "", "中石化 =第一站", "1-2"})
    void leavesOtherTextAlone(String text) {
        assertThat(SafeText.of(text)).isEqualTo(text);
    }

    @Test
    void leavesOutWhatXmlCannotHold() {
        assertThat(SafeText.of("加\u0000油\u0007站\uFFFE😀")).isEqualTo("加油站😀");
    }

    @Test
    void fitsACell() {
        assertThat(SafeText.of("a".repeat(40_000))).hasSize(32_767);
    }
}
