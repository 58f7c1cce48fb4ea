package org.motorpool.telematics.simulator.terminal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.DownlinkDecoder;
import org.motorpool.telematics.codec.FrameEncoder;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.SentParts;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.simulator.DownlinkAnswers;
import org.motorpool.telematics.simulator.Place;

/** One terminal that sends what it is told to, and answers the platform as a good terminal does. Thread-safe. */
final class DrivenTerminal implements Link.Listener {
    private static final int AUTHENTICATE = 0x0102;
    private static final int LOGOUT = 0x0003;
    private static final int REGISTER = 0x0100;
    private static final int ALARM_NOTED = 4;
    private static final int INTERVAL_S = 5;
    private static final int SENT_PARTS_BYTES = 1 << 20;

    private final TerminalOptions options;
    private final Transcript transcript;
    private final Outcome outcome;
    private final InstantSource clock;
    private final Instruments instruments = new Instruments();
    private final DownlinkAnswers answers;
    private final Conversation conversation = new Conversation();
    private final Wire wire;
    private final Unanswered unanswered = new Unanswered();
    private final SentParts sentParts = new SentParts(SENT_PARTS_BYTES);
    private final Heard heard = new Heard();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Uplink.@Nullable LocationReport latest;
    private String code = "";
    private Instant lastSent = Instant.EPOCH;
    private boolean online;
    private int serial;

    DrivenTerminal(TerminalOptions options, Transcript transcript, Outcome outcome, InstantSource clock) {
        this.options = options;
        this.answers = new DownlinkAnswers(options.identity());
        this.transcript = transcript;
        this.outcome = outcome;
        this.clock = clock;
        this.wire = new Wire(options, transcript, outcome);
    }

    void connect() {
        locked(() -> wire.open(this) != null);
    }

    void disconnect() {
        locked(() -> {
            if (wire.close()) {
                end();
            }
            return true;
        });
    }

    void register() {
        locked(() -> transmit(options.identity().register()));
    }

    /** With the code of the registration when {@code given} is empty; waits for it when it is under way. */
    void authenticate(String given, Duration patience) throws InterruptedException {
        await(patience, () -> !given.isEmpty() || !code.isEmpty() || !unanswered.has(REGISTER));
        locked(() -> {
            String known = given.isEmpty() ? code : given;
            if (known.isEmpty()) {
                outcome.failure("没有鉴权码，请先 register 或 auth CODE / no code: register first, or auth CODE");
                return false;
            }
            return transmit(options.identity().authenticate(known));
        });
    }

    void send(Uplink message) {
        locked(() -> transmit(message));
    }

    /** Sends bytes as they are; no answer is expected. */
    void sendRaw(byte[] bytes) {
        locked(() -> write(bytes));
    }

    void move(Place to, double speed_kmh, int heading_deg) {
        locked(() -> {
            instruments.move(to, speed_kmh, heading_deg);
            return report();
        });
    }

    void alarm(int bit, boolean on) {
        locked(() -> {
            instruments.alarm(bit, on);
            return report();
        });
    }

    /** Positions of the past, as after a blind zone. */
    void batch(int count) {
        locked(() -> transmit(new Uplink.LocationBatch(1, count, instruments.past(count, clock.instant()), "")));
    }

    /** Seconds between positions: as the platform has set them, else five. */
    int interval_s() {
        return locked(() -> answers.findInterval_s().orElse(INTERVAL_S));
    }

    /** Whether the platform sent the message, counted from what the last call found; false when the time is over. */
    boolean await(int messageId, Duration patience) throws InterruptedException {
        return await(patience, () -> heard.has(messageId) || wire.closed()) && locked(() -> heard.pass(messageId));
    }

    /** Waits until the platform has answered everything, and tells what it has not. */
    void settle(Duration patience) throws InterruptedException {
        await(patience, unanswered::none);
        locked(this::tellUnanswered);
    }

