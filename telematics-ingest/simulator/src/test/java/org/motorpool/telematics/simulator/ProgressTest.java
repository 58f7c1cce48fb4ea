package org.motorpool.telematics.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T02:00:00Z"));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(out, true, StandardCharsets.UTF_8), now::get);

    @Test
    void tellsACountWhenItChanged() {
        progress.add(Progress.Kind.TERMINALS_ONLINE, 2);
        progress.tell();
        progress.tell();
        progress.add(Progress.Kind.TERMINALS_ONLINE, -1);
        progress.tell();
        assertThat(lines())
                .containsExactly(
                        "[simulator] 10:00:00 terminals online: 2", "[simulator] 10:00:00 terminals online: 1");
    }

    @Test
    void tellsTheSameProblemOnceInHalfAMinute() {
        progress.problem("no gateway");
        progress.problem("no gateway");
        progress.problem("no API");
        now.set(now.get().plusSeconds(31));
        progress.problem("no gateway");
        assertThat(lines())
                .containsExactly(
                        "[simulator] 10:00:00 ! no gateway",
                        "[simulator] 10:00:00 ! no API",
                        "[simulator] 10:00:31 ! no gateway");
    }

    private String[] lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toArray(String[]::new);
    }
}
