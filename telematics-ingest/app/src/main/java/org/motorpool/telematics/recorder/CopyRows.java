package org.motorpool.telematics.recorder;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;

/**
 * Positions in PostgreSQL's binary COPY format (its manual, "COPY", "Binary Format"): neither side prints or parses
 * numbers and times, which is most of the work of the text format.
 */
final class CopyRows {

    static final String COLUMNS = "vehicle_id, reported_at, received_at, latitude, longitude, altitude_m, speed_kmh, "
            + "heading_deg, odometer_m, alarm_bits, status_bits";

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    /** The signature, a word of flags, the length of the extension. */
    private static final int HEADER_BYTES = SIGNATURE.length + 8;

    private static final int COLUMN_COUNT = 11;
    private static final int VALUE_BYTES = 16 + 4 * 8 + 4 + 4 + 2 + 3 * 8;
    private static final int ROW_BYTES = 2 + 4 * COLUMN_COUNT + VALUE_BYTES;
    private static final short END = -1;

    /** PostgreSQL counts microseconds from here. */
    private static final long EPOCH_S = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();

    private CopyRows() {}

    static InputStream of(List<PositionReported> positions) {
        ByteBuffer rows = ByteBuffer.allocate(HEADER_BYTES + positions.size() * ROW_BYTES + 2);
        rows.put(SIGNATURE).putInt(0).putInt(0);
        positions.forEach(position -> row(position, rows));
        rows.putShort(END);
        return new ByteArrayInputStream(rows.array());
    }

    private static void row(PositionReported position, ByteBuffer rows) {
        rows.putShort((short) COLUMN_COUNT);
        uuid(position.vehicleId(), rows);
        time(position.reportedAt(), rows);
        time(position.receivedAt(), rows);
        rows.putInt(8).putDouble(position.latitude());
        rows.putInt(8).putDouble(position.longitude());
        rows.putInt(4).putInt(position.altitude_m());
        rows.putInt(4).putFloat((float) position.speed_kmh());
        rows.putInt(2).putShort((short) position.heading_deg());
        rows.putInt(8).putLong(position.odometer_m());
        rows.putInt(8).putLong(position.alarmBits());
        rows.putInt(8).putLong(position.statusBits());
    }

    private static void uuid(UUID id, ByteBuffer rows) {
        rows.putInt(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static void time(Instant time, ByteBuffer rows) {
        rows.putInt(8).putLong((time.getEpochSecond() - EPOCH_S) * 1_000_000 + time.getNano() / 1000);
    }
}
