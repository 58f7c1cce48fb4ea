package org.motorpool.telematics.gateway;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Address;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.FrameEncoder;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.SentParts;
import org.motorpool.telematics.command.Courier;
import org.motorpool.telematics.gateway.tap.Direction;

/**
 * What goes out over one connection: under running serials, in the header form of its terminal, flushed together with what
 * else is written. On the event loop only.
 */
final class Outgoing implements Courier.Wire {

    private static final int SERIALS = 1 << 16;
    /** Most of what is sent is a general reply of some 25 bytes; a longer message makes its buffer grow. */
    private static final int ANSWER_BYTES = 64;

    /** What is kept of long messages, in case the terminal asks for parts again. */
    private static final int SENT_PARTS_BYTES = 256 * 1024;

    private final Connection connection;
    private final Link link;
    private final Gateway gateway;
    private final LoopInbox inbox;
    private @Nullable Address address;
    /** Null until the first byte. */
    private @Nullable Traffic traffic;
    /** Null as long as no message was split. */
    private @Nullable SentParts sentParts;

    private int nextSerial;
    private boolean toFlush;

    Outgoing(Connection connection, Link link, Gateway gateway, LoopInbox inbox) {
        this.connection = connection;
        this.link = link;
        this.gateway = gateway;
        this.inbox = inbox;
    }

    /** From now on this is whom everything goes to. */
    void to(Address terminal) {
        address = terminal;
    }

    /** Null before the terminal said who it is. */
    @Nullable
    Address address() {
        return address;
    }

    Traffic traffic() {
        Traffic known = traffic == null ? new Traffic() : traffic;
        traffic = known;
        return known;
    }

    @Override
    public ProtocolVersion version() {
        return address == null ? ProtocolVersion.V2013 : address.version();
    }

    @Override
    public Courier.Sent send(Downlink message) {
        int serial = nextSerial;
        int frames = write(message, serial);
        nextSerial = (serial + frames) % SERIALS;
        return new Courier.Sent(serial, Math.max(1, frames));
    }

    @Override
    public void repeat(Downlink message, int serial) {
        write(message, serial);
    }

    /** Writes the message under this serial and the following; answers the number of its frames. */
    private int write(Downlink message, int serial) {
        Address to = address;
        if (to == null || !link.isOpen()) {
            return 0;
        }
        ByteBuf out = link.buffer(ANSWER_BYTES);
        int frames = encode(message, to, serial, out);
        if (frames > 1) {
            sentParts = sentParts == null ? new SentParts(SENT_PARTS_BYTES) : sentParts;
            sentParts.keep(serial, out, gateway.now());
        }
        count(message, frames);
        write(out);
        return frames;
    }

    /** A message that the version of the terminal has no words for fails, and leaves no buffer behind. */
    private static int encode(Downlink message, Address to, int serial, ByteBuf out) {
        try {
            return FrameEncoder.encode(message, to, serial, out);
        } catch (IllegalArgumentException e) {
            out.release();
            throw e;
        }
    }

    /** Sends parts of a split message again, as they were. */
    void sendAgain(Effect.SendAgain again) {
        ByteBuf out = link.buffer(ANSWER_BYTES);
        boolean found = sentParts != null
                && sentParts.again(again.parts().firstSerial(), again.parts().indexes(), out);
        if (found) {
            write(out);
        } else {
            out.release();
            send(again.otherwise());
        }
    }

    /** Whether parts are kept that may have to go out again. Any thread may ask. */
    boolean keepsParts() {
        return sentParts != null;
    }

    void forgetParts() {
        if (sentParts != null) {
            sentParts.expire(gateway.now());
            sentParts = sentParts.empty() ? null : sentParts;
        }
    }

    private void count(Downlink message, int frames) {
        gateway.metrics().framesOut(frames);
        traffic().framesOut(frames);
        if (message instanceof Downlink.ResendRequest) {
            traffic().resendRequest();
        }
    }

    void send(String text) {
        write(link.buffer(ANSWER_BYTES).writeBytes(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private void write(ByteBuf out) {
        traffic().wrote(out.readableBytes());
        if (gateway.taps().any() && address != null) {
            gateway.taps().hear(connection, address.rawPhone(), Direction.DOWN, out);
        }
        link.write(out);
        if (!toFlush) {
            toFlush = true;
            inbox.flushLater(this);
        }
    }

    void flush() {
        toFlush = false;
        link.flush();
    }

    @Override
    public void execute(Runnable task) {
        link.loop().execute(task);
    }

    @Override
    public Future<?> schedule(Runnable task, Duration delay) {
        return link.loop().schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
