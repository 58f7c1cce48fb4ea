package org.motorpool.telematics.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.motorpool.telematics.codec.ParameterFormat;
import org.motorpool.telematics.codec.ParameterType;
import org.motorpool.telematics.codec.TerminalParameters;
import org.motorpool.telematics.contract.ParameterRule;
import org.motorpool.telematics.contract.ParameterRule.Form;

/** What people may set and what the codec reads is the same. */
class ParameterRuleTest {

    @ParameterizedTest
    @MethodSource("known")
    void hasTheFormThatTheCodecHas(ParameterType type) {
        ParameterRule rule = ParameterRule.find(type.id()).orElseThrow();
        assertThat(rule.form()).isEqualTo(form(type.format()));
        assertThat(rule.most()).isLessThanOrEqualTo(type.max() == 0 ? 255 : type.max());
        if (rule.form() == Form.BYTES && type.bytes() > 0) {
            assertThat(rule.least()).isEqualTo(rule.most()).isEqualTo(type.bytes());
        }
    }

    @Test
    void knowsNothingThatTheCodecDoesNotKnow() {
        assertThat(LongStream.range(0, 0xf000)
                        .filter(id -> ParameterRule.find(id).isPresent()))
                .allSatisfy(id -> assertThat(TerminalParameters.find(id)).isPresent());
    }

    static Iterable<ParameterType> known() {
        return TerminalParameters.list();
    }

    private static Form form(ParameterFormat format) {
        return switch (format) {
            case BYTE -> Form.BYTE;
            case WORD -> Form.WORD;
            case DWORD -> Form.DWORD;
            case STRING -> Form.TEXT;
            case BYTES -> Form.BYTES;
        };
    }
}
