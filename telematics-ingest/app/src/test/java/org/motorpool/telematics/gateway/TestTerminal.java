package org.motorpool.telematics.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import org.motorpool.telematics.codec.Address;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.Downlink.GeneralReply;
import org.motorpool.telematics.codec.Downlink.RegisterReply;
import org.motorpool.telematics.codec.DownlinkDecoder;
import org.motorpool.telematics.codec.FrameDecoder;
import org.motorpool.telematics.codec.FrameEncoder;
import org.motorpool.telematics.codec.FramePeek;
import org.motorpool.telematics.codec.FrameRules;
import org.motorpool.telematics.codec.Message;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.Uplink;

/** A terminal at the other end of a real socket. Every wait has a deadline. */
public final class TestTerminal implements AutoCloseable {

    private static final int DEADLINE_MS = 20_000;
    /** A terminal has little memory. */
    private static final int RECEIVE_BUFFER_BYTES = 8192;

    private final Socket socket;
    private final Address address;
    private final FrameDecoder decoder = new FrameDecoder(FrameRules.STRICT);
    private final Queue<Decoded> received = new ArrayDeque<>();
    private final List<Integer> receivedSerials = new ArrayList<>();
    private int nextSerial;

    public TestTerminal(int port, ProtocolVersion version, String phone) {
        this(new Socket(), port, Address.of(version, phone));
    }

    /** Over a socket of another kind, not connected yet. */
    TestTerminal(Socket socket, int port, Address address) {
        this.socket = socket;
        this.address = address;
        try {
            socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout(DEADLINE_MS);
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registers and authenticates, and fails when either is refused. */
    public TestTerminal login() {
        authenticate(register());
        return this;
    }

    String register() {
        int serial = send(Uplinks.register());
        RegisterReply reply = (RegisterReply) receive();
        if (reply.result() != 0 || reply.answeredSerial() != serial) {
            throw new AssertionError("not registered: " + reply);
        }
        return reply.code();
    }

    void authenticate(String code) {
        int serial = send(new Uplink.Authenticate(code, "", ""));
        Downlink reply = receive();
        if (!reply.equals(new GeneralReply(serial, 0x0102, 0))) {
            throw new AssertionError("not authenticated: " + reply);
        }
    }

    /** Sends one message and answers its serial. */
    public int send(Message message) {
        int serial = nextSerial;
        write(frame(message));
        return serial;
    }

    /** The frame of the message, under the next serial. */
    byte[] frame(Message message) {
        ByteBuf out = Unpooled.buffer();
        nextSerial += FrameEncoder.encode(message, address, nextSerial, out);
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        return bytes;
    }

    /** The frames of a message that is split, under the next serials. */
    List<byte[]> frames(Message message) {
        ByteBuf all = Unpooled.wrappedBuffer(frame(message));
        List<byte[]> frames = new ArrayList<>();
        while (all.isReadable()) {
            byte[] frame = new byte[FramePeek.length(all)];
            all.readBytes(frame);
            frames.add(frame);
        }
        return frames;
    }

    void sendHex(String hex) {
        write(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    public void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the message so many times without reading; false when the platform closed meanwhile. */
    boolean flood(Message message, int times) {
        byte[] frame = frame(message);
        ByteBuf thousand = Unpooled.buffer(frame.length * 1000);
        for (int i = 0; i < 1000; i++) {
            thousand.writeBytes(frame);
        }
        try {
            for (int sent = 0; sent < times; sent += 1000) {
                write(thousand.array());
            }
            return true;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** The next message of the platform. */
    public Downlink receive() {
        while (received.isEmpty()) {
            if (!read()) {
                throw new AssertionError("the platform closed the connection");
            }
        }
        return switch (received.remove()) {
            case Decoded.Frame frame -> message(frame);
            case Decoded.Part _,
                    Decoded.Incomplete _,
                    Decoded.Abandoned _,
                    Decoded.Text _,
                    Decoded.AttachmentData _,
                    Decoded.Malformed _ -> throw new AssertionError("the platform sent no whole message");
        };
    }

    private Downlink message(Decoded.Frame frame) {
        receivedSerials.add(frame.header().serial());
        return DownlinkDecoder.decode(frame.header(), frame.body());
    }

    /** Serials of what was received, in order. */
    public List<Integer> receivedSerials() {
        return List.copyOf(receivedSerials);
    }

    /** Bytes of the platform that arrived and were not read. */
    int unread() {
        try {
            return socket.getInputStream().available();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on until the platform closes; fails at the deadline. Answers what came before. */
    List<Decoded> awaitClose() {
        while (read()) {
            // keep what comes
        }
        return List.copyOf(received);
    }

    private boolean read() {
        try {
            byte[] buffer = new byte[4096];
            int count = socket.getInputStream().read(buffer);
            if (count > 0) {
                received.addAll(decoder.decode(Unpooled.wrappedBuffer(buffer, 0, count), Instant.now()));
            }
            return count >= 0;
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("the platform was silent for " + DEADLINE_MS + " ms", e);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
