package org.motorpool.telematics.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a terminal answered to an {@link Instruction} that asks for something. */
public sealed interface Answer {

    /** The value of {@code type} on the wire for each record. Names are only ever added. */
    Map<String, Class<? extends Answer>> WIRE_TYPES = Map.ofEntries(
            Map.entry("position", Position.class),
            Map.entry("parameters", Parameters.class),
            Map.entry("attributes", Attributes.class),
            Map.entry("areas", Areas.class),
            Map.entry("media-taken", MediaTaken.class),
            Map.entry("media-found", MediaFound.class),
            Map.entry("driver", DriverIdentity.class),
            Map.entry("choice", Choice.class),
            Map.entry("upgrade-ended", UpgradeEnded.class),
            Map.entry("other", Other.class));

    /**
     * Where the vehicle is (0x0201, 0x0500), WGS-84.
     *
     * @param reportedAt terminal time; null when the terminal sent no date
     * @param latitude degrees, −90 to 90; beyond it when the terminal says so
     * @param longitude degrees, −180 to 180; beyond it when the terminal says so
     * @param located whether the terminal had a valid fix
     */
    record Position(
            Instant reportedAt, double latitude, double longitude, double speed_kmh, int heading_deg, boolean located)
            implements Answer {}

    /** Settings of the terminal (0x0104). */
    record Parameters(List<Setting> parameters) implements Answer {
        public Parameters {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * @param id like 0x0029
     * @param value as in {@link ParameterInstruction.Parameter}; in hex when the id is unknown or the length unexpected
     */
    record Setting(String id, String value) {}

    /**
     * What the terminal is (0x0107).
     *
     * @param kindBits for passengers (0), dangerous goods (1), freight (2), taxi (3), with hard disk (6), in several boxes
     *     (7), for trailers (8)
     * @param iccid of the SIM card
     * @param gnssBits GPS (0), BeiDou (1), GLONASS (2), Galileo (3)
     * @param communicationBits GPRS (0), CDMA (1), TD-SCDMA (2), WCDMA (3), CDMA2000 (4), TD-LTE (5), other (7)
     */
    record Attributes(
            int kindBits,
            String manufacturer,
            String model,
            String terminalId,
            String iccid,
            String hardwareVersion,
            String firmwareVersion,
            int gnssBits,
            int communicationBits)
            implements Answer {}

    /** The areas of one kind that the terminal has (0x0608); the lists of other kinds are empty. */
    record Areas(
            List<AreaInstruction.Circle> circles,
            List<AreaInstruction.Rectangle> rectangles,
            List<AreaInstruction.Polygon> polygons,
            List<AreaInstruction.Route> routes)
            implements Answer {
        public Areas {
            circles = List.copyOf(circles);
            rectangles = List.copyOf(rectangles);
            polygons = List.copyOf(polygons);
            routes = List.copyOf(routes);
        }
    }

    /** What was taken by a photo or video command (0x0805). */
    record MediaTaken(List<Long> mediaIds) implements Answer {
        public MediaTaken {
            mediaIds = List.copyOf(mediaIds);
        }
    }

    /**
     * Which media are stored in the terminal (0x0802).
     *
     * @param total number of all that match; the terminal may name fewer
     */
    record MediaFound(int total, List<StoredMedia> items) implements Answer {
        public MediaFound {
            items = List.copyOf(items);
        }
    }

    /**
     * @param kind 0 photo, 1 audio, 2 video
     * @param event 0 platform's command, 1 timer, 2 robbery alarm, 3 collision or rollover, 4 door opened, 5 door closed, 6
     *     door closed and moving off, 7 distance
     * @param at where and when it was taken; null when the terminal sent no date
     */
    record StoredMedia(long mediaId, int kind, int channel, int event, MediaPosition at) {}

    /**
     * Who drives (0x0702). The number of the identity card stays in the vehicle.
     *
     * @param status 1 card in, 2 card out; 0 when the terminal does not say
     * @param cardResult 0 read, 1 key not right, 2 locked, 3 taken out, 4 data not right; null when it does not say
     * @param name of the driver; null when it was not read, like what follows
     * @param certificate number of the qualification certificate
     * @param agency that issued it
     * @param expiry yyyyMMdd as the terminal has it
     */
    record DriverIdentity(
            int status,
            Instant changedAt,
            Integer cardResult,
            String name,
            String certificate,
            String agency,
            String expiry)
            implements Answer {}

    /** The answer that the driver chose (0x0302). */
    record Choice(int id) implements Answer {}

    /**
     * How an upgrade went (0x0108).
     *
     * @param target 0 the terminal, 12 card reader, 52 BeiDou module
     * @param result 0 done, 1 failed, 2 cancelled; more in T/JSATL 12
     */
    record UpgradeEnded(int target, int result) implements Answer {}

    /**
     * An answer that has no form of its own here, or not the expected one.
     *
     * @param messageId like 0x0700
     * @param content its fields, for people
     */
    record Other(String messageId, String content) implements Answer {}
}
