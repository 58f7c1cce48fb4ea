package org.motorpool.telematics.simulator.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/** One TCP connection. */
final class TcpLink implements Link {
    private static final int READ_BYTES = 4096;

    private final Socket socket;
    private volatile boolean closed;

    private TcpLink(Socket socket) {
        this.socket = socket;
    }

    static Link open(InetSocketAddress gateway, Listener listener) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(gateway.getHostString(), gateway.getPort()), CONNECT_TIMEOUT_MS);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
        TcpLink link = new TcpLink(socket);
        Thread.ofVirtual().start(() -> link.read(listener));
        return link;
    }

    @Override
    public void send(byte[] frames) throws IOException {
        socket.getOutputStream().write(frames);
    }

    @Override
    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException gone) {
            // it is closed all the same
        }
    }

    private void read(Listener listener) {
        byte[] buffer = new byte[READ_BYTES];
        try (InputStream in = socket.getInputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                listener.received(Arrays.copyOf(buffer, count));
            }
        } catch (IOException broken) {
            // the same as an end
        }
        if (!closed) {
            listener.ended(this);
        }
    }
}
