package org.motorpool.telematics.gateway;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.LocationItem;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.codec.Uplink.LocationReport;

/** Messages of a well-behaved terminal in Shanghai. */
public final class Uplinks {

    public static final String PLATE = "沪A12345";
    public static final String TERMINAL_ID = "T000001";
    private static final int BLUE = 1;

    private Uplinks() {}

    public static Uplink.Register register() {
        return register(PLATE, TERMINAL_ID);
    }

    static Uplink.Register register(String plate, String terminalId) {
        return new Uplink.Register(31, 100, "MPTST", "MP-1", terminalId, BLUE, plate);
    }

    public static LocationReport position(@Nullable Instant reportedAt) {
        return position(reportedAt, 0);
    }

    static LocationReport position(@Nullable Instant reportedAt, long alarmBits) {
        return new LocationReport(
                alarmBits,
                3,
                31.230416,
                121.473701,
                12,
                60.5,
                90,
                reportedAt,
                List.of(new LocationItem.Mileage(123_400)),
                "");
    }

    /** A terminal's clock has whole seconds. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
