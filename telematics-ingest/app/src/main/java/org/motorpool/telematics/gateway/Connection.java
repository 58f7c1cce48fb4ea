package org.motorpool.telematics.gateway;

import io.micrometer.core.instrument.Timer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Address;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.FrameEncoder;
import org.motorpool.telematics.codec.FrameFault;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.command.CommandQueue;
import org.motorpool.telematics.command.Courier;
import org.motorpool.telematics.command.Response;

/** One TCP connection: carries out what {@link SessionLogic} decides. Lives on its channel's event loop. */
final class Connection {

    private static final int SERIALS = 1 << 16;
    /** Most of what is sent is a general reply of some 25 bytes; a longer message makes its buffer grow. */
    private static final int ANSWER_BYTES = 64;

    private final Channel channel;
    private final Gateway gateway;
    private final Sessions sessions;
    private final SessionLogic logic;
    private final CommandQueue commands;
    /** Set while the terminal counts as connected; taken by whoever ends that. */
    private final AtomicReference<@Nullable Terminal> admitted = new AtomicReference<>();

    private Session session = Session.FRESH;
    private @Nullable Address address;
    private @Nullable String issuedCode;
    /** Null until there is a command for the terminal, as most connections never see one. */
    private @Nullable Courier courier;

    private int nextSerial;
    private int unacknowledged;
    private boolean closing;

    Connection(Channel channel, Gateway gateway, Sessions sessions, CommandQueue commands) {
        this.channel = channel;
        this.gateway = gateway;
        this.sessions = sessions;
        this.commands = commands;
        this.logic = gateway.logic(sessions::connected);
    }

