package org.motorpool.telematics.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.telematics.recorder.InvalidParameter;

class MediaCursorTest {

    private static final Instant TO = Instant.parse("2026-11-24T00:00:00Z");

    @Test
    void readsWhatItWrote() throws InvalidParameter {
        MediaCursor cursor = new MediaCursor(Instant.parse("2026-11-23T08:00:00.123Z"), new UUID(1, 2));
        assertThat(MediaCursor.parse(cursor.toString(), TO)).isEqualTo(cursor);
    }

    @Test
    void beginsAtTheEndOfThePeriod() throws InvalidParameter {
        assertThat(MediaCursor.parse("", TO).takenAt()).isEqualTo(TO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "~",
                "2026-11-23T08:00:00Z",
                "2026-11-23T08:00:00Z~x",
                "~00000000-0000-0000-0000-000000000001"
            })
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> MediaCursor.parse(text, TO)).isInstanceOf(InvalidParameter.class);
    }
}
