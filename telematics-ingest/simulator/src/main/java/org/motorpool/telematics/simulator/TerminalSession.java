package org.motorpool.telematics.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.Uplink;

/**
 * What a terminal says on its connections: registers, authenticates, reports, answers. Not thread-safe; time and
 * socket are handed in.
 */
final class TerminalSession {
    private static final int LOCATION_REPORT = 0x0200;
    private static final int AUTHENTICATE = 0x0102;
    private static final int DEFAULT_REPORT_INTERVAL = 0x0029;
    private static final Duration HEARTBEAT = Duration.ofSeconds(60);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(15);
    private static final int MAX_RETRIES = 2;

    private final TerminalIdentity identity;
    private final PositionQueue positions;
    private final Progress progress;
    private @Nullable Link link;
    private State state = State.OFFLINE;
    private String code = "";
    private int serial;
    private int retries;
    private Instant lastSent = Instant.EPOCH;
    private Instant stateSince = Instant.EPOCH;
    private Uplink.@Nullable LocationReport latest;
    private volatile int interval_s;

    /** A connection to the gateway. */
    interface Link {
        void send(Uplink message, int serial);

        void close(String reason);
    }

    private enum State {
        OFFLINE,
        REGISTERING,
        AUTHENTICATING,
        ONLINE
    }

    TerminalSession(TerminalIdentity identity, PositionQueue positions, Progress progress) {
        this.identity = identity;
        this.positions = positions;
        this.progress = progress;
    }

    /** The reporting interval the platform has set; 0 while it has set none. Any thread may ask. */
    int interval_s() {
        return interval_s;
    }

    boolean online() {
        return state == State.ONLINE;
    }

    void connected(Link newLink, Instant now) {
        link = newLink;
        positions.resend();
        retries = 0;
        if (code.isEmpty()) {
            enter(State.REGISTERING, now);
            send(identity.register(), now);
        } else {
            enter(State.AUTHENTICATING, now);
            send(identity.authenticate(code), now);
        }
    }

    void disconnected() {
        if (state == State.ONLINE) {
            progress.add(Progress.Kind.TERMINALS_ONLINE, -1);
        }
        state = State.OFFLINE;
        link = null;
    }

    void report(Uplink.LocationReport report, Instant now) {
        latest = report;
        if (!positions.add(report)) {
            progress.add(Progress.Kind.POSITIONS_DROPPED, 1);
        }
        flush(now);
    }

    void received(Header header, Downlink message, Instant now) {
        switch (message) {
            case Downlink.RegisterReply reply -> registered(reply, now);
            case Downlink.GeneralReply reply -> replied(reply, now);
            case Downlink.LocateNow() -> locate(header, now);
            case Downlink.SetParameters set -> setParameters(header, set, now);
            case Downlink.SendText _ -> {
                progress.add(Progress.Kind.TEXTS_RECEIVED, 1);
                respond(header, 0, now);
            }
            case Downlink.ResendRequest _, Downlink.Unmodelled _ -> respond(header, 3, now);
            case Downlink.Malformed _ -> respond(header, 2, now);
        }
    }

    /** Lets time pass: heartbeats, and what to do about answers that do not come. */
    void tick(Instant now) {
        switch (state) {
            case OFFLINE -> {}
            case REGISTERING, AUTHENTICATING -> {
                if (!now.isBefore(stateSince.plus(ANSWER_PATIENCE))) {
                    close("no answer to registration");
                }
            }
            case ONLINE -> {
                retryOverdue(now);
                if (!now.isBefore(lastSent.plus(HEARTBEAT))) {
                    send(new Uplink.Heartbeat(""), now);
                }
            }
        }
    }

    private void retryOverdue(Instant now) {
        if (!positions.overdue(now)) {
            return;
        }
        if (retries == MAX_RETRIES) {
            close("positions are not acknowledged");
            return;
        }
        retries++;
        progress.add(Progress.Kind.POSITIONS_RESENT, 1);
        positions.resend();
        flush(now);
    }

    private void registered(Downlink.RegisterReply reply, Instant now) {
        if (state != State.REGISTERING) {
            return;
        }
        if (reply.result() != 0) {
            progress.add(Progress.Kind.REGISTRATIONS_REFUSED, 1);
            close("registration refused with result " + reply.result());
            return;
        }
        code = reply.code();
        enter(State.AUTHENTICATING, now);
        send(identity.authenticate(code), now);
    }

    private void replied(Downlink.GeneralReply reply, Instant now) {
        if (reply.answeredId() == AUTHENTICATE && state == State.AUTHENTICATING) {
            authenticated(reply.result(), now);
        } else if (reply.answeredId() == LOCATION_REPORT) {
            positionAnswered(reply, now);
        }
    }

    private void authenticated(int result, Instant now) {
        if (result != 0) {
            code = "";
            close("authentication refused with result " + result);
            return;
        }
        enter(State.ONLINE, now);
        progress.add(Progress.Kind.TERMINALS_ONLINE, 1);
        flush(now);
    }

    /** Result 1 means "not now": the position stays and is sent again when its time is over. */
    private void positionAnswered(Downlink.GeneralReply reply, Instant now) {
        if (reply.result() != 1 && positions.acknowledge(reply.answeredSerial())) {
            retries = 0;
            progress.add(Progress.Kind.POSITIONS_ACKNOWLEDGED, 1);
            flush(now);
        }
    }

    private void locate(Header header, Instant now) {
        Uplink.LocationReport report = latest;
        if (report == null) {
            respond(header, 1, now);
        } else {
            send(new Uplink.LocationAnswer(header.serial(), report), now);
        }
    }

    private void setParameters(Header header, Downlink.SetParameters set, Instant now) {
        List<Downlink.Parameter> unknown = set.parameters().stream()
                .filter(parameter -> parameter.id() != DEFAULT_REPORT_INTERVAL
                        || parameter.valueHex().length() != 8)
                .toList();
        if (!unknown.isEmpty()) {
            respond(header, 3, now);
            return;
        }
        set.parameters().forEach(parameter -> interval_s = (int) Math.clamp(parameter.number(), 1, 3600));
        respond(header, 0, now);
    }

    private void respond(Header header, int result, Instant now) {
        send(new Uplink.GeneralResponse(header.serial(), header.messageId(), result), now);
    }

    private void flush(Instant now) {
        if (state != State.ONLINE) {
            return;
        }
        for (PositionQueue.Due due : positions.due(now)) {
            due.sent(send(due.report(), now));
        }
    }

    private int send(Uplink message, Instant now) {
        int used = serial;
        Link open = link;
        if (open != null) {
            serial = serial + 1 & 0xffff;
            lastSent = now;
            open.send(message, used);
        }
        return used;
    }

    private void close(String reason) {
        Link open = link;
        if (open != null) {
            open.close(reason);
        }
    }

    private void enter(State next, Instant now) {
        state = next;
        stateSince = now;
    }
}
