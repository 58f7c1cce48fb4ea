package org.motorpool.telematics.gateway;

import io.netty.buffer.ByteBuf;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Address;
import org.motorpool.telematics.codec.AttachmentUplink;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.FrameDecoder;
import org.motorpool.telematics.codec.FrameFault;
import org.motorpool.telematics.codec.FramePeek;
import org.motorpool.telematics.codec.FrameRules;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.command.Courier;
import org.motorpool.telematics.command.Response;
import org.motorpool.telematics.contract.TerminalApi;
import org.motorpool.telematics.gateway.tap.Direction;

/**
 * One conversation with a terminal: carries out what {@link SessionLogic} decides. Lives on the event loop of its link.
 * There may be a hundred thousand of them, so what few need is made when it is needed.
 */
final class Connection {

    /** The address of a connection that has not said who it is. */
    private static final Address NOBODY = Address.of(ProtocolVersion.V2013, "0");

    private static final AtomicReferenceFieldUpdater<Connection, Terminal> ADMITTED =
            AtomicReferenceFieldUpdater.newUpdater(Connection.class, Terminal.class, "admitted");

    private final Link link;
    private final Gateway gateway;
    private final LoopInbox inbox;
    private final Flow flow;
    private final Outgoing outgoing;
    private final FrameDecoder decoder = new FrameDecoder(FrameRules.STRICT);
    private final long opened_ms;
    /** Set while the terminal counts as connected; taken by whoever ends that. */
    private volatile @Nullable Terminal admitted;

    private Session session = Session.FRESH;
    private @Nullable String issuedCode;
    /** Null until there is a command for the terminal, as most connections never see one. */
    private @Nullable Courier courier;
    /** Null until the terminal brings media, as few do. */
    private @Nullable MediaTraffic media;

    private boolean closing;
    /** Memory of parts of split messages that wait for the others. */
    private int assembling_bytes;
    /** Whether it ever authenticated. */
    private volatile boolean recognised;

    /** When it last sent something, 0 before it did. */
    private volatile long heard_ms;

    Connection(Link link, Gateway gateway) {
        this.link = link;
        this.gateway = gateway;
        this.inbox = gateway.inboxes().of(link.loop());
        this.flow = new Flow(link, gateway, inbox);
        this.outgoing = new Outgoing(this, link, gateway, inbox);
        this.opened_ms = gateway.millis();
        gateway.metrics().opened(link.carrier());
        gateway.watch().add(this);
    }

    /** Takes in what the terminal sent. */
    void receive(ByteBuf bytes) {
        heard_ms = gateway.millis();
        outgoing.traffic().read(bytes.readableBytes());
        if (gateway.taps().any()) {
            Address known = outgoing.address();
            String from = known == null ? FramePeek.phone(bytes) : known.rawPhone();
            gateway.taps().hear(this, from, Direction.UP, bytes);
        }
        decoder.lend(bytes, gateway.now(), this::receive);
        boundAssembling();
    }

    /** A split message is given up when there is no memory for it; its terminal sends it again. */
    private void boundAssembling() {
        int before = assembling_bytes;
        noteAssembling(decoder.waiting() ? decoder.kept_bytes() : 0);
        if (gateway.mediaDesk().tooMuch(before, assembling_bytes, recognised)) {
            decoder.giveUp().forEach(this::receive);
            noteAssembling(0);
        }
    }

    private void receive(Decoded decoded) {
        if (closing) {
            return;
        }
        switch (decoded) {
            case Decoded.Frame(Header header, var _) -> arrived(header);
            case Decoded.Part(Header header, var _) -> arrived(header);
            case Decoded.Incomplete _,
                    Decoded.Abandoned _,
                    Decoded.Text _,
                    Decoded.AttachmentData _,
                    Decoded.Malformed _ -> {}
        }
        Reaction reaction = gateway.logic().on(session, decoded, gateway.now());
        session = reaction.session();
        reaction.effects().forEach(this::perform);
        flow.frame(heard_ms);
    }

    private void noteAssembling(int bytes) {
        if (bytes != assembling_bytes) {
            int begun = Integer.signum(bytes) - Integer.signum(assembling_bytes);
            gateway.metrics().assembling(begun, bytes - assembling_bytes);
            gateway.mediaDesk().assembling(bytes - assembling_bytes);
            assembling_bytes = bytes;
        }
    }

