package org.motorpool.telematics.simulator;

import java.time.Duration;
import java.time.Instant;
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
    private static final Duration HEARTBEAT = Duration.ofSeconds(60);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(15);
    private static final int MAX_RETRIES = 2;

    private final TerminalIdentity identity;
    private final PositionQueue positions;
    private final Progress progress;
    private final DownlinkAnswers answers;
    private @Nullable Link link;
    private State state = State.OFFLINE;
    private String code = "";
    private int serial;
    private int retries;
    private Instant lastSent = Instant.EPOCH;
    private Instant stateSince = Instant.EPOCH;
    private Uplink.@Nullable LocationReport latest;

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
        this.answers = new DownlinkAnswers(identity);
        this.positions = positions;
        this.progress = progress;
    }

    /** The reporting interval the platform has set; 0 while it has set none. Any thread may ask. */
    int interval_s() {
        return answers.findInterval_s().orElse(0);
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
        answers.answer(header, message, new Conversation(now));
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

    /** What this terminal does with what the platform says. */
    private final class Conversation implements DownlinkAnswers.Conversation {
        private final Instant now;

        Conversation(Instant now) {
            this.now = now;
        }

        @Override
        public void send(Uplink answer) {
            TerminalSession.this.send(answer, now);
        }

        @Override
        public void registered(Downlink.RegisterReply reply) {
            TerminalSession.this.registered(reply, now);
        }

        @Override
        public void replied(Downlink.GeneralReply reply) {
            TerminalSession.this.replied(reply, now);
        }

        /** It sends nothing that is longer than a frame. */
        @Override
        public boolean sendAgain(Downlink.ResendRequest request) {
            return false;
        }

        @Override
        public void show(String text) {
            progress.add(Progress.Kind.TEXTS_RECEIVED, 1);
        }

        @Override
        public Uplink.@Nullable LocationReport latest() {
            return latest;
        }
    }
}