    void receive(Decoded decoded) {
        if (closing) {
            return;
        }
        switch (decoded) {
            case Decoded.Frame frame -> {
                gateway.metrics().message();
                address = frame.header().address();
            }
            case Decoded.Part part -> address = part.header().address();
            case Decoded.Incomplete _,
                    Decoded.Abandoned _,
                    Decoded.Text _,
                    Decoded.AttachmentData _,
                    Decoded.Malformed _ -> {}
        }
        Reaction reaction = logic.on(session, decoded, gateway.now());
        session = reaction.session();
        reaction.effects().forEach(this::perform);
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Answer(Downlink message) -> send(message);
            case Effect.AnswerText(String text) -> send(text);
            case Effect.Publish publish -> publish(publish);
            case Effect.IssueCode issue -> issueCode(issue);
            case Effect.Admit(Terminal terminal, int protocolVersion) -> admit(terminal, protocolVersion);
            case Effect.Retire retire -> retire(retire);
            case Effect.SettleCommand(Response response) -> respond(response);
            case Effect.Count(Refusal refusal) -> gateway.metrics().refused(refusal);
            case Effect.CountMalformed(FrameFault fault) -> gateway.metrics().malformed(fault);
            case Effect.Close(String reason) -> close(reason);
        }
    }

    private void publish(Effect.Publish publish) {
        Timer.Sample sample = gateway.metrics().start();
        unacknowledged += publish.positions();
        gateway.backpressure().add(publish.positions());
        gateway.append(publish.events()).whenComplete((_, failure) -> {
            gateway.backpressure().release(publish.positions());
            channel.eventLoop().execute(() -> published(publish, failure == null, sample));
        });
        pauseIfFull();
    }

    private void published(Effect.Publish publish, boolean durable, Timer.Sample sample) {
        unacknowledged -= publish.positions();
        if (durable) {
            publish.answers().forEach(this::send);
            gateway.metrics().acknowledged(sample);
        } else {
            // the alarms of this position are lost with it: let them rise again with the next
            session = session.withAlarmBits(0);
        }
        resumeIfRoom();
    }

    private void pauseIfFull() {
        boolean total = gateway.backpressure().full();
        if (total || unacknowledged >= gateway.config().unacknowledgedPerConnection()) {
            channel.config().setAutoRead(false);
        }
        if (total) {
            gateway.backpressure().whenRoom(() -> channel.eventLoop().execute(this::resumeIfRoom));
        }
    }

    /** Reads on, unless too much waits: for durability, or for the terminal to take it. On the event loop only. */
    void resumeIfRoom() {
        if (channel.config().isAutoRead() || !channel.isWritable()) {
            return;
        }
        if (gateway.backpressure().full()) {
            gateway.backpressure().whenRoom(() -> channel.eventLoop().execute(this::resumeIfRoom));
        } else if (unacknowledged <= gateway.config().unacknowledgedPerConnection() / 2) {
            channel.config().setAutoRead(true);
        }
    }

    /** A terminal that repeats its registration, because our answer was late, gets the same code again. */
    private void issueCode(Effect.IssueCode issue) {
        String code = issuedCode == null ? AuthCode.random() : issuedCode;
        issuedCode = code;
        gateway.directory()
                .register(issue.terminal(), issue.registration(), code)
                .whenComplete((stored, failure) -> channel.eventLoop().execute(() -> {
                    // no answer when the database failed: the terminal asks again
                    if (failure == null) {
                        send(
                                stored
                                        ? new Downlink.RegisterReply(issue.answeredSerial(), SessionLogic.OK, code)
                                        : new Downlink.RegisterReply(issue.answeredSerial(), 4, ""));
                    }
                }));
    }

    private void retire(Effect.Retire retire) {
        issuedCode = null;
        gateway.directory().retire(retire.terminal()).whenComplete((_, failure) -> channel.eventLoop()
                .execute(() -> {
                    // no answer when the database failed: the terminal asks again
                    if (failure == null) {
                        send(retire.answer());
                        close("logged out");
                    }
                }));
    }

    private void admit(Terminal terminal, int protocolVersion) {
        sessions.admit(terminal, this, () -> {
            admitted.set(terminal);
            gateway.connected(terminal, protocolVersion);
        });
        gateway.directory().seen(terminal);
        if (!channel.isActive()) {
            end("connection lost");
        } else if (commands.waitsFor(terminal.vehicleId())) {
            callCourier();
        }
    }

    /** There may be commands for the terminal. Any thread may call. */
    void callCourier() {
        channel.eventLoop().execute(() -> courier().ifPresent(Courier::call));
    }

    private void respond(Response response) {
        courier().ifPresent(known -> known.respond(response));
    }

    /** Empty unless the terminal is there. */
    private Optional<Courier> courier() {
        Terminal terminal = session.terminal();
        if (courier == null && terminal != null && !closing && channel.isActive()) {
            courier = new Courier(terminal.vehicleId(), commands, new CommandWire());
        }
        return Optional.ofNullable(courier);
    }

    private void send(Downlink message) {
        nextSerial = (nextSerial + write(message, nextSerial)) % SERIALS;
    }

    /** Writes the message under this serial and the following; answers the number of its frames. */
    private int write(Downlink message, int serial) {
        Address to = address;
        if (to == null || !channel.isActive()) {
            return 0;
        }
        ByteBuf out = channel.alloc().buffer(ANSWER_BYTES);
        int frames = FrameEncoder.encode(message, to, serial, out);
        var unused = channel.writeAndFlush(out, channel.voidPromise());
        return frames;
    }

    private void send(String text) {
        var unused = channel.writeAndFlush(ByteBufUtil.writeAscii(channel.alloc(), text), channel.voidPromise());
    }

    boolean authenticated() {
        return session.terminal() != null;
    }

    /** Sends what is written, then closes; a terminal that does not take it is not waited for long. On the event loop only. */
    void close(String reason) {
        closing = true;
        announceEnd(reason);
        ChannelFuture sent = channel.writeAndFlush(channel.alloc().buffer(0)).addListener(ChannelFutureListener.CLOSE);
        if (!sent.isDone()) {
            long wait_ms = gateway.config().writeTimeout().toMillis();
            var unused = channel.eventLoop().schedule(() -> channel.close(), wait_ms, TimeUnit.MILLISECONDS);
        }
    }

    /** Ends the connection from outside; any thread may call. */
    void end(String reason) {
        announceEnd(reason);
        channel.eventLoop().execute(() -> close(reason));
    }

    /** The channel is closed: nothing more will come. */
    void gone() {
        announceEnd("connection lost");
        if (courier != null) {
            courier.leave();
        }
    }

    private void announceEnd(String reason) {
        Terminal terminal = admitted.getAndSet(null);
        if (terminal != null) {
            sessions.remove(terminal, this);
            gateway.disconnected(terminal, reason);
            gateway.directory().seen(terminal);
        }
    }

    /** The connection as the courier knows it. */
    private final class CommandWire implements Courier.Wire {

        @Override
        public ProtocolVersion version() {
            return address == null ? ProtocolVersion.V2013 : address.version();
        }

        @Override
        public Courier.Sent send(Downlink message) {
            int serial = nextSerial;
            Connection.this.send(message);
            return new Courier.Sent(serial, Math.max(1, Math.floorMod(nextSerial - serial, SERIALS)));
        }

        @Override
        public void repeat(Downlink message, int serial) {
            write(message, serial);
        }

        @Override
        public void execute(Runnable task) {
            channel.eventLoop().execute(task);
        }

        @Override
        public Future<?> schedule(Runnable task, Duration delay) {
            return channel.eventLoop().schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
