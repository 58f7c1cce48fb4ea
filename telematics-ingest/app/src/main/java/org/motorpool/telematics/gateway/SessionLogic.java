package org.motorpool.telematics.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.AttachmentUplink;
import org.motorpool.telematics.codec.Decoded;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.Downlink.GeneralReply;
import org.motorpool.telematics.codec.Downlink.RegisterReply;
import org.motorpool.telematics.codec.DriverUplink;
import org.motorpool.telematics.codec.FrameFault;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.MediaUplink;
import org.motorpool.telematics.codec.SettingsUplink;
import org.motorpool.telematics.codec.TerminalDownlink;
import org.motorpool.telematics.codec.TerminalUplink;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.codec.UplinkDecoder;
import org.motorpool.telematics.codec.VehicleUplink;
import org.motorpool.telematics.codec.VendorDownlink;
import org.motorpool.telematics.codec.VendorUplink;
import org.motorpool.telematics.command.Answers;
import org.motorpool.telematics.contract.TelematicsEvent;

/** The conversation with one terminal (JT/T 808-2019, clauses 7 and 8): session and message in, reaction out. Pure. */
final class SessionLogic {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int BAD_MESSAGE = 2;
    static final int UNSUPPORTED = 3;

    private static final int NO_SUCH_VEHICLE = 2;
    private static final int TERMINAL_REGISTERED = 3;
    static final int NO_SUCH_TERMINAL = 4;
    private static final int BLIND_ZONE = 1;
    private static final Set<Integer> POSITION_MESSAGES = Set.of(0x0200, 0x0201, 0x0210, 0x0500, 0x0704);

    private final Function<String, Optional<Terminal>> terminals;
    private final Predicate<String> connected;
    private final Positions positions;
    private final MediaLogic media;
    private final int malformedMax;

    /**
     * @param terminals the bound terminals by phone
     * @param connected whether a connection has authenticated for the phone
     */
    SessionLogic(
            Function<String, Optional<Terminal>> terminals,
            Predicate<String> connected,
            Supplier<UUID> ids,
            int malformedMax) {
        this.terminals = terminals;
        this.connected = connected;
        this.positions = new Positions(ids);
        this.media = new MediaLogic(positions);
        this.malformedMax = malformedMax;
    }

    Reaction on(Session session, Decoded decoded, Instant now) {
        return switch (decoded) {
            case Decoded.Malformed(FrameFault fault, String _, String _) -> malformed(session, fault);
            case Decoded.Frame(Header header, var body) ->
                ShortSerial.answered(
                        header, message(session.withMalformedRun(0), header, UplinkDecoder.decode(header, body), now));
            case Decoded.Part(Header header, var _) -> part(session.withMalformedRun(0), header);
            case Decoded.Incomplete(Header header, List<Integer> missing) -> incomplete(session, header, missing);
            case Decoded.Abandoned _ -> Reaction.of(session, new Effect.Count(Refusal.INCOMPLETE));
            case Decoded.Text(String text) -> Reaction.of(session, LockText.react(text, now));
            case Decoded.AttachmentData data -> Reaction.of(session, new Effect.AttachData(data));
        };
    }

    private Reaction malformed(Session session, FrameFault fault) {
        Session next = session.withMalformedRun(session.malformedRun() + 1);
        Effect count = new Effect.CountMalformed(fault);
        return next.malformedRun() < malformedMax
                ? Reaction.of(next, count)
                : Reaction.of(next, count, new Effect.Close("malformed"));
    }

    /** Each part gets its answer, but those of a position only with the whole, when it is durable. */
    private static Reaction part(Session session, Header header) {
        if (owner(session, header) == null) {
            return refuse(session, header, foreign(session), FAILED);
        }
        return POSITION_MESSAGES.contains(header.messageId())
                ? Reaction.of(session)
                : Reaction.of(session, reply(header, OK));
    }

    private static Reaction incomplete(Session session, Header header, List<Integer> missing) {
        return owner(session, header) == null
                ? Reaction.of(session)
                : Reaction.of(session, new Effect.Answer(new Downlink.ResendRequest(header.firstSerial(), missing)));
    }

