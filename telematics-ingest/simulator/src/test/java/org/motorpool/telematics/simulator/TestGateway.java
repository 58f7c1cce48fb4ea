package org.motorpool.telematics.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.FrameDecoder;
import org.motorpool.telematics.codec.FrameEncoder;
import org.motorpool.telematics.codec.FrameRules;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.codec.UplinkDecoder;

/** A gateway that takes one connection at a time and answers what a test tells it to. */
public final class TestGateway implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ServerSocket server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final List<Socket> sockets = new ArrayList<>();

    /** A message and the connection it came on, counted from 1. */
    public record Received(int connection, Header header, Uplink message) {}

    public TestGateway() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    /** The next message; fails when none comes. */
    public Received next() throws InterruptedException {
        Received next = received.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new AssertionError("no message within " + PATIENCE);
        }
        return next;
    }

    /** The next message of a kind; others are left out. */
    public <T extends Uplink> Received next(Class<T> kind) throws InterruptedException {
        Received next = next();
        while (!kind.isInstance(next.message())) {
            next = next();
        }
        return next;
    }

    public void reply(Received to, Downlink message) throws IOException {
        ByteBuf out = Unpooled.buffer();
        FrameEncoder.encode(message, to.header().address(), 0, out);
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        synchronized (sockets) {
            sockets.get(to.connection() - 1).getOutputStream().write(bytes);
        }
    }

    public void acknowledge(Received to) throws IOException {
        Header header = to.header();
        reply(to, new Downlink.GeneralReply(header.serial(), header.messageId(), 0));
    }

    public void hangUp(Received on) throws IOException {
        synchronized (sockets) {
            sockets.get(on.connection() - 1).close();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        synchronized (sockets) {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private void accept() {
        while (true) {
            try {
                Socket socket = server.accept();
                int connection;
                synchronized (sockets) {
                    sockets.add(socket);
                    connection = sockets.size();
                }
                Thread.ofVirtual().start(() -> read(connection, socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void read(int connection, Socket socket) {
        FrameDecoder decoder = new FrameDecoder(FrameRules.STRICT);
        byte[] buffer = new byte[4096];
        try (InputStream in = socket.getInputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (Decoded decoded : decoder.decode(Unpooled.copiedBuffer(buffer, 0, count), Instant.now())) {
                    if (decoded instanceof Decoded.Frame(var header, var body)) {
                        received.add(new Received(connection, header, UplinkDecoder.decode(header, body)));
                    }
                }
            }
        } catch (IOException closed) {
            // the test or the terminal hung up
        }
    }
}