    /** Lets time pass: a terminal that was silent for too long sends a heartbeat. */
    void tick() {
        locked(() -> {
            Duration most = options.heartbeat();
            Duration silent = Duration.between(lastSent, clock.instant());
            return online && most.isPositive() && silent.compareTo(most) >= 0 && transmit(new Uplink.Heartbeat(""));
        });
    }

    @Override
    public void received(byte[] bytes) {
        locked(() -> {
            transcript.received(bytes).forEach(this::received);
            changed.signalAll();
            return true;
        });
    }

    @Override
    public void ended(Link closed) {
        locked(() -> {
            if (wire.ended(closed)) {
                end();
            }
            return true;
        });
    }

    private void end() {
        online = false;
        outcome.note("连接已断开 / the connection ended");
        tellUnanswered();
        changed.signalAll();
    }

    private void received(Decoded decoded) {
        switch (decoded) {
            case Decoded.Frame(Header header, var body) -> {
                heard.add(header.messageId());
                answers.answer(header, DownlinkDecoder.decode(header, body), conversation);
            }
            case Decoded.Part _,
                    Decoded.Incomplete _,
                    Decoded.Abandoned _,
                    Decoded.Text _,
                    Decoded.AttachmentData _ -> {}
            case Decoded.Malformed malformed ->
                outcome.failure("平台发来的不是帧 / the platform sent no frame: " + malformed.reason());
        }
    }

    private boolean report() {
        Uplink.LocationReport report = instruments.report(clock.instant());
        latest = report;
        return transmit(report);
    }

    private boolean transmit(Uplink message) {
        ByteBuf out = Unpooled.buffer();
        int first = serial;
        int frames = FrameEncoder.encode(message, options.identity().address(), first, out);
        byte[] bytes = ByteBufUtil.getBytes(out);
        serial = first + frames & 0xffff;
        if (frames > 1) {
            sentParts.keep(first, out, clock.instant());
        }
        boolean sent = write(bytes);
        if (sent) {
            unanswered.add(first + frames - 1 & 0xffff, (bytes[1] & 0xff) << 8 | bytes[2] & 0xff);
        }
        return sent;
    }

    private boolean write(byte[] bytes) {
        lastSent = clock.instant();
        return wire.write(bytes, this);
    }

    private boolean tellUnanswered() {
        for (String message : unanswered.drain()) {
            outcome.failure("未应答 / not answered: " + message);
        }
        return true;
    }

    private boolean await(Duration patience, BooleanSupplier condition) throws InterruptedException {
        lock.lock();
        try {
            long left_ns = patience.toNanos();
            while (!condition.getAsBoolean() && left_ns > 0) {
                left_ns = changed.awaitNanos(left_ns);
            }
            return condition.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** What this terminal does with what the platform says. */
    private final class Conversation implements DownlinkAnswers.Conversation {
        @Override
        public void send(Uplink answer) {
            transmit(answer);
        }

        @Override
        public void registered(Downlink.RegisterReply reply) {
            unanswered.remove(reply.answeredSerial());
            if (reply.result() == 0) {
                code = reply.code();
            } else {
                outcome.failure("注册被拒绝 / the registration was refused: result " + reply.result());
            }
        }

        @Override
        public void replied(Downlink.GeneralReply reply) {
            unanswered.remove(reply.answeredSerial());
            if (reply.result() != 0 && reply.result() != ALARM_NOTED) {
                outcome.failure("0x%04X 被拒绝 / was refused: result %d".formatted(reply.answeredId(), reply.result()));
            } else if (reply.answeredId() == AUTHENTICATE || reply.answeredId() == LOGOUT) {
                online = reply.answeredId() == AUTHENTICATE;
            }
        }

        @Override
        public boolean sendAgain(Downlink.ResendRequest request) {
            boolean any = false;
            for (int index : request.indexes()) {
                ByteBuf part = Unpooled.buffer();
                any |= sentParts.again(request.firstSerial(), List.of(index), part)
                        && write(ByteBufUtil.getBytes(part));
            }
            return any;
        }

        @Override
        public void show(String text) {
            outcome.note("文本 / text: " + text);
        }

        @Override
        public Uplink.@Nullable LocationReport latest() {
            return latest;
        }
    }
}