    private Reaction message(Session session, Header header, Uplink uplink, Instant now) {
        return switch (uplink) {
            case Uplink.Register register -> register(session, header, register, now);
            case Uplink.Authenticate authenticate -> authenticate(session, header, authenticate, now);
            case Uplink.Malformed _ -> refuse(session, header, Refusal.BAD_BODY, BAD_MESSAGE);
            // the number of the alarm lets a terminal in, on a connection of its own that never authenticates
            case AttachmentUplink message -> Reaction.of(session, new Effect.Attach(header, message));
            case Uplink.GeneralResponse _,
                    Uplink.Heartbeat _,
                    Uplink.Logout _,
                    Uplink.LocationReport _,
                    Uplink.LocationAnswer _,
                    Uplink.LocationBatch _,
                    TerminalUplink _,
                    DriverUplink _,
                    VehicleUplink _,
                    SettingsUplink _,
                    MediaUplink _,
                    VendorUplink _,
                    Uplink.Unmodelled _ -> authenticated(session, header, uplink, now);
        };
    }

    private Reaction register(Session session, Header header, Uplink.Register register, Instant now) {
        if (ofOther(session, header)) {
            return refuse(session, header, Refusal.FOREIGN_PHONE, FAILED);
        }
        Optional<Terminal> known = terminals.apply(header.phone());
        if (known.isEmpty()) {
            return refuseRegistration(
                    session, header, new Effect.Count(Refusal.UNKNOWN_TERMINAL, register), NO_SUCH_TERMINAL);
        }
        return register(session, header, register, known.get(), now);
    }

    /** Who knows a phone number is not yet its terminal: plate and id have to be those of the binding too. */
    private Reaction register(
            Session session, Header header, Uplink.Register register, Terminal terminal, Instant now) {
        if (Plates.contradict(register, terminal.plate())) {
            return refuseRegistration(
                    session, header, new Effect.Count(Refusal.OTHER_VEHICLE, register), NO_SUCH_VEHICLE);
        }
        if (terminal.contradicts(register.terminalId())) {
            return refuseRegistration(
                    session, header, new Effect.Count(Refusal.OTHER_TERMINAL, register), NO_SUCH_TERMINAL);
        }
        boolean onAnotherConnection = session.terminal() == null && connected.test(terminal.phone());
        if (onAnotherConnection && terminal.heldByOther(register.terminalId(), now)) {
            return refuseRegistration(
                    session, header, new Effect.Count(Refusal.ALREADY_REGISTERED, register), TERMINAL_REGISTERED);
        }
        return Reaction.of(session, new Effect.IssueCode(terminal, register, header.serial()));
    }

    private static Reaction refuseRegistration(Session session, Header header, Effect.Count refused, int result) {
        Downlink reply = new RegisterReply(header.serial(), result, "");
        return Reaction.of(session, refused, new Effect.Answer(reply));
    }

    private Reaction authenticate(Session session, Header header, Uplink.Authenticate message, Instant now) {
        if (ofOther(session, header)) {
            return refuse(session, header, Refusal.FOREIGN_PHONE, FAILED);
        }
        Optional<Terminal> known =
                terminals.apply(header.phone()).filter(terminal -> terminal.accepts(message.code(), now));
        if (known.isEmpty()) {
            return Reaction.of(
                    Session.FRESH,
                    new Effect.Count(Refusal.WRONG_CODE),
                    reply(header, FAILED),
                    new Effect.Close("authentication failed"));
        }
        Effect admit = new Effect.Admit(known.get(), header.version().year());
        return Reaction.of(session.of(known.get()), admit, reply(header, OK));
    }

