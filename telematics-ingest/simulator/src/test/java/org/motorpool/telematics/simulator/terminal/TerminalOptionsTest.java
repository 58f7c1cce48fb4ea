package org.motorpool.telematics.simulator.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.simulator.TerminalIdentity;

class TerminalOptionsTest {
    @Test
    void needsOnlyAPhoneNumber() {
        assertThat(TerminalOptions.parse("--phone", "13912345678"))
                .isEqualTo(new TerminalOptions(
                        new InetSocketAddress("127.0.0.1", 6808),
                        new TerminalIdentity("13912345678", "2345678", ProtocolVersion.V2013, "310101", "", 1),
                        Transport.TCP,
                        Duration.ofSeconds(60)));
    }

    @Test
    void readsEveryOption() {
        String line = "--gateway gateway.example:7611 --phone 13912345678901 --plate 沪A·12345 --plate-colour 5"
                + " --terminal-id MP0000001 --region 330106 --version 2019 --udp --heartbeat 0";
        assertThat(TerminalOptions.parse(line.split(" ")))
                .isEqualTo(new TerminalOptions(
                        InetSocketAddress.createUnresolved("gateway.example", 7611),
                        new TerminalIdentity(
                                "13912345678901", "MP0000001", ProtocolVersion.V2019, "330106", "沪A·12345", 5),
                        Transport.UDP,
                        Duration.ZERO));
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(TerminalOptions::parse).hasMessage("--phone () 须为 / must be 1 到 12 位数字 / 1 to 12 digits");
        assertThatThrownBy(() -> TerminalOptions.parse("--phone", "13912345678901"))
                .hasMessage("--phone (13912345678901) 须为 / must be 1 到 12 位数字 / 1 to 12 digits");
        assertThatThrownBy(() -> TerminalOptions.parse("--gateway", "6808")).hasMessageContaining("HOST:PORT");
        assertThatThrownBy(() -> TerminalOptions.parse("--version", "2011")).hasMessageContaining("2013 或 / or 2019");
        assertThatThrownBy(() -> TerminalOptions.parse("--gateway", "host:70000"))
                .hasMessageContaining("--gateway (70000)");
        assertThatThrownBy(() -> TerminalOptions.parse("--fast")).hasMessage("未知选项 / unknown option --fast");
    }
}
