package org.motorpool.telematics.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * REST records about terminals on their connections, under {@value #ROOT}; only for callers with the role {@code SERVICE}.
 * Phone numbers have no leading zeros. Who may see which terminal is decided by the callers.
 */
public final class TerminalApi {

    /**
     * Root path: {@code GET ROOT/refused}, {@code GET ROOT/{phone}/session}, {@code POST}, {@code GET} and
     * {@code DELETE ROOT/{phone}/tap}, {@code GET ROOT/{phone}/frames?cursor=&limit=&explain=}.
     */
    public static final String ROOT = "/telematics/v1/terminals";

    /** The longest a tap stays open, seconds. */
    public static final int TAP_MAX_S = 600;

    /** Frames that a tap keeps; the oldest give way. */
    public static final int TAP_FRAMES = 500;

    private TerminalApi() {}

    /**
     * A terminal as the gateway knows it now (终端会话).
     *
     * @param online whether it is connected and has authenticated
     * @param connection null unless it is online
     * @param lastSeenAt when it connected or went last; null when it never did
     * @param refused what the gateway refused of it lately, the newest first
     * @param tap the open tap, null when there is none
     */
    public record Session(
            String phone,
            boolean online,
            Connection connection,
            Instant lastSeenAt,
            List<RefusedTerminal> refused,
            Tap tap) {
        public Session {
            refused = List.copyOf(refused);
        }
    }

    /**
     * The connection of a terminal.
     *
     * @param remoteAddress where it comes from, host and port; null for who may not know
     * @param transport {@code tcp}, {@code tls} or {@code udp}
     * @param protocolVersion header form, 2013 or 2019
     * @param revision protocol version byte of the 2019 form, 0 in the 2013 form
     * @param lastPositionAt terminal time of the last position, null before the first
     */
    public record Connection(
            Instant since,
            String remoteAddress,
            String transport,
            int protocolVersion,
            int revision,
            Instant lastFrameAt,
            Instant lastPositionAt,
            Counters counters) {

        /** The same for who may not know where the terminal comes from. */
        public Connection withoutAddress() {
            return new Connection(
                    since, null, transport, protocolVersion, revision, lastFrameAt, lastPositionAt, counters);
        }
    }

    /**
     * What went over a connection since it began.
     *
     * @param framesIn messages of the terminal by family: {@code session}, {@code position}, {@code media},
     *     {@code answer}, {@code other}
     * @param malformed what was no frame, by reason
     * @param refused messages that were refused, by reason
     * @param positionsWaiting positions that are not durable yet, and so not acknowledged
     * @param resendRequests how often parts of a split message were asked for again, 0x8003
     */
    public record Counters(
            Map<String, Long> framesIn,
            long framesOut,
            long bytesIn,
            long bytesOut,
            Map<String, Long> malformed,
            Map<String, Long> refused,
            int positionsWaiting,
            long resendRequests) {
        public Counters {
            framesIn = Map.copyOf(framesIn);
            malformed = Map.copyOf(malformed);
            refused = Map.copyOf(refused);
        }
    }

    /** Terminals that were refused lately (被拒终端), the newest first. */
    public record RefusedTerminals(List<RefusedTerminal> items) {
        public RefusedTerminals {
            items = List.copyOf(items);
        }
    }

    /**
     * Why a terminal was refused.
     *
     * @param reason label of the counter: {@code unknown-terminal}, {@code other-vehicle}, {@code wrong-code}, …
     * @param times how often for this reason
     * @param plate the plate it gave when it tried to register, null otherwise
     * @param terminalId the id it gave then, null otherwise
     */
    public record RefusedTerminal(
            String phone,
            String reason,
            long times,
            Instant firstAt,
            Instant lastAt,
            String remoteAddress,
            String plate,
            String terminalId) {

        /** The same for who may not know where the terminal comes from. */
        public RefusedTerminal withoutAddress() {
            return new RefusedTerminal(phone, reason, times, firstAt, lastAt, null, plate, terminalId);
        }
    }

    /** Opens a tap for so many seconds, 1 to {@value #TAP_MAX_S}, in the name of an account. */
    public record NewTap(int seconds, String openedBy) {}

    /**
     * Somebody listens to a terminal for a limited time (报文监听).
     *
     * @param seen frames so far; the last {@value #TAP_FRAMES} are kept
     */
    public record Tap(String phone, Instant openedAt, Instant until, String openedBy, long seen) {}

    /**
     * Frames of an open tap, oldest first.
     *
     * @param next cursor of what comes after them
     * @param missed frames since the cursor that are no longer kept
     */
    public record Frames(Tap tap, List<Frame> items, String next, long missed) {
        public Frames {
            items = List.copyOf(items);
        }
    }

    /**
     * A frame as it was on the wire.
     *
     * @param number running number within the tap
     * @param direction {@code up} from the terminal, {@code down} to it
     * @param decoded the JSON of {@code motorpool decode}
     * @param explain every byte; empty unless it was asked for
     */
    public record Frame(
            long number,
            Instant at,
            String direction,
            String hex,
            Map<String, Object> decoded,
            List<ExplainedBytes> explain) {
        public Frame {
            explain = List.copyOf(explain);
        }
    }

    /** Some bytes of a frame that mean one thing; the opening flag is offset 0. */
    public record ExplainedBytes(int offset, String bytes, String field, String value) {}
}