    private Reaction authenticated(Session session, Header header, Uplink uplink, Instant now) {
        Terminal terminal = owner(session, header);
        if (terminal == null) {
            return refuse(session, header, foreign(session), FAILED);
        }
        return switch (uplink) {
            case Uplink.Heartbeat _ -> Reaction.of(session, reply(header, OK));
            case Uplink.Logout _ ->
                Reaction.of(
                        session,
                        new Effect.Retire(terminal, new GeneralReply(header.serial(), header.messageId(), OK)));
            case Uplink.GeneralResponse _ -> settling(Reaction.of(session), uplink);
            case Uplink.LocationReport report -> publish(session, header, terminal, List.of(report), now);
            case Uplink.LocationAnswer(int _, Uplink.LocationReport report) ->
                settling(publish(session, header, terminal, List.of(report), now), uplink);
            case VehicleUplink.ControlAnswer(int _, Uplink.LocationReport report) ->
                settling(publish(session, header, terminal, List.of(report), now), uplink);
            case TerminalUplink.ResendRequest request ->
                Reaction.of(
                        session,
                        new Effect.SendAgain(request, new GeneralReply(header.serial(), header.messageId(), FAILED)));
            case Uplink.Answer _, TerminalUplink.UpgradeResult _ ->
                settling(Reaction.of(session, reply(header, OK)), uplink);
            case Uplink.LocationBatch batch -> batch(session, header, terminal, batch, now);
            case MediaUplink.MediaEvent event -> Reaction.of(session, media.announce(header, terminal, event, now));
            case MediaUplink.MediaData data -> Reaction.of(session, media.keep(header, terminal, data, now));
            case VendorUplink.ShortBatch batch -> publishAll(session, header, terminal, batch.reports(), now);
            case TerminalUplink.TimeQuery() ->
                Reaction.of(session, new Effect.Answer(new TerminalDownlink.ServerTime(now)));
            case VendorUplink.TimeQuery _ -> Reaction.of(session, new Effect.Answer(new VendorDownlink.TimeReply(now)));
            case TerminalUplink.Compressed _,
                    TerminalUplink.PublicKey _,
                    MediaUplink.MediaPacket _,
                    VendorUplink.Photo _,
                    Uplink.Unmodelled _ -> refuse(session, header, Refusal.UNSUPPORTED, UNSUPPORTED);
            case TerminalUplink _, DriverUplink _, VehicleUplink _, SettingsUplink _, VendorUplink _ ->
                Reaction.of(session, reply(header, OK));
            case Uplink.Register _, Uplink.Authenticate _, Uplink.Malformed _, AttachmentUplink _ ->
                throw new IllegalArgumentException("handled before authentication: " + uplink);
        };
    }

    /** The reaction to a message, and what the message says to a command. */
    private static Reaction settling(Reaction reaction, Uplink uplink) {
        List<Effect> effects = new ArrayList<>(reaction.effects());
        Answers.find(uplink).map(Effect.SettleCommand::new).ifPresent(effects::add);
        return new Reaction(reaction.session(), effects);
    }

    /** Old positions of a blind zone raise alarms among themselves and leave the present alarms alone. */
    private Reaction batch(Session session, Header header, Terminal terminal, Uplink.LocationBatch batch, Instant now) {
        if (batch.kind() != BLIND_ZONE) {
            return publishAll(session, header, terminal, batch.reports(), now);
        }
        Reaction published = publishAll(session.withAlarmBits(0), header, terminal, batch.reports(), now);
        return new Reaction(session, published.effects());
    }

    private Reaction publishAll(
            Session session, Header header, Terminal terminal, List<Uplink.LocationReport> reports, Instant now) {
        return reports.isEmpty()
                ? refuse(session, header, Refusal.BAD_BODY, BAD_MESSAGE)
                : publish(session, header, terminal, reports, now);
    }

    private Reaction publish(
            Session session, Header header, Terminal terminal, List<Uplink.LocationReport> reports, Instant now) {
        List<TelematicsEvent> events = positions.events(terminal.vehicleId(), reports, session.alarmBits(), now);
        Effect publish =
                new Effect.Publish(events, reports.size(), replies(header), media.calls(terminal, reports, events));
        return Reaction.of(session.withAlarmBits(reports.getLast().alarmBits()), publish);
    }

    /** One answer for each part of a split message: most terminals expect that. */
    private static List<Downlink> replies(Header header) {
        List<Downlink> replies = new ArrayList<>();
        for (int part = 0; part < Math.max(1, header.splitTotal()); part++) {
            int serial = header.firstSerial() + part & 0xffff;
            replies.add(new GeneralReply(serial, header.messageId(), OK));
        }
        return replies;
    }

    /** The authenticated terminal, when the message is its own. */
    private static @Nullable Terminal owner(Session session, Header header) {
        Terminal terminal = session.terminal();
        return terminal != null && terminal.phone().equals(header.phone()) ? terminal : null;
    }

    private static boolean ofOther(Session session, Header header) {
        return session.terminal() != null && owner(session, header) == null;
    }

    private static Refusal foreign(Session session) {
        return session.terminal() == null ? Refusal.UNAUTHENTICATED : Refusal.FOREIGN_PHONE;
    }

    private static Reaction refuse(Session session, Header header, Refusal refusal, int result) {
        return Reaction.of(session, new Effect.Count(refusal), reply(header, result));
    }

    private static Effect reply(Header header, int result) {
        return new Effect.Answer(new GeneralReply(header.serial(), header.messageId(), result));
    }
}
