package org.motorpool.standalone.suite;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.motorpool.telematics.codec.Address;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.DownlinkDecoder;
import org.motorpool.telematics.codec.FrameDecoder;
import org.motorpool.telematics.codec.FrameEncoder;
import org.motorpool.telematics.codec.FrameRules;
import org.motorpool.telematics.codec.LocationItem;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.Uplink;

/** A JT/T 808 terminal over a real socket, for tests: says what it is told and shows what it is answered. */
final class Terminal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long LOCATED = 0b10;

    private final Socket socket;
    private final Address address;
    private final FrameDecoder decoder = new FrameDecoder(FrameRules.STRICT);
    private final Queue<Downlink> answers = new ArrayDeque<>();
    private int serial;

    Terminal(String phone, int protocolVersion) throws IOException {
        socket = new Socket("127.0.0.1", Assembly.gatewayPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        address = Address.of(protocolVersion == 2019 ? ProtocolVersion.V2019 : ProtocolVersion.V2013, phone);
    }

    /** A bound terminal of Chongqing, where only suites about terminals drive. */
    static Map<String, Object> ofChongqing(int index) {
        return Api.as("supervisor").all("terminals").stream()
                .filter(one -> ((String) one.get("regionCode")).startsWith("50"))
                .toList()
                .get(index);
    }

    /** Connects as this terminal. */
    static Terminal open(Map<String, Object> bound) throws IOException {
        return new Terminal((String) bound.get("phone"), ((Number) bound.get("protocolVersion")).intValue());
    }

    /** Register and authenticate as the standard says; fails when the platform refuses. */
    void signOn(String terminalId, String plate) throws IOException {
        Downlink.RegisterReply registered = register(terminalId, plate);
        if (registered.result() != 0) {
            throw new IllegalStateException("register answered " + registered);
        }
        Downlink.GeneralReply authenticated =
                (Downlink.GeneralReply) ask(new Uplink.Authenticate(registered.code(), "", "suite"));
        if (authenticated.result() != 0) {
            throw new IllegalStateException("authenticate answered " + authenticated);
        }
    }

    Downlink.RegisterReply register(String terminalId, String plate) throws IOException {
        return (Downlink.RegisterReply) ask(new Uplink.Register(31, 115, "MPOOL", "SUITE", terminalId, 2, plate));
    }

    /** Report a position and wait for the answer. */
    Downlink report(double latitude, double longitude, long odometer_m, Instant at) throws IOException {
        return ask(position(latitude, longitude, odometer_m, at));
    }

    static Uplink position(double latitude, double longitude, long odometer_m, Instant at) {
        return new Uplink.LocationReport(
                0,
                LOCATED | 1,
                latitude,
                longitude,
                10,
                36.0,
                90,
                at,
                List.of(new LocationItem.Mileage(odometer_m)),
                "");
    }

    /** Sends the message without waiting, and answers its serial. */
    int send(Uplink message) throws IOException {
        int sent = serial;
        sendRaw(frame(message));
        return sent;
    }

    Downlink ask(Uplink message) throws IOException {
        sendRaw(frame(message));
        return next();
    }

    /** The bytes this terminal would send for a message. */
    byte[] frame(Uplink message) {
        ByteBuf out = Unpooled.buffer();
        serial += FrameEncoder.encode(message, address, serial, out);
        return ByteBufUtil.getBytes(out);
    }

    void sendRaw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The next message of the platform. */
    Downlink next() throws IOException {
        byte[] chunk = new byte[4096];
        while (answers.isEmpty()) {
            int length = socket.getInputStream().read(chunk);
            if (length < 0) {
                throw new IOException("the platform closed the connection");
            }
            decoder.decode(Unpooled.wrappedBuffer(chunk, 0, length), Instant.now())
                    .forEach(this::take);
        }
        return answers.remove();
    }

    /** What the platform says within a time, if anything. */
    Optional<Downlink> findNext(Duration within) throws IOException {
        socket.setSoTimeout((int) within.toMillis());
        try {
            return Optional.of(next());
        } catch (SocketTimeoutException _) {
            return Optional.empty();
        } finally {
            socket.setSoTimeout((int) PATIENCE.toMillis());
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void take(Decoded decoded) {
        switch (decoded) {
            case Decoded.Frame frame -> answers.add(DownlinkDecoder.decode(frame.header(), frame.body()));
            case Decoded.Part _,
                    Decoded.Incomplete _,
                    Decoded.Abandoned _,
                    Decoded.Text _,
                    Decoded.AttachmentData _,
                    Decoded.Malformed _ -> throw new IllegalStateException("the platform sent " + decoded);
        }
    }
}
