package org.motorpool.telematics.gateway;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;
import org.motorpool.telematics.command.CommandOutcomes;
import org.motorpool.telematics.command.CommandQueue;
import org.motorpool.telematics.contract.TelematicsEvent;
import org.motorpool.telematics.contract.TelematicsEvent.CommandAnswered;
import org.motorpool.telematics.contract.TelematicsEvent.TerminalConnected;
import org.motorpool.telematics.contract.TelematicsEvent.TerminalDisconnected;
import org.motorpool.telematics.gateway.tap.Taps;

/** What all connections share. */
@Singleton
class Gateway implements CommandOutcomes {

    private static final Logger LOG = Logger.getLogger(Gateway.class);

    private final GatewayConfig config;
    private final TerminalDirectory directory;
    private final EventLog eventLog;
    private final GatewayMetrics metrics;
    private final EventIds ids;
    private final Sessions sessions;
    /** Looked up late, because commands tell their outcome through the gateway. */
    private final Instance<CommandQueue> commands;

    private final Watch watch;
    private final LoopInboxes inboxes;
    private final MediaDesk mediaDesk;
    private final SessionLogic logic;
    private final Backpressure backpressure;
    private final RefusedTerminals refusedTerminals;
    private final Taps taps;
    private final Clock clock = Clock.systemUTC();

    Gateway(
            GatewayConfig config,
            TerminalDirectory directory,
            EventLog eventLog,
            GatewayMetrics metrics,
            EventIds ids,
            Sessions sessions,
            Instance<CommandQueue> commands,
            Watch watch,
            LoopInboxes inboxes,
            RefusedTerminals refusedTerminals,
            Taps taps,
            MediaDesk mediaDesk) {
        this.config = config;
        this.directory = directory;
        this.eventLog = eventLog;
        this.metrics = metrics;
        this.ids = ids;
        this.sessions = sessions;
        this.commands = commands;
        this.watch = watch;
        this.inboxes = inboxes;
        this.mediaDesk = mediaDesk;
        this.logic = new SessionLogic(directory::findByPhone, sessions::connected, ids, config.malformedMax());
        this.backpressure = new Backpressure(config.unacknowledgedTotal());
        this.refusedTerminals = refusedTerminals;
        this.taps = taps;
        metrics.watch("positions.waiting", backpressure::waiting);
        metrics.watch("connections.authenticated", sessions::size);
    }

    GatewayConfig config() {
        return config;
    }

    TerminalDirectory directory() {
        return directory;
    }

    GatewayMetrics metrics() {
        return metrics;
    }

    Backpressure backpressure() {
        return backpressure;
    }

    Sessions sessions() {
        return sessions;
    }

    CommandQueue commands() {
        return commands.get();
    }

    Watch watch() {
        return watch;
    }

    LoopInboxes inboxes() {
        return inboxes;
    }

    MediaDesk mediaDesk() {
        return mediaDesk;
    }

    SessionLogic logic() {
        return logic;
    }

    RefusedTerminals refusedTerminals() {
        return refusedTerminals;
    }

    Taps taps() {
        return taps;
    }

    /** The time in milliseconds, for what is measured against a limit. */
    long millis() {
        return clock.millis();
    }

    /** Event times are whole milliseconds, so that every store and every wire form keeps them. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Hands events to the log; a log that throws is a log that failed. */
    CompletionStage<Void> append(List<TelematicsEvent> events) {
        CompletionStage<Void> appended = tryAppend(events);
        return appended.whenComplete((_, failure) -> {
            if (failure != null) {
                metrics.appendFailed();
                LOG.warnf("events did not become durable count=%d cause=\"%s\"", events.size(), failure.getMessage());
            }
        });
    }

    private CompletionStage<Void> tryAppend(List<TelematicsEvent> events) {
        try {
            return eventLog.append(events);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    CompletionStage<Void> connected(Terminal terminal, int protocolVersion) {
        return append(List.of(
                new TerminalConnected(ids.get(), terminal.vehicleId(), now(), terminal.phone(), protocolVersion)));
    }

    CompletionStage<Void> disconnected(Terminal terminal, String reason) {
        return append(
                List.of(new TerminalDisconnected(ids.get(), terminal.vehicleId(), now(), terminal.phone(), reason)));
    }

    @Override
    public void turnedOut(UUID vehicleId, UUID commandId, int result, List<String> details) {
        var unused = answered(vehicleId, commandId, result, details);
    }

    CompletionStage<Void> answered(UUID vehicleId, UUID commandId, int result, List<String> details) {
        return append(List.of(new CommandAnswered(ids.get(), vehicleId, now(), commandId, result, details)));
    }
}
