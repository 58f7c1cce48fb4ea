package org.motorpool.telematics.codec;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages of single vendors, by what their terminals send; no standard has them. */
public sealed interface VendorUplink extends Uplink {

    /** 0x0109, ask for the platform's time. */
    record TimeQuery(String hex) implements VendorUplink {}

    /**
     * 0x0210, positions sent together.
     *
     * @param trailingHex what could not be read after the last whole report; empty in a good batch
     */
    record ShortBatch(List<LocationReport> reports, String trailingHex) implements VendorUplink {
        public ShortBatch {
            reports = List.copyOf(reports);
        }
    }

    /** 0x0210 with seven bytes, how full the battery is. */
    record BatteryReport(int battery_percent, @Nullable Instant reportedAt) implements VendorUplink {}

    /** 0x0506, another heartbeat. */
    record Heartbeat(String hex) implements VendorUplink {}

    /** 0x1007, ask for the time zone. */
    record ZoneQuery(String hex) implements VendorUplink {}

    /** 0x1300, the answer to a text command. */
    record TextAnswer(int answeredSerial, String text) implements VendorUplink, Answer {}

    /** 0x2070, accelerations. */
    record AccelerationReport(List<Acceleration> accelerations, String trailingHex) implements VendorUplink {
        public AccelerationReport {
            accelerations = List.copyOf(accelerations);
        }
    }

    /** Along three axes, in units of the vendor. */
    record Acceleration(@Nullable Instant measuredAt, int x, int y, int z) {}

    /** 0x6006, a text. */
    record TextReport(int encoding, String text) implements VendorUplink {}

    /** 0x8888, a photo; kept as it is. */
    record Photo(Body data) implements VendorUplink {}
}
