package org.motorpool.telematics.simulator.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UdpLinkTest {
    private static final String ONE = "7e000200000139123456780007357e";
    private static final String OTHER = "7e0002000001391234567800083a7e";

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    private static String receive(DatagramSocket gateway, DatagramPacket packet) throws IOException {
        gateway.receive(packet);
        return HexFormat.of().formatHex(Arrays.copyOf(packet.getData(), packet.getLength()));
    }

    @Test
    void sendsEachFrameInADatagramAndHearsTheAnswer() throws IOException, InterruptedException {
        try (DatagramSocket gateway = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            gateway.setSoTimeout(20_000);
            Link link = Link.open(
                    Transport.UDP,
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), gateway.getLocalPort()),
                    new Link.Listener() {
                        @Override
                        public void received(byte[] bytes) {
                            received.add(HexFormat.of().formatHex(bytes));
                        }

                        @Override
                        public void ended(Link closed) {}
                    });
            link.send(HexFormat.of().parseHex(ONE + OTHER));
            DatagramPacket packet = new DatagramPacket(new byte[100], 100);
            assertThat(receive(gateway, packet)).isEqualTo(ONE);
            packet.setLength(100);
            assertThat(receive(gateway, packet)).isEqualTo(OTHER);
            gateway.send(packet);
            assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(OTHER);
            link.close();
        }
    }
}