    private void arrived(Header header) {
        outgoing.to(header.address());
        MessageFamily family = MessageFamily.of(header.messageId());
        gateway.metrics().frameIn(family);
        outgoing.traffic().frameIn(family);
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.Answer(Downlink message) -> send(message);
            case Effect.AnswerText(String text) -> outgoing.send(text);
            case Effect.SendAgain again -> outgoing.sendAgain(again);
            case Effect.Publish publish -> publish(publish);
            case Effect.AnnounceMedia announced -> media().announce(announced);
            case Effect.KeepMedia kept -> media().keep(kept);
            case Effect.Attach(Header header, AttachmentUplink message) -> media().attach(header, message);
            case Effect.AttachData(Decoded.AttachmentData data) -> media().attach(data);
            case Effect.IssueCode issue -> issueCode(issue);
            case Effect.Admit(Terminal terminal, int protocolVersion) -> admit(terminal, protocolVersion);
            case Effect.Retire retire -> retire(retire);
            case Effect.SettleCommand(Response response) -> respond(response);
            case Effect.Count refused -> refused(refused);
            case Effect.CountMalformed(FrameFault fault) -> malformed(fault);
            case Effect.Close(String reason) -> close(reason);
        }
    }

    private void refused(Effect.Count refused) {
        gateway.metrics().refused(refused.refusal());
        outgoing.traffic().refused(refused.refusal());
        Address known = outgoing.address();
        if (known != null) {
            String phone = Phones.plain(known.rawPhone());
            TerminalLog.refused(phone, refused.refusal());
            gateway.refusedTerminals()
                    .note(
                            new RefusedTerminals.Attempt(phone, link.remote(), refused.said()),
                            refused.refusal(),
                            gateway.now());
        }
    }

    private void malformed(FrameFault fault) {
        gateway.metrics().malformed(fault);
        outgoing.traffic().malformed(fault);
    }

    private void publish(Effect.Publish publish) {
        long began_ns = System.nanoTime();
        outgoing.traffic().published(publish.events());
        gateway.backpressure().add(publish.positions());
        gateway.append(publish.events()).whenComplete((_, failure) -> {
            gateway.backpressure().release(publish.positions());
            inbox.add(() -> published(publish, failure == null, began_ns));
        });
        flow.add(publish.positions());
    }

    private void published(Effect.Publish publish, boolean durable, long began_ns) {
        if (durable) {
            publish.answers().forEach(this::send);
            publish.calls().forEach(call -> media().ask(call));
            gateway.metrics().acknowledged(began_ns);
        } else {
            // the alarms of this position are lost with it: let them rise again with the next
            session = session.withAlarmBits(0);
        }
        flow.release(publish.positions());
    }

    void writabilityChanged() {
        flow.writabilityChanged();
    }

    /** Called by the watch, on its thread: whether something is overdue. */
    void look(long now_ms) {
        if (flow.stuck(now_ms) || strange(now_ms) || silent(now_ms) || decoder.waiting() || outgoing.keepsParts()) {
            link.loop().execute(() -> overdue(now_ms));
        }
    }

    private void overdue(long now_ms) {
        if (closing) {
            if (flow.stuck(now_ms)) {
                link.close();
            }
        } else if (flow.stuck(now_ms)) {
            gateway.metrics().writeTimedOut();
            link.close();
        } else if (strange(now_ms)) {
            close("not authenticated in time");
        } else if (silent(now_ms)) {
            close("idle");
        } else {
            decoder.expire(gateway.now()).forEach(this::receive);
            noteAssembling(decoder.waiting() ? decoder.kept_bytes() : 0);
            outgoing.forgetParts();
        }
    }

    private boolean strange(long now_ms) {
        return !recognised
                && now_ms - opened_ms > gateway.watch().patience(heard_ms != 0).toMillis();
    }

    /** While the gateway itself does not read, silence is not the terminal's fault. */
    private boolean silent(long now_ms) {
        return now_ms - Math.max(opened_ms, heard_ms)
                        > gateway.config().idleTimeout().toMillis()
                && link.isReading();
    }

    /** A terminal that repeats its registration, because our answer was late, gets the same code again. */
    private void issueCode(Effect.IssueCode issue) {
        String code = issuedCode == null ? AuthCode.random() : issuedCode;
        issuedCode = code;
        gateway.directory()
                .register(issue.terminal(), issue.registration(), code)
                .whenComplete((stored, failure) -> inbox.add(() -> {
                    // no answer when the database failed: the terminal asks again
                    if (failure == null) {
                        int result = stored ? SessionLogic.OK : SessionLogic.NO_SUCH_TERMINAL;
                        send(new Downlink.RegisterReply(issue.answeredSerial(), result, stored ? code : ""));
                    }
                }));
    }

    private void retire(Effect.Retire retire) {
        issuedCode = null;
        gateway.directory()
                .retire(retire.terminal())
                .whenComplete((_, failure) -> inbox.add(() -> {
                    // no answer when the database failed: the terminal asks again
                    if (failure == null) {
                        send(retire.answer());
                        close("logged out");
                    }
                }));
    }

    private void recognise() {
        if (!recognised) {
            recognised = true;
            gateway.watch().recognised();
        }
    }

    private void admit(Terminal terminal, int protocolVersion) {
        recognise();
        gateway.sessions().admit(terminal, this, () -> {
            admitted = terminal;
            TerminalLog.connected(terminal);
            gateway.connected(terminal, protocolVersion);
        });
        gateway.directory().seen(terminal);
        if (!link.isOpen()) {
            end("connection lost");
        } else if (gateway.commands().waitsFor(terminal.vehicleId())) {
            callCourier();
        }
    }

    /** There may be commands for the terminal. Any thread may call. */
    void callCourier() {
        link.loop().execute(() -> courier().ifPresent(Courier::call));
    }

    private void respond(Response response) {
        courier().ifPresent(known -> known.respond(response));
    }

    /** Empty unless the terminal is there. */
    private Optional<Courier> courier() {
        Terminal terminal = session.terminal();
        if (courier == null && terminal != null && !closing && link.isOpen()) {
            courier = new Courier(terminal.vehicleId(), gateway.commands(), outgoing);
        }
        return Optional.ofNullable(courier);
    }

    private MediaTraffic media() {
        MediaTraffic traffic = media == null ? new MediaTraffic(gateway, inbox, flow, new MediaPeer()) : media;
        media = traffic;
        return traffic;
    }

    private void send(Downlink message) {
        outgoing.send(message);
    }

    /** Whether it ever authenticated. Any thread may ask. */
    boolean recognised() {
        return recognised;
    }

    /** Sends what is written, then closes; a terminal that does not take it is not waited for long. */
    void close(String reason) {
        closing = true;
        announceEnd(reason);
        link.closeWhenSent();
        flow.beginStall();
    }

    /** Ends the connection from outside; any thread may call. */
    void end(String reason) {
        announceEnd(reason);
        link.loop().execute(() -> close(reason));
    }

    /** The link is closed: nothing more will come. */
    void gone() {
        flow.endStall();
        gateway.metrics().closed(link.carrier());
        gateway.watch().remove(this);
        noteAssembling(0);
        announceEnd("connection lost");
        if (courier != null) {
            courier.leave();
        }
    }

    private void announceEnd(String reason) {
        Terminal terminal = ADMITTED.getAndSet(this, null);
        if (terminal != null) {
            gateway.sessions().remove(terminal, this);
            TerminalLog.disconnected(terminal, reason);
            gateway.disconnected(terminal, reason);
            gateway.directory().seen(terminal);
        }
    }

    /** What there is to say about it; completes on its event loop. Any thread may ask. */
    CompletionStage<TerminalApi.Connection> describe() {
        return CompletableFuture.supplyAsync(this::described, link.loop());
    }

    private TerminalApi.Connection described() {
        Address known = Objects.requireNonNullElse(outgoing.address(), NOBODY);
        return new TerminalApi.Connection(
                Instant.ofEpochMilli(opened_ms),
                link.remote(),
                link.carrier().label(),
                known.version().year(),
                known.revision(),
                Instant.ofEpochMilli(heard_ms),
                outgoing.traffic().lastPositionAt(),
                outgoing.traffic().counters(flow.waiting()));
    }

    /** The connection as media know it. */
    private final class MediaPeer implements MediaTraffic.Peer {

        @Override
        public void send(Downlink message) {
            Connection.this.send(message);
        }

        @Override
        public void recognise() {
            Connection.this.recognise();
        }

        @Override
        public void close(String reason) {
            Connection.this.close(reason);
        }

        @Override
        public Optional<InetSocketAddress> attachmentAddress() {
            return gateway.mediaDesk().attachmentAddress(link);
        }
    }
}
