package org.motorpool.telematics.simulator.terminal;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** Datagrams to and from the gateway, one frame in each. */
final class UdpLink implements Link {
    private static final int LARGEST_BYTES = 65_507;
    private static final byte FLAG = 0x7e;

    private final DatagramSocket socket;

    private UdpLink(DatagramSocket socket) {
        this.socket = socket;
    }

    static Link open(InetSocketAddress gateway, Listener listener) throws IOException {
        DatagramSocket socket = new DatagramSocket();
        try {
            socket.connect(new InetSocketAddress(gateway.getHostString(), gateway.getPort()));
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
        UdpLink link = new UdpLink(socket);
        Thread.ofVirtual().start(() -> link.read(listener));
        return link;
    }

    @Override
    public void send(byte[] frames) throws IOException {
        int from = 0;
        while (from < frames.length) {
            int to = endOfFrame(frames, from);
            socket.send(new DatagramPacket(frames, from, to - from));
            from = to;
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    /** Behind the flag that closes the frame; bytes that are no frame go together. */
    private static int endOfFrame(byte[] frames, int from) {
        for (int at = from + 1; frames[from] == FLAG && at < frames.length; at++) {
            if (frames[at] == FLAG) {
                return at + 1;
            }
        }
        return frames.length;
    }

    private void read(Listener listener) {
        byte[] buffer = new byte[LARGEST_BYTES];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                listener.received(Arrays.copyOf(buffer, packet.getLength()));
            } catch (IOException refused) {
                // nobody listens there now, or the socket was closed: an answer that does not come says so
            }
        }
    }
}
