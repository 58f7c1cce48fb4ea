package org.motorpool.telematics.bench.gateway;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;

/**
 * How many terminals connect by TCP and how many use UDP. A process may hold so many descriptors only, and both this one
 * and the gateway need one for each TCP connection: what goes beyond uses UDP, when the gateway has it.
 */
record Ways(int tcp, int udp) {
    private static final int RESERVED_DESCRIPTORS = 600;
    private static final int PATIENCE_ms = 2_000;

    /** @param taken descriptors that somebody else will use */
    static Ways find(Roster roster, InetSocketAddress gateway, int taken) throws IOException {
        int tcp = Math.min(roster.terminals(), tcpMost() - taken);
        boolean more = tcp < roster.terminals();
        return new Ways(tcp, more && answersUdp(roster, gateway) ? roster.terminals() - tcp : 0);
    }

    int total() {
        return tcp + udp;
    }

    private static int tcpMost() {
        UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return (int) Math.min(Integer.MAX_VALUE, system.getMaxFileDescriptorCount()) - RESERVED_DESCRIPTORS;
    }

    /** The last terminal authenticates by UDP; whether there is an answer. */
    private static boolean answersUdp(Roster roster, InetSocketAddress gateway) throws IOException {
        ByteBuf frame = Unpooled.buffer();
        new Frames(roster).authenticate(roster.terminals() - 1, 0, frame);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(PATIENCE_ms);
            socket.send(new DatagramPacket(frame.array(), frame.readableBytes(), gateway));
            socket.receive(new DatagramPacket(new byte[1024], 1024));
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }
}
