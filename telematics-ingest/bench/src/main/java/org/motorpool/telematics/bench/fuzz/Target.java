package org.motorpool.telematics.bench.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PoolArenaMetric;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.PrintStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.motorpool.telematics.codec.Address;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.DownlinkDecoder;
import org.motorpool.telematics.codec.Explain;
import org.motorpool.telematics.codec.FrameDecoder;
import org.motorpool.telematics.codec.FrameEncoder;
import org.motorpool.telematics.codec.FrameRules;
import org.motorpool.telematics.codec.Message;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.codec.UplinkDecoder;

/** The codec under fire: takes inputs in, and keeps count of what came of them and of what should not have happened. */
final class Target {
    private static final int SHOWN_EXCEPTIONS = 20;
    private static final int EXPLAINED = 32;
    private static final int WRITTEN = 16;
    private static final int CONNECTION_INPUTS = 1000;
    private static final int TICK_ms = 5;
    /** What a decoder may keep: split messages, an unfinished frame, and an array that was made for a longer one. */
    private static final int KEPT_MAX_BYTES =
            FrameRules.STRICT.maxAssembly_bytes() + 2 * FrameRules.STRICT.maxFrame_bytes();

    private final PooledByteBufAllocator allocator = new PooledByteBufAllocator(true);
    private FrameDecoder strict = new FrameDecoder(FrameRules.STRICT);
    private FrameDecoder lenient = new FrameDecoder(FrameRules.LENIENT);
    private final Outcomes outcomes = new Outcomes();
    private final PrintStream progress;
    private Instant now = Instant.parse("2026-11-23T02:00:00Z");
    private long inputs;
    private long exceptions;
    private long leaks;
    private int kept_bytes;
    private int looked;

    /** Shows the first inputs that went wrong on {@code progress}. */
    Target(PrintStream progress) {
        this.progress = progress;
    }

    /** Answers whether something happened that had not happened before. */
    boolean take(Input input) {
        inputs++;
        now = now.plusMillis(TICK_ms);
        outcomes.begin();
        byte[] wire = input.wire();
        try {
            decode(decoder(input), wire, input.cuts());
            if (inputs % EXPLAINED == 0) {
                Explain.frame(HexFormat.of().formatHex(wire));
            }
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            exceptions++;
            show(input, e);
        }
        return outcomes.isNew();
    }

    private FrameDecoder decoder(Input input) {
        FrameRules rules = input.has(Input.LENIENT) ? FrameRules.LENIENT : FrameRules.STRICT;
        if (input.has(Input.ALONE) || input.has(Input.ALTERNATIVE)) {
            return new FrameDecoder(rules);
        }
        if (inputs % CONNECTION_INPUTS == 0) { // a packet of an attachment may have swallowed the last hundred
            strict = new FrameDecoder(FrameRules.STRICT);
            lenient = new FrameDecoder(FrameRules.LENIENT);
        }
        return input.has(Input.LENIENT) ? lenient : strict;
    }

    private void decode(FrameDecoder decoder, byte[] wire, int cuts) {
        SplittableRandom random = new SplittableRandom(cuts);
        int at = 0;
        while (at < wire.length) {
            int length = cuts == 0 ? wire.length : Math.min(wire.length - at, 1 + random.nextInt(1 + cuts));
            segment(decoder, wire, at, length);
            at += length;
        }
        kept_bytes = Math.max(kept_bytes, decoder.kept_bytes());
        if (decoder.kept_bytes() > KEPT_MAX_BYTES) {
            throw new IllegalStateException(
                    "a decoder keeps %d bytes, may keep %d".formatted(decoder.kept_bytes(), KEPT_MAX_BYTES));
        }
    }

    private void segment(FrameDecoder decoder, byte[] wire, int from, int length) {
        ByteBuf in = allocator.directBuffer(length).writeBytes(wire, from, length);
        try {
            decoder.lend(in, now, this::decoded);
        } finally {
            leaks += in.refCnt() == 1 ? 0 : 1;
            in.release();
        }
    }

    private void decoded(Decoded decoded) {
        outcomes.add(decoded);
        if (decoded instanceof Decoded.Frame(var header, var body)) {
            Uplink uplink = UplinkDecoder.decode(header, body);
            outcomes.add(header, uplink);
            Message downlink = DownlinkDecoder.decode(header, body);
            outcomes.add(header, downlink);
            if (inputs % WRITTEN == 0) {
                write(header.uplink() ? uplink : downlink, header.address());
            }
        }
    }

    /** Whatever can be read can be written, and looked at. */
    private void write(Message message, Address address) {
        ByteBuf out = allocator.directBuffer();
        try {
            FrameEncoder.encode(message, address, 0, out);
        } finally {
            out.release();
        }
        looked ^= message.hashCode() ^ message.toString().length();
    }

    private void show(Input input, Throwable thrown) {
        if (exceptions <= SHOWN_EXCEPTIONS) {
            progress.printf("✗ %s%n", HexFormat.of().formatHex(input.bytes()));
            thrown.printStackTrace(progress);
        }
    }

    long exceptions() {
        return exceptions;
    }

    /** Adds what there is to tell; {@code before} is the heap without a search. */
    void put(ObjectNode json, int seeds, Heap before) {
        json.put("exceptions", exceptions).put("seeds", seeds);
        outcomes.put(json.putObject("outcomes"));
        json.put("heap_growth_mb", Heap.now().growth_mb(before))
                .put("kept_bytes", kept_bytes)
                .put("leaks", leaks + inUse());
    }

    /** Buffers that nobody gave back. */
    private long inUse() {
        return active(allocator.metric().directArenas())
                + active(allocator.metric().heapArenas());
    }

    private static long active(List<PoolArenaMetric> arenas) {
        return arenas.stream().mapToLong(PoolArenaMetric::numActiveAllocations).sum();
    }
}
