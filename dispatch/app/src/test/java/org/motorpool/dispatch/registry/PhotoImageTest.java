package org.motorpool.dispatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.dispatch.ProblemException;

class PhotoImageTest {

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void readsWhatTheContentIs(String format) {
        PhotoImage image = PhotoImage.decode(Images.of(format, 40, 30));
        assertThat(image.mediaType()).isEqualTo("image/" + format);
        assertThat(image.width_px()).isEqualTo(40);
        assertThat(image.height_px()).isEqualTo(30);
    }

    @Test
    void refusesOtherFormatsAndOtherFiles() {
        refuses(Images.of("gif", 4, 4));
        refuses("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8));
        refuses(new byte[0]);
        refuses(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0});
    }

    @Test
    void refusesAnImageThatBreaksOff() {
        byte[] whole = Images.of("png", 64, 64);
        refuses(Arrays.copyOf(whole, 60));
    }

    @Test
    void refusesMoreThanTwoMegabytes() {
        refuses(Arrays.copyOf(Images.of("jpeg", 8, 8), PhotoImage.MOST_BYTES + 1));
    }

    @Test
    void refusesAClaimOfMorePixelsThanMemory() {
        refuses(Images.pngThatClaims(60_000, 60_000));
    }

    private static void refuses(byte[] content) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> PhotoImage.decode(content))
                .satisfies(failure -> assertThat(failure.problem().field()).isEqualTo("photo"));
    }
}
