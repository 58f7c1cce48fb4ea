package org.motorpool.telematics.gateway;

import io.micrometer.core.instrument.Timer;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Address;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.FrameEncoder;
import org.motorpool.telematics.codec.FrameFault;

/** One TCP connection: carries out what {@link SessionLogic} decides. Lives on its channel's event loop. */
final class Connection {

    private static final int SERIALS = 1 << 16;
    /** Most of what is sent is a general reply of some 25 bytes; a longer message makes its buffer grow. */
    private static final int ANSWER_BYTES = 64;

    private final Channel channel;
    private final Gateway gateway;
    private final Sessions sessions;
    private final SessionLogic logic;
    private final PendingCommands commands = new PendingCommands();
    /** Set while the terminal counts as connected; taken by whoever ends that. */
    private final AtomicReference<@Nullable Terminal> admitted = new AtomicReference<>();

    private Session session = Session.FRESH;
    private @Nullable Address address;
    private @Nullable String issuedCode;
    private int nextSerial;
    private int unacknowledged;
    private boolean closing;

    Connection(Channel channel, Gateway gateway, Sessions sessions) {
        this.channel = channel;
        this.gateway = gateway;
        this.sessions = sessions;
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
            case Effect.SettleCommand(int serial, int result) -> settle(serial, result);
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
        }
    }

    /** Sends a command; its answer, or that there was none, becomes an event. Any thread may call. */
    void command(UUID vehicleId, UUID commandId, Downlink message) {
        channel.eventLoop().execute(() -> {
            PendingCommands.Pending command = new PendingCommands.Pending(vehicleId, commandId);
            if (session.terminal() == null || !channel.isActive()) {
                fail(command, CommandService.CONNECTION_LOST);
                return;
            }
            int serial = send(message);
            commands.add(serial, command);
            Runnable expire = () -> commands.expire(serial, command).ifPresent(c -> fail(c, CommandService.NO_ANSWER));
            var unused = channel.eventLoop()
                    .schedule(expire, gateway.config().commandTimeout().toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    private void settle(int serial, int result) {
        commands.settle(serial).ifPresent(c -> gateway.answered(c.vehicleId(), c.commandId(), result));
    }

    private void fail(PendingCommands.Pending command, String detail) {
        gateway.answered(command.vehicleId(), command.commandId(), SessionLogic.FAILED, detail);
    }

    /** Writes the message and answers the serial of its first frame. */
    private int send(Downlink message) {
        Address to = address;
        if (to == null || !channel.isActive()) {
            return nextSerial;
        }
        ByteBuf out = channel.alloc().buffer(ANSWER_BYTES);
        int serial = nextSerial;
        nextSerial = (serial + FrameEncoder.encode(message, to, serial, out)) % SERIALS;
        var unused = channel.writeAndFlush(out, channel.voidPromise());
        return serial;
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
        commands.drain().forEach(command -> fail(command, CommandService.CONNECTION_LOST));
    }

    private void announceEnd(String reason) {
        Terminal terminal = admitted.getAndSet(null);
        if (terminal != null) {
            sessions.remove(terminal, this);
            gateway.disconnected(terminal, reason);
            gateway.directory().seen(terminal);
        }
    }
}
