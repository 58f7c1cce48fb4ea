package org.motorpool.telematics.command;

import java.util.Optional;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.contract.Answer;

/** Which messages of terminals say something to a command, and what. */
public final class Answers {

    private static final int LOCATION_ANSWER = 0x0201;
    private static final long LOCATED = 2;

    private Answers() {}

    /** What the message says to a command; empty when it is no answer. */
    public static Optional<Response> find(Uplink uplink) {
        return switch (uplink) {
            case Uplink.GeneralResponse(int serial, int _, int result) ->
                Optional.of(new Response.Taken(serial, result));
            case Uplink.LocationAnswer(int serial, Uplink.LocationReport report) ->
                Optional.of(new Response.Answered(LOCATION_ANSWER, serial, Outcome.OK, position(report)));
            case Uplink.Heartbeat _,
                    Uplink.Logout _,
                    Uplink.Register _,
                    Uplink.Authenticate _,
                    Uplink.LocationReport _,
                    Uplink.LocationBatch _,
                    Uplink.Unmodelled _,
                    Uplink.Malformed _ -> Optional.empty();
        };
    }

    private static Answer position(Uplink.LocationReport report) {
        return new Answer.Position(
                report.reportedAt(),
                report.latitude(),
                report.longitude(),
                report.speed_kmh(),
                report.heading_deg(),
                (report.statusBits() & LOCATED) != 0);
    }
}
