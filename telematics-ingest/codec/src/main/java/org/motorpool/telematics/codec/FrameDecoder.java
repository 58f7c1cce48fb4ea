package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the byte stream of one connection into messages; not thread-safe, one per connection.
 *
 * <p>Every flag ends what came before it and begins what follows, so a frame that is wrong costs no other frame. Where a
 * frame may begin there may also be a text in brackets or a packet of an attachment. No bytes make it throw. As long as
 * nothing is incomplete it keeps no bytes.
 */
public final class FrameDecoder {
    private static final byte[] NOTHING = {};
    /** A packet that is longer than so many lies about its length: it is not skipped to where it claims to end. */
    private static final long SKIPPED_PACKETS = 16;

    private static final Framing[] FRAMINGS = Framing.values();

    private final FrameRules rules;
    private State state = State.OUTSIDE;
    private Framing framing = Framing.STANDARD;
    private @Nullable Window lastWindow;
    private byte[] pending = NOTHING;
    private int length;
    private @Nullable Sender sender;
    private @Nullable AttachmentPacket packet;
    private @Nullable PartAssembler assembler;

    private enum State {
        /** Before the first flag, and behind what has no flags. */
        OUTSIDE,
        BETWEEN_FLAGS,
        /** Nothing counts before the next flag. */
        LOST,
        IN_PACKET
    }

    public FrameDecoder(FrameRules rules) {
        this.rules = rules;
    }

