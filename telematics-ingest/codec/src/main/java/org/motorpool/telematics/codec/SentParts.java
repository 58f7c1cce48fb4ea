package org.motorpool.telematics.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The last split messages that went out on a connection: the parts that the other side misses are sent again as they were,
 * with the same serials. Bounded in bytes and time; not thread-safe.
 */
public final class SentParts {
    private static final Duration KEPT = Duration.ofSeconds(60);

    private final int max_bytes;
    /** The oldest first. */
    private final Deque<Sent> messages = new ArrayDeque<>(1);

    private int bytes;

    /** The frames of a message one behind the other, and where each ends. */
    private record Sent(int firstSerial, Instant at, Body frames, List<Integer> ends) {}

    /**
     * @param max_bytes memory for the messages that are kept; a longer one is not kept
     */
    public SentParts(int max_bytes) {
        this.max_bytes = max_bytes;
    }

    /**
     * Keeps a message that was sent.
     *
     * @param frames what {@link FrameEncoder} wrote for it, nothing else
     */
    public void keep(int firstSerial, ByteBuf frames, Instant now) {
        expire(now);
        bytes += frames.readableBytes();
        messages.addLast(new Sent(firstSerial, now, Body.wrap(ByteBufUtil.getBytes(frames)), ends(frames)));
        while (bytes > max_bytes) {
            forgetOldest();
        }
    }

    /**
     * Appends the frames of these parts, from 1, to {@code out}.
     *
     * @return whether there were any: neither what was not kept nor what does not exist can be sent again
     */
    public boolean again(int firstSerial, List<Integer> indexes, ByteBuf out) {
        int before = out.writerIndex();
        Iterator<Sent> newestFirst = messages.descendingIterator();
        while (newestFirst.hasNext() && out.writerIndex() == before) {
            Sent message = newestFirst.next();
            if (message.firstSerial == firstSerial) {
                indexes.stream().distinct().forEach(index -> again(message, index, out));
            }
        }
        return out.writerIndex() > before;
    }

    public boolean empty() {
        return messages.isEmpty();
    }

    /** Forgets what nobody will ask for any more. */
    public void expire(Instant now) {
        while (!messages.isEmpty() && !now.isBefore(messages.getFirst().at.plus(KEPT))) {
            forgetOldest();
        }
    }

    private static void again(Sent message, int index, ByteBuf out) {
        if (index >= 1 && index <= message.ends.size()) {
            int from = index == 1 ? 0 : message.ends.get(index - 2);
            message.frames.writeTo(out, from, message.ends.get(index - 1));
        }
    }

    private void forgetOldest() {
        bytes -= messages.removeFirst().frames.length();
    }

    /** A flag ends a frame unless it begins one: every second does. */
    private static List<Integer> ends(ByteBuf frames) {
        byte flag = frames.getByte(frames.readerIndex());
        List<Integer> ends = new ArrayList<>();
        int at = 0;
        while (at < frames.readableBytes()) {
            at = frames.indexOf(frames.readerIndex() + at + 1, frames.writerIndex(), flag) + 1 - frames.readerIndex();
            ends.add(at);
        }
        return List.copyOf(ends);
    }
}
