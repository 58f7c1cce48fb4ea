package org.motorpool.telematics.codec;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Puts split messages of a connection together; bounded in number, time, and memory over all of them. */
final class PartAssembler {
    private final FrameRules rules;
    /** In the order of their first part, so the oldest comes first. */
    private final Map<Key, Assembly> assemblies = new LinkedHashMap<>();

    private Instant nextDue = Instant.MAX;

    PartAssembler(FrameRules rules) {
        this.rules = rules;
    }

    /** Interleaved and restarted transfers of one message differ in the serial of the first part. */
    private record Key(String phone, int messageId, int total, int firstSerial) {
        static Key of(Header header) {
            return new Key(header.phone(), header.messageId(), header.splitTotal(), header.firstSerial());
        }
    }

    void add(Header header, Body body, Instant now, Consumer<Decoded> out) {
        Key key = Key.of(header);
        Assembly assembly = assemblies.get(key);
        if (assembly == null) {
            if (tooLong(header, body)) {
                out.accept(tooLong(header));
                return;
            }
            makeRoom(out);
            assembly = new Assembly(header, body, now, rules.assemblyDeadline());
            assemblies.put(key, assembly);
        }
        assembly.add(header, body, now);
        if (assembly.complete()) {
            assemblies.remove(key);
            out.accept(new Decoded.Frame(header, assembly.whole()));
        } else {
            out.accept(new Decoded.Part(header, body));
            ask(assembly, assembly.newGap(), out);
            nextDue = earlier(nextDue, assembly.nextDue());
            limitMemory(out);
        }
    }

    /** Asks for parts that are overdue, and gives up what waited too long. */
    void expire(Instant now, Consumer<Decoded> out) {
        if (now.isBefore(nextDue)) {
            return;
        }
        nextDue = Instant.MAX;
        Iterator<Assembly> all = assemblies.values().iterator();
        while (all.hasNext()) {
            Assembly assembly = all.next();
            if (assembly.expired(now)) {
                all.remove();
                out.accept(assembly.abandoned());
            } else {
                ask(assembly, assembly.overdue(now), out);
                nextDue = earlier(nextDue, assembly.nextDue());
            }
        }
    }

    int memory_bytes() {
        return assemblies.values().stream().mapToInt(Assembly::memory_bytes).sum();
    }

    boolean empty() {
        return assemblies.isEmpty();
    }

    private static void ask(Assembly assembly, List<Integer> missing, Consumer<Decoded> out) {
        if (!missing.isEmpty()) {
            out.accept(new Decoded.Incomplete(assembly.last(), missing));
        }
    }

    /** All parts but the last have the same length. */
    private boolean tooLong(Header header, Body body) {
        boolean tells = header.splitIndex() < header.splitTotal();
        return tells && (long) header.splitTotal() * body.length() > rules.maxAssembly_bytes();
    }

    private Decoded.Malformed tooLong(Header header) {
        String reason = "%d such parts are more than the %d bytes a split message may have";
        return new Decoded.Malformed(
                FrameFault.SPLIT, reason.formatted(header.splitTotal(), rules.maxAssembly_bytes()), "");
    }

    private void makeRoom(Consumer<Decoded> out) {
        if (assemblies.size() >= rules.maxAssemblies()) {
            giveUpOldest(out);
        }
    }

    private void limitMemory(Consumer<Decoded> out) {
        int memory_bytes = memory_bytes();
        while (memory_bytes > rules.maxAssembly_bytes()) {
            memory_bytes -= giveUpOldest(out).memory_bytes();
        }
    }

    void giveUp(Consumer<Decoded> out) {
        while (!assemblies.isEmpty()) {
            giveUpOldest(out);
        }
    }

    private Assembly giveUpOldest(Consumer<Decoded> out) {
        Iterator<Assembly> oldestFirst = assemblies.values().iterator();
        Assembly oldest = oldestFirst.next();
        oldestFirst.remove();
        out.accept(oldest.abandoned());
        return oldest;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
