package org.motorpool.telematics.gateway;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.motorpool.telematics.codec.Uplink.Register;

/**
 * Which terminal belongs to which vehicle: read from memory, because event loops ask; written to the database first, on
 * one thread, so that memory and table change in the same order.
 */
@Singleton
class TerminalDirectory {

    private static final Logger LOG = Logger.getLogger(TerminalDirectory.class);
    private static final int SHUTDOWN_PRIORITY = 3500;
    private static final int SEEN_PERIOD_S = 5;

    private final TerminalStore store;
    private final GatewayConfig config;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Terminal> byPhone = new ConcurrentHashMap<>();
    private final Map<String, Instant> seen = new ConcurrentHashMap<>();
    private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("terminal-directory").factory());

    TerminalDirectory(TerminalStore store, GatewayConfig config) {
        this.store = store;
        this.config = config;
    }

    /** Blocking; before the first terminal connects. A command that came earlier knows better. */
    void load() throws SQLException {
        var unused = writer.scheduleWithFixedDelay(this::writeSeen, SEEN_PERIOD_S, SEEN_PERIOD_S, TimeUnit.SECONDS);
        store.listBound().forEach(terminal -> byPhone.putIfAbsent(terminal.phone(), terminal));
    }

    Optional<Terminal> findByPhone(String phone) {
        return Optional.ofNullable(byPhone.get(phone));
    }

    /** Completes with whether the terminal reported for another vehicle, or as another device, before. */
    CompletionStage<Boolean> bind(Terminal terminal) {
        return write(() -> {
            Terminal bound = store.bind(terminal, clock.instant());
            Terminal before = byPhone.put(bound.phone(), bound);
            return before != null && before.voidIn(bound);
        });
    }

    /** Completes with whether the terminal was bound to this vehicle. */
    CompletionStage<Boolean> unbind(String phone, UUID vehicleId) {
        return write(() -> {
            store.unbind(phone, vehicleId, clock.instant());
            Terminal before = byPhone.get(phone);
            return before != null && before.vehicleId().equals(vehicleId) && byPhone.remove(phone, before);
        });
    }

    /** Makes {@code code} the terminal's code; completes with false when its binding changed meanwhile. */
    CompletionStage<Boolean> register(Terminal terminal, Register registration, String code) {
        return write(() -> {
            Instant now = clock.instant();
            Terminal.Registration given = new Terminal.Registration(
                    registration.terminalId(), AuthCode.hash(code), now.plus(config.authCodeValidity()));
            boolean stored = store.register(terminal, given, registration, now);
            if (stored) {
                byPhone.put(terminal.phone(), terminal.with(given));
            }
            return stored;
        });
    }

    CompletionStage<Boolean> retire(Terminal terminal) {
        return write(() -> {
            store.retire(terminal.phone());
            byPhone.computeIfPresent(terminal.phone(), (_, known) -> known.with(null));
            return true;
        });
    }

    /** Notes that the terminal was there; written with the others of the same seconds. */
    void seen(Terminal terminal) {
        seen.put(terminal.phone(), clock.instant());
    }

    /** When the terminal was there last. Blocking. */
    Optional<Instant> findSeen(String phone) throws SQLException {
        Instant unwritten = seen.get(phone);
        return unwritten == null ? store.findSeen(phone) : Optional.of(unwritten);
    }

    private void writeSeen() {
        Map<String, Instant> batch = new HashMap<>();
        seen.keySet().forEach(phone -> batch.put(phone, seen.remove(phone)));
        if (!batch.isEmpty()) {
            try {
                store.seen(batch);
            } catch (SQLException e) {
                LOG.warnf("%d terminals are not noted as seen (%s): %s", batch.size(), e.getSQLState(), e.getMessage());
            }
        }
    }

    private CompletionStage<Boolean> write(Change change) {
        return CompletableFuture.supplyAsync(() -> apply(change), writer);
    }

    private static boolean apply(Change change) {
        try {
            return change.apply();
        } catch (SQLException e) {
            LOG.warnf("the table of terminals was not changed (%s): %s", e.getSQLState(), e.getMessage());
            throw new CompletionException(e);
        }
    }

    void stop(@Observes @Priority(SHUTDOWN_PRIORITY) ShutdownEvent event) {
        writer.execute(this::writeSeen);
        writer.close();
    }

    /** A change of table and memory. */
    private interface Change {
        boolean apply() throws SQLException;
    }
}
