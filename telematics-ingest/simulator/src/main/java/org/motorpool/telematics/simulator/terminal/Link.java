package org.motorpool.telematics.simulator.terminal;

import java.io.IOException;
import java.net.InetSocketAddress;

/** An open way to the gateway. */
interface Link {
    int CONNECT_TIMEOUT_MS = 10_000;

    /** Who hears what comes, on a thread of the link. */
    interface Listener {
        void received(byte[] bytes);

        /** The gateway closed, or the network failed; not after {@link Link#close}. */
        void ended(Link link);
    }

    /** Sends frames; those of one call may be several. */
    void send(byte[] frames) throws IOException;

    void close();

    static Link open(Transport transport, InetSocketAddress gateway, Listener listener) throws IOException {
        return switch (transport) {
            case TCP -> TcpLink.open(gateway, listener);
            case UDP -> UdpLink.open(gateway, listener);
        };
    }
}
