package org.motorpool.telematics.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void hasDefaults() {
        assertThat(Options.parse())
                .isEqualTo(new Options(
                        URI.create("http://127.0.0.1:8080"),
                        URI.create("http://127.0.0.1:8080"),
                        new InetSocketAddress("127.0.0.1", 6808),
                        "demo",
                        5,
                        60,
                        true));
    }

    @Test
    void readsEveryOption() {
        Options options = Options.parse(
                ("--url http://127.0.0.1:1 --mobile-url http://127.0.0.1:2 --gateway 127.0.0.1:3 --password p"
                                + " --interval 10 --requests 0 --no-people")
                        .split(" "));
        assertThat(options)
                .isEqualTo(new Options(
                        URI.create("http://127.0.0.1:1"),
                        URI.create("http://127.0.0.1:2"),
                        new InetSocketAddress("127.0.0.1", 3),
                        "p",
                        10,
                        0,
                        false));
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> Options.parse("--interval", "0"))
                .hasMessageContaining("--interval (0) must be a number from 1 to 3600");
        assertThatThrownBy(() -> Options.parse("--gateway", "6808")).hasMessageContaining("must be HOST:PORT");
        assertThatThrownBy(() -> Options.parse("--url")).hasMessageContaining("--url needs a value");
        assertThatThrownBy(() -> Options.parse("--fast")).hasMessageContaining("unknown option --fast");
    }
}
