package org.motorpool.telematics.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.boot.OneProcess;
import org.motorpool.telematics.codec.Downlink.GeneralReply;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.Uplink;

/** The ways of a terminal to the gateway beside plain TCP. */
@QuarkusTest
@TestProfile(OneProcess.class)
class TransportTest {

    @Inject
    Fleet fleet;

    @Inject
    Gateway gateway;

    @Inject
    MeterRegistry registry;

    @Test
    void storesAndAnswersWhatComesByDatagram() {
        Fleet.Vehicle vehicle = fleet.bound();
        Instant time = Uplinks.now();
        try (UdpTerminal terminal = new UdpTerminal(fleet.port(), ProtocolVersion.V2013, vehicle.phone())) {
            terminal.authenticate(terminal.register());
            int serial = terminal.send(Uplinks.position(time));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, 0x0200, 0));
        }
        assertThat(fleet.positions(vehicle, time)).isEqualTo(1);
    }

    @Test
    void anotherAddressOfAKnownPhoneIsAStranger() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (UdpTerminal terminal = new UdpTerminal(fleet.port(), ProtocolVersion.V2019, vehicle.phone());
                UdpTerminal forger = new UdpTerminal(fleet.port(), ProtocolVersion.V2019, vehicle.phone())) {
            terminal.authenticate(terminal.register());
            int serial = forger.send(Uplinks.position(Uplinks.now()));
            assertThat(forger.receive()).isEqualTo(new GeneralReply(serial, 0x0200, 1));
        }
        assertThat(fleet.positions(vehicle)).isZero();
    }

    @Test
    void theNewerWinsWhicheverWayItComes() {
        Fleet.Vehicle vehicle = fleet.bound();
        try (TestTerminal older = fleet.connect(vehicle).login();
                UdpTerminal newer = new UdpTerminal(fleet.port(), ProtocolVersion.V2013, vehicle.phone())) {
            newer.authenticate(newer.register());
            assertThat(older.awaitClose()).isEmpty();
            int serial = newer.send(new Uplink.Heartbeat(""));
            assertThat(newer.receive()).isEqualTo(new GeneralReply(serial, 0x0002, 0));
        }
    }

    @Test
    void dropsDatagramsThatAreNoFrames() {
        double before = dropped();
        Fleet.Vehicle vehicle = fleet.bound();
        try (UdpTerminal terminal = new UdpTerminal(fleet.port(), ProtocolVersion.V2013, vehicle.phone())) {
            terminal.write("hello".getBytes(StandardCharsets.US_ASCII));
            terminal.write(new byte[0]);
            terminal.write(new byte[] {0x7e});
            terminal.write(new byte[] {0x7e, 0x7d});
            await().until(() -> dropped() >= before + 3);
            terminal.authenticate(terminal.register());
        }
    }

    @Test
    void encryptsForATerminalThatAsks() throws Exception {
        Fleet.Vehicle vehicle = fleet.bound();
        Instant time = Uplinks.now();
        try (TestTerminal terminal =
                fleet.connect(vehicle, trustingTheGateway()).login()) {
            int serial = terminal.send(Uplinks.position(time));
            assertThat(terminal.receive()).isEqualTo(new GeneralReply(serial, 0x0200, 0));
        }
        assertThat(fleet.positions(vehicle, time)).isEqualTo(1);
    }

    @Test
    void takesTheTerminalsAddressFromTheLoadBalancer() throws Exception {
        NioEventLoopGroup loops = new NioEventLoopGroup(1);
        try {
            Channel server = new ServerBootstrap()
                    .group(loops)
                    .channel(NioServerSocketChannel.class)
                    .childHandler(new TcpPipeline(gateway, true, null))
                    .bind("127.0.0.1", 0)
                    .sync()
                    .channel();
            int port = ((InetSocketAddress) server.localAddress()).getPort();
            Fleet.Vehicle vehicle = fleet.bound();
            try (TestTerminal terminal = new TestTerminal(port, ProtocolVersion.V2013, vehicle.phone())) {
                terminal.sendHex(PROXY_V2);
                terminal.login();
            }
            try (TestTerminal liar = new TestTerminal(port, ProtocolVersion.V2013, vehicle.phone())) {
                liar.send(Uplinks.register());
                assertThat(liar.awaitClose()).isEmpty();
            }
        } finally {
            loops.shutdownGracefully();
        }
    }

    /** PROXY protocol version 2, the example of its specification with addresses of our own. */
    private static final String PROXY_V2 = "0d0a0d0a000d0a515549540a" // signature
            + "21" // version 2, PROXY
            + "11" // TCP over IPv4
            + "000c" // 12 bytes follow
            + "cb007107" // from 203.0.113.7
            + "0a000001" // to 10.0.0.1
            + "c350" // port 50000
            + "1a98"; // port 6808

    @Test
    void knowsWhereATerminalBehindALoadBalancerIs() {
        EmbeddedChannel channel = new EmbeddedChannel(new TcpPipeline(gateway, true, null));
        channel.writeInbound(Unpooled.wrappedBuffer(HexFormat.of().parseHex(PROXY_V2)));
        assertThat(new TcpLink(channel, Carrier.TCP).remote()).isEqualTo("203.0.113.7:50000");
        channel.finish();
    }

    @Test
    void saysWhichFileOfTlsIsMissing() {
        assertThatThrownBy(() -> TlsContext.of(new TlsFiles()))
                .hasMessageContaining("motorpool.telematics.gateway.tls.certificate");
    }

    private double dropped() {
        return registry.get("motorpool.telematics.gateway.datagrams.dropped")
                .counter()
                .count();
    }

    private SSLContext trustingTheGateway() throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        Path chain = gateway.config().tls().certificate().orElseThrow();
        try (InputStream in = Files.newInputStream(chain)) {
            anchors.setCertificateEntry(
                    "gateway", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        trust.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** TLS without files. */
    private static final class TlsFiles implements GatewayConfig.Tls {
        @Override
        public OptionalInt port() {
            return OptionalInt.of(0);
        }

        @Override
        public Optional<Path> certificate() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> key() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> clientAuthorities() {
            return Optional.empty();
        }
    }
}