    /** What bytes from a capture are: nobody can be asked for the parts of split messages that are not in it. */
    public static List<Decoded> capture(byte[] bytes, FrameRules rules) {
        List<Decoded> all = new FrameDecoder(rules).decode(Unpooled.wrappedBuffer(bytes), Instant.EPOCH);
        return all.stream()
                .filter(decoded -> !(decoded instanceof Decoded.Incomplete))
                .toList();
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
     * Like {@link #decode(ByteBuf, Instant, Consumer)}, without a copy of each body: a body is good until {@code out}
     * returns. For who decodes it at once.
     */
    public void lend(ByteBuf in, Instant now, Consumer<Decoded> out) {
        expire(now, out);
        Window window = Window.take(lastWindow, rules.maxFrame_bytes());
        lastWindow = window;
        try {
            while (in.isReadable()) {
                window.fill(pending, length, in);
                length = 0;
                keep(window, read(window, now, out));
            }
        } finally {
            window.giveBack();
        }
    }

    /** Whether parts of split messages wait for the others, so that {@link #expire} has something to do in time. */
    public boolean waiting() {
        return assembler != null;
    }

    /** Memory in bytes for what is incomplete yet. */
    public int kept_bytes() {
        return pending.length + (assembler == null ? 0 : assembler.memory_bytes());
    }

    /** Asks for parts of split messages that are overdue, and gives up the messages in the end; for quiet connections. */
    public List<Decoded> expire(Instant now) {
        List<Decoded> out = new ArrayList<>();
        expire(now, out::add);
        return out;
    }

    /** Gives up all split messages under way, for want of memory. */
    public List<Decoded> giveUp() {
        List<Decoded> out = new ArrayList<>();
        if (assembler != null) {
            assembler.giveUp(out::add);
            assembler = null;
        }
        return out;
    }

    private void expire(Instant now, Consumer<Decoded> out) {
        if (assembler != null) {
            assembler.expire(now, out);
            if (assembler.empty()) {
                assembler = null;
            }
        }
    }

    /** Answers from where on more bytes are needed. */
    private int read(Window window, Instant now, Consumer<Decoded> out) {
        int at = 0;
        int next = 0;
        while (next < window.end()) {
            at = next;
            next = switch (state) {
                case OUTSIDE -> outside(window, at, out);
                case BETWEEN_FLAGS -> betweenFlags(window, at, now, out);
                case LOST -> lost(window, at);
                case IN_PACKET -> inPacket(window, at, out);
            };
            if (next == at) {
                return at;
            }
        }
        return next;
    }

    private void keep(Window window, int from) {
        length = window.end() - from;
        if (length == 0) {
            pending = NOTHING;
            return;
        }
        if (length > pending.length) {
            pending = new byte[pending.length == 0 ? length : 2 * length];
        }
        System.arraycopy(window.bytes(), from, pending, 0, length);
    }

    private int outside(Window window, int at, Consumer<Decoded> out) {
        for (Framing possible : FRAMINGS) {
            if (window.u8(at) == possible.flag()) {
                framing = possible;
                state = State.BETWEEN_FLAGS;
                return at + 1;
            }
        }
        int next = withoutFlags(window, at, out);
        if (next < 0) {
            state = State.LOST;
        }
        return next < 0 ? at + 1 : next;
    }

    private int betweenFlags(Window window, int at, Instant now, Consumer<Decoded> out) {
        int first = window.u8(at);
        if (first == framing.flag()) {
            return at + 1;
        }
        int next = first == TextFrame.FIRST || first == AttachmentPacket.FIRST ? withoutFlags(window, at, out) : -1;
        return next < 0 ? frame(window, at, now, out) : next;
    }

    private int lost(Window window, int at) {
        window.scan(framing, at);
        int flagAt = window.flagAt();
        if (flagAt == window.end()) {
            return flagAt;
        }
        state = State.BETWEEN_FLAGS;
        return flagAt + 1;
    }

    /** Answers the end of a text or of the head of a packet; −1 when it is neither, {@code at} when that is open yet. */
    private int withoutFlags(Window window, int at, Consumer<Decoded> out) {
        if (AttachmentPacket.begins(window.bytes(), at, window.end())) {
            return window.end() - at < AttachmentPacket.HEAD_BYTES ? at : packetHead(window, at, out);
        }
        int end = TextFrame.end(window.bytes(), at, window.end());
        if (end > at) {
            out.accept(new Decoded.Text(TextFrame.text(window.bytes(), at, end)));
            state = State.OUTSIDE;
        }
        return end;
    }

    private int packetHead(Window window, int at, Consumer<Decoded> out) {
        int end = at + AttachmentPacket.HEAD_BYTES;
        AttachmentPacket head = AttachmentPacket.of(Body.lend(window.bytes(), at, end));
        if (head.left() > rules.maxPacket_bytes()) {
            String reason = "a packet of %d bytes may have %d".formatted(head.left(), rules.maxPacket_bytes());
            out.accept(new Decoded.Malformed(FrameFault.OVERFLOW, reason, window.hex(at, end)));
            boolean lie = head.left() > SKIPPED_PACKETS * rules.maxPacket_bytes();
            packet = lie ? null : head.unwanted();
            state = lie ? State.LOST : State.IN_PACKET;
        } else {
            packet = head.left() == 0 ? null : head;
            state = packet == null ? State.OUTSIDE : State.IN_PACKET;
        }
        return end;
    }

    private int inPacket(Window window, int at, Consumer<Decoded> out) {
        AttachmentPacket current = Objects.requireNonNull(packet);
        int count = (int) Math.min(current.left(), window.end() - at);
        Decoded data = current.take(window.bytes(), at, count);
        if (current.left() == 0) {
            packet = null;
            state = State.OUTSIDE;
        }
        if (data != null) {
            out.accept(data);
        }
        return at + count;
    }

    private int frame(Window window, int at, Instant now, Consumer<Decoded> out) {
        window.scan(framing, at);
        int flagAt = window.flagAt();
        boolean tooLong = flagAt - at > rules.maxFrame_bytes();
        if (tooLong) {
            String reason = "no flag within %d bytes".formatted(rules.maxFrame_bytes());
            out.accept(new Decoded.Malformed(FrameFault.OVERFLOW, reason, window.hex(at, flagAt)));
        }
        if (flagAt == window.end()) {
            state = tooLong ? State.LOST : State.BETWEEN_FLAGS;
            return tooLong ? flagAt : at;
        }
        if (!tooLong) {
            whole(window, at, now, out);
        }
        return flagAt + 1;
    }

    /** The bytes from {@code at} to the flag that was found. */
    private void whole(Window window, int at, Instant now, Consumer<Decoded> out) {
        if (!window.unescape(framing, at)) {
            out.accept(malformed(
                    FrameFault.ESCAPE, framing.marks() + " is followed by neither 0x01 nor 0x02", window, at));
            return;
        }
        int plain = window.frameEnd() - window.frameFrom();
        if (plain < HeaderReader.SHORTEST_FRAME_BYTES) {
            out.accept(malformed(FrameFault.SHORT, "%d bytes are too short for a frame".formatted(plain), window, at));
            return;
        }
        if (window.sum() != 0 && rules.checksum() == FrameRules.ChecksumPolicy.REJECT) {
            int got = window.frame()[window.frameEnd() - 1] & 0xff;
            String reason = "checksum is 0x%02x, should be 0x%02x".formatted(got, got ^ window.sum());
            out.accept(malformed(FrameFault.CHECKSUM, reason, window, at));
            return;
        }
        message(window, at, now, out);
    }

    private void message(Window window, int at, Instant now, Consumer<Decoded> out) {
        HeaderReader headers = window.headers();
        Header header = headers.read(window, framing, sender);
        if (header == null) {
            out.accept(malformed(headers.fault(), headers.problem(), window, at));
            return;
        }
        sender = headers.sender();
        Body body = Body.lend(window.frame(), headers.bodyStart(), window.frameEnd() - 1);
        if (header.split()) {
            assembler().add(header, body, now, out);
        } else {
            out.accept(new Decoded.Frame(header, body));
        }
    }

    private PartAssembler assembler() {
        PartAssembler parts = assembler == null ? new PartAssembler(rules) : assembler;
        assembler = parts;
        return parts;
    }

    private static Decoded.Malformed malformed(FrameFault fault, String reason, Window window, int at) {
        return new Decoded.Malformed(fault, reason, window.hex(at, window.flagAt()));
    }

    private static Decoded kept(Decoded decoded) {
        return switch (decoded) {
            case Decoded.Frame(Header header, Body body) -> new Decoded.Frame(header, body.copy());
            case Decoded.Part(Header header, Body body) -> new Decoded.Part(header, body.copy());
            case Decoded.AttachmentData(String name, long offset, Body data) ->
                new Decoded.AttachmentData(name, offset, data.copy());
            case Decoded.Incomplete _, Decoded.Abandoned _, Decoded.Text _, Decoded.Malformed _ -> decoded;
        };
    }
}
