package org.motorpool.telematics.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.Header;
import org.motorpool.telematics.codec.Uplink;

/** What a good terminal answers to the platform; it keeps the parameters that it is given. Not thread-safe. */
public final class DownlinkAnswers {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int BAD_MESSAGE = 2;
    private static final int UNSUPPORTED = 3;
    private static final int DEFAULT_REPORT_INTERVAL = 0x0029;
    private static final int DWORD_DIGITS = 8;
    private static final int LONGEST_INTERVAL_S = 3600;

    /** Written by who reads the connection, read by any thread. */
    private final Map<Integer, Downlink.Parameter> parameters = new ConcurrentHashMap<>();

    /** The conversation that the platform's message belongs to. */
    public interface Conversation {
        /** Sends an answer. */
        void send(Uplink answer);

        /** The platform answered a registration. */
        void registered(Downlink.RegisterReply reply);

        /** The platform answered something else. */
        void replied(Downlink.GeneralReply reply);

        /** The platform misses parts of a message that was sent; false when they are no longer there. */
        boolean sendAgain(Downlink.ResendRequest request);

        /** A text for the driver. */
        void show(String text);

        /** The last position, null when there is none. */
        Uplink.@Nullable LocationReport latest();
    }

    /** Answers a message of the platform. */
    public void answer(Header header, Downlink message, Conversation with) {
        switch (message) {
            case Downlink.RegisterReply reply -> with.registered(reply);
            case Downlink.GeneralReply reply -> with.replied(reply);
            case Downlink.ShortReply _ -> {}
            case Downlink.ResendRequest request -> {
                if (!with.sendAgain(request)) {
                    with.send(response(header, FAILED));
                }
            }
            case Downlink.LocateNow() -> with.send(located(header, with.latest()));
            case Downlink.SetParameters set -> {
                set.parameters().forEach(parameter -> parameters.put(parameter.id(), parameter));
                with.send(response(header, OK));
            }
            case Downlink.SendText text -> {
                with.show(text.text());
                with.send(response(header, OK));
            }
            case Downlink.Unmodelled _ -> with.send(response(header, UNSUPPORTED));
            case Downlink.Malformed _ -> with.send(response(header, BAD_MESSAGE));
        }
    }

    /** The reporting interval that the platform has set, in seconds. */
    public Optional<Integer> findInterval_s() {
        return Optional.ofNullable(parameters.get(DEFAULT_REPORT_INTERVAL))
                .filter(parameter -> parameter.valueHex().length() == DWORD_DIGITS)
                .map(parameter -> (int) Math.clamp(parameter.number(), 1, LONGEST_INTERVAL_S));
    }

    private static Uplink located(Header header, Uplink.@Nullable LocationReport latest) {
        return latest == null ? response(header, FAILED) : new Uplink.LocationAnswer(header.serial(), latest);
    }

    private static Uplink response(Header header, int result) {
        return new Uplink.GeneralResponse(header.serial(), header.messageId(), result);
    }
}
