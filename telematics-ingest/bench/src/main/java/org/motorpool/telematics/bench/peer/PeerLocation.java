package org.motorpool.telematics.bench.peer;

import io.github.yezhihao.protostar.annotation.Field;
import io.github.yezhihao.protostar.annotation.Message;
import java.time.LocalDateTime;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** 0x0200, location report. */
@Message(0x0200)
public final class PeerLocation extends PeerMessage {
    @Field(length = 4)
    int alarmBits;

    @Field(length = 4)
    int statusBits;

    /** Millionths of a degree, without sign. */
    @Field(length = 4)
    int latitude;

    /** Millionths of a degree, without sign. */
    @Field(length = 4)
    int longitude;

    @Field(length = 2)
    int altitude_m;

    /** Tenths of a kilometre per hour. */
    @Field(length = 2)
    int speed;

    @Field(length = 2)
    int heading_deg;

    @Field(length = 6, charset = "BCD")
    @Nullable
    LocalDateTime reportedAt;

    /** A hash map, because with {@code Map} the engine makes a tree, which is slower. */
    @Field(converter = PeerItems.class)
    HashMap<Number, Object> items = NONE;

    private static final HashMap<Number, Object> NONE = new HashMap<>();

    /** Degrees, south negative. */
    public double latitude() {
        return (statusBits & 4) != 0 ? -latitude / 1e6 : latitude / 1e6;
    }

    /** Degrees, west negative. */
    public double longitude() {
        return (statusBits & 8) != 0 ? -longitude / 1e6 : longitude / 1e6;
    }

    public double speed_kmh() {
        return speed / 10.0;
    }

    /** Terminal time, GMT+8; null when it is not a date. */
    public @Nullable LocalDateTime reportedAt() {
        return reportedAt;
    }

    /** Values of the additional information by its number. */
    public HashMap<Number, Object> items() {
        return items;
    }
}
