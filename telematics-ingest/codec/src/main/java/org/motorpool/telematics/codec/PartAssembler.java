package org.motorpool.telematics.codec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts split messages together; bounded in number, size and time. */
final class PartAssembler {
    private final FrameRules rules;
    /** In the order of their first part, so the oldest comes first. */
    private final Map<Key, Assembly> assemblies = new LinkedHashMap<>();

    PartAssembler(FrameRules rules) {
        this.rules = rules;
    }

    /** Interleaved and restarted transfers of one message differ in the serial of the first part. */
    private record Key(String phone, int messageId, int total, int firstSerial) {
        static Key of(Header header) {
            return new Key(header.phone(), header.messageId(), header.splitTotal(), header.firstSerial());
        }
    }

    private static final class Assembly {
        private final @Nullable Body[] parts;
        private final Instant deadline;
        private Header last;
        private int got;
        private int bytes;

        Assembly(Header first, Instant deadline) {
            this.parts = new Body[first.splitTotal()];
            this.deadline = deadline;
            this.last = first;
        }

        void add(Header header, Body body) {
            last = header;
            int at = header.splitIndex() - 1;
            if (parts[at] == null) {
                parts[at] = body;
                got++;
                bytes += body.length();
            }
        }

        boolean complete() {
            return got == parts.length;
        }

        Body whole() {
            byte[] whole = new byte[bytes];
            int at = 0;
            for (Body part : parts) {
                if (part != null) {
                    part.copyTo(at, whole);
                    at += part.length();
                }
            }
            return Body.wrap(whole);
        }

        Decoded.Abandoned abandoned() {
            List<Integer> missing = new ArrayList<>();
            for (int i = 0; i < parts.length; i++) {
                if (parts[i] == null) {
                    missing.add(i + 1);
                }
            }
            return new Decoded.Abandoned(last, missing);
        }
    }

    void add(Header header, Body body, Instant now, Consumer<Decoded> out) {
        if (tooLong(header)) {
            out.accept(new Decoded.Malformed(
                    FrameFault.SPLIT,
                    "%d parts are more than the %d bytes a split message may have"
                            .formatted(header.splitTotal(), rules.maxAssembly_bytes()),
                    ""));
            return;
        }
        Key key = Key.of(header);
        Assembly assembly = assemblies.get(key);
        if (assembly == null) {
            makeRoom(out);
            assembly = new Assembly(header, now.plus(rules.assemblyDeadline()));
            assemblies.put(key, assembly);
        }
        assembly.add(header, body);
        if (assembly.complete()) {
            assemblies.remove(key);
            out.accept(new Decoded.Frame(header, assembly.whole()));
        } else {
            out.accept(new Decoded.Part(header, body));
        }
    }

    void expire(Instant now, Consumer<Decoded> out) {
        if (assemblies.isEmpty()) {
            return;
        }
        Iterator<Assembly> oldestFirst = assemblies.values().iterator();
        while (oldestFirst.hasNext()) {
            Assembly assembly = oldestFirst.next();
            if (now.isBefore(assembly.deadline)) {
                return;
            }
            oldestFirst.remove();
            out.accept(assembly.abandoned());
        }
    }

    boolean empty() {
        return assemblies.isEmpty();
    }

    private boolean tooLong(Header header) {
        return header.splitTotal() * (long) FrameEncoder.MAX_BODY_BYTES > rules.maxAssembly_bytes();
    }

    private void makeRoom(Consumer<Decoded> out) {
        if (assemblies.size() >= rules.maxAssemblies()) {
            Iterator<Assembly> oldestFirst = assemblies.values().iterator();
            out.accept(oldestFirst.next().abandoned());
            oldestFirst.remove();
        }
    }
}
