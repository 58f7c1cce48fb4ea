package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Cuts the byte stream of one connection into messages; not thread-safe, one per connection.
 *
 * <p>Every 0x7E ends what came before it and begins what follows, so a frame that is wrong costs no other frame. No
 * bytes make it throw.
 */
public final class FrameDecoder {
    private static final byte FLAG = 0x7e;
    private static final int SHOWN_BYTES = 1024;

    private final FrameRules rules;
    private final HeaderReader headers = new HeaderReader();
    private final PartAssembler assembler;
    private byte[] pending = new byte[128];
    private int length;
    private State state = State.BEFORE_FIRST_FLAG;

    private enum State {
        BEFORE_FIRST_FLAG,
        BETWEEN_FLAGS,
        OVERFLOWN
    }

    public FrameDecoder(FrameRules rules) {
        this.rules = rules;
        this.assembler = new PartAssembler(rules);
    }

    /** Reads all of {@code in} and answers what it completed, in order; {@code now} is for the deadline of split messages. */
    public List<Decoded> decode(ByteBuf in, Instant now) {
        List<Decoded> out = new ArrayList<>(2);
        decode(in, now, out::add);
        return out;
    }

    /** Like {@link #decode(ByteBuf, Instant)}, without the list. */
    public void decode(ByteBuf in, Instant now, Consumer<Decoded> out) {
        lend(in, now, decoded -> out.accept(kept(decoded)));
    }

    /**
     * Like {@link #decode(ByteBuf, Instant, Consumer)}, without a copy of each body: the body of a {@link Decoded.Frame} is
     * good until {@code out} returns. For who decodes it at once.
     */
    public void lend(ByteBuf in, Instant now, Consumer<Decoded> out) {
        assembler.expire(now, out);
        while (in.isReadable()) {
            int run = in.getByte(in.readerIndex()) == FLAG ? 0 : in.bytesBefore(FLAG);
            take(in, run < 0 ? in.readableBytes() : run, out);
            if (run >= 0) {
                in.skipBytes(1);
                endRun(now, out);
            }
        }
    }

    private static Decoded kept(Decoded decoded) {
        return decoded instanceof Decoded.Frame(Header header, Body body)
                ? new Decoded.Frame(header, body.copy())
                : decoded;
    }

    /** Gives up split messages past their deadline; for connections that went quiet. */
    public List<Decoded> expire(Instant now) {
        List<Decoded> out = new ArrayList<>();
        assembler.expire(now, out::add);
        return out;
    }

    private void take(ByteBuf in, int count, Consumer<Decoded> out) {
        if (state == State.BETWEEN_FLAGS && length + count > rules.maxFrame_bytes()) {
            out.accept(malformed(FrameFault.OVERFLOW, "no flag within %d bytes".formatted(rules.maxFrame_bytes())));
            state = State.OVERFLOWN;
        }
        if (state != State.BETWEEN_FLAGS) {
            in.skipBytes(count);
            return;
        }
        if (length + count > pending.length) {
            int grown = Math.max(length + count, pending.length * 2);
            pending = Arrays.copyOf(pending, Math.min(grown, rules.maxFrame_bytes()));
        }
        in.readBytes(pending, length, count);
        length += count;
    }

    private void endRun(Instant now, Consumer<Decoded> out) {
        if (state == State.BETWEEN_FLAGS && length > 0) {
            frame(now, out);
        }
        length = 0;
        state = State.BETWEEN_FLAGS;
    }

    private void frame(Instant now, Consumer<Decoded> out) {
        boolean marked = Escape.marked(pending, length);
        if (marked && !Escape.wellFormed(pending, length)) {
            out.accept(malformed(FrameFault.ESCAPE, "0x7d is followed by neither 0x01 nor 0x02"));
            return;
        }
        int plain = marked ? length - Escape.count(pending, length) : length;
        if (plain < HeaderReader.SHORTEST_FRAME_BYTES) {
            out.accept(malformed(FrameFault.SHORT, "%d bytes are too short for a frame".formatted(plain)));
            return;
        }
        byte[] frame = marked ? Escape.remove(pending, length, plain) : pending;
        int wanted = Escape.xor(frame, plain - 1);
        int got = frame[plain - 1] & 0xff;
        if (wanted != got && rules.checksum() == FrameRules.ChecksumPolicy.REJECT) {
            out.accept(malformed(FrameFault.CHECKSUM, "checksum is 0x%02x, should be 0x%02x".formatted(got, wanted)));
            return;
        }
        message(frame, plain - 1, wanted == got, now, out);
    }

    private void message(byte[] frame, int end, boolean checked, Instant now, Consumer<Decoded> out) {
        Header header = headers.read(frame, end, checked);
        if (header == null) {
            out.accept(malformed(headers.fault(), headers.problem()));
            return;
        }
        Body body = Body.lend(frame, headers.bodyStart(), end);
        if (header.split()) {
            assembler.add(header, body.copy(), now, out);
        } else {
            out.accept(new Decoded.Frame(header, body));
        }
    }

    private Decoded.Malformed malformed(FrameFault fault, String reason) {
        return new Decoded.Malformed(
                fault, reason, HexFormat.of().formatHex(pending, 0, Math.min(length, SHOWN_BYTES)));
    }
}
