package org.motorpool.telematics.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.motorpool.telematics.codec.Address;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.Downlink.GeneralReply;
import org.motorpool.telematics.codec.Downlink.RegisterReply;
import org.motorpool.telematics.codec.DownlinkDecoder;
import org.motorpool.telematics.codec.FrameDecoder;
import org.motorpool.telematics.codec.FrameEncoder;
import org.motorpool.telematics.codec.FrameRules;
import org.motorpool.telematics.codec.Message;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.Uplink;

/** A terminal that sends datagrams from a real socket. Every wait has a deadline. */
final class UdpTerminal implements AutoCloseable {

    private static final int DEADLINE_MS = 20_000;

    private final DatagramSocket socket;
    private final Address address;
    private int nextSerial;

    UdpTerminal(int port, ProtocolVersion version, String phone) {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.connect(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(DEADLINE_MS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = Address.of(version, phone);
    }

    String register() {
        send(Uplinks.register());
        return ((RegisterReply) receive()).code();
    }

    void authenticate(String code) {
        int serial = send(new Uplink.Authenticate(code, "", ""));
        Downlink reply = receive();
        if (!reply.equals(new GeneralReply(serial, 0x0102, 0))) {
            throw new AssertionError("not authenticated: " + reply);
        }
    }

    int send(Message message) {
        int serial = nextSerial;
        ByteBuf out = Unpooled.buffer();
        nextSerial += FrameEncoder.encode(message, address, serial, out);
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes);
        write(bytes);
        return serial;
    }

    void write(byte[] bytes) {
        try {
            socket.send(new DatagramPacket(bytes, bytes.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message in the next datagram of the platform. */
    Downlink receive() {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        try {
            socket.receive(packet);
        } catch (IOException e) {
            throw new AssertionError("the platform sent no datagram", e);
        }
        List<Decoded> decoded = new FrameDecoder(FrameRules.STRICT)
                .decode(Unpooled.wrappedBuffer(packet.getData(), 0, packet.getLength()), Instant.now());
        Decoded.Frame frame = (Decoded.Frame) decoded.getFirst();
        return DownlinkDecoder.decode(frame.header(), frame.body());
    }

    @Override
    public void close() {
        socket.close();
    }
}
