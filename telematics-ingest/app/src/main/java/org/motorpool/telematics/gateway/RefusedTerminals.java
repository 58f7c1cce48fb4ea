package org.motorpool.telematics.gateway;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.contract.TerminalApi.RefusedTerminal;

/**
 * The terminals that were refused lately and why (被拒终端), for who puts them into service. In memory only; beyond a
 * thousand numbers those that were quiet the longest give way. Thread-safe.
 */
@Singleton
class RefusedTerminals {

    static final int MOST = 1_000;

    private static final int TEXT_MAX = 64;
    /** Reasons that are about who the terminal is, not about what it says. */
    private static final Set<Refusal> ABOUT_IDENTITY = EnumSet.range(Refusal.UNKNOWN_TERMINAL, Refusal.FOREIGN_PHONE);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Map<Refusal, RefusedTerminal>> byPhone = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<Refusal, RefusedTerminal>> eldest) {
            return size() > MOST;
        }
    };

    /** Who was refused, from where, and what it said of itself when it tried to register. */
    record Attempt(String phone, String remote, Uplink.@Nullable Register said) {}

    void note(Attempt attempt, Refusal refusal, Instant now) {
        if (!ABOUT_IDENTITY.contains(refusal)) {
            return;
        }
        lock.lock();
        try {
            byPhone.computeIfAbsent(attempt.phone(), _ -> new EnumMap<>(Refusal.class))
                    .compute(refusal, (_, before) -> next(before, attempt, refusal, now));
        } finally {
            lock.unlock();
        }
    }

    /** All, the newest first. */
    List<RefusedTerminal> list() {
        lock.lock();
        try {
            List<RefusedTerminal> all = new ArrayList<>();
            byPhone.values().forEach(reasons -> all.addAll(reasons.values()));
            return newestFirst(all);
        } finally {
            lock.unlock();
        }
    }

    /** Those with this number, the newest first. */
    List<RefusedTerminal> list(String phone) {
        lock.lock();
        try {
            Map<Refusal, RefusedTerminal> reasons = byPhone.get(phone);
            return reasons == null ? List.of() : newestFirst(new ArrayList<>(reasons.values()));
        } finally {
            lock.unlock();
        }
    }

    private static List<RefusedTerminal> newestFirst(List<RefusedTerminal> refused) {
        refused.sort(Comparator.comparing(RefusedTerminal::lastAt).reversed());
        return refused;
    }

    private static RefusedTerminal next(
            @Nullable RefusedTerminal before, Attempt attempt, Refusal refusal, Instant now) {
        Uplink.Register said = attempt.said();
        return new RefusedTerminal(
                attempt.phone(),
                refusal.label(),
                before == null ? 1 : before.times() + 1,
                before == null ? now : before.firstAt(),
                now,
                attempt.remote(),
                said == null ? null : shortened(said.plate()),
                said == null ? null : shortened(said.terminalId()));
    }

    private static String shortened(String text) {
        return text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
    }
}
