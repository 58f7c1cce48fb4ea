package org.motorpool.telematics.recorder;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;

/** Positions in PostgreSQL's COPY text format. No value can hold a tab, a newline or a backslash. */
final class CopyRows {

    static final String COLUMNS = "vehicle_id, reported_at, received_at, latitude, longitude, altitude_m, speed_kmh, "
            + "heading_deg, odometer_m, alarm_bits, status_bits";

    private static final int ROW_BYTES = 160;

    private CopyRows() {}

    static InputStream of(List<PositionReported> positions) {
        StringBuilder rows = new StringBuilder(positions.size() * ROW_BYTES);
        positions.forEach(position -> append(rows, position));
        return new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static void append(StringBuilder row, PositionReported position) {
        row.append(position.vehicleId()).append('\t');
        row.append(position.reportedAt()).append('\t');
        row.append(position.receivedAt()).append('\t');
        row.append(position.latitude()).append('\t');
        row.append(position.longitude()).append('\t');
        row.append(position.altitude_m()).append('\t');
        row.append(position.speed_kmh()).append('\t');
        row.append(position.heading_deg()).append('\t');
        row.append(position.odometer_m()).append('\t');
        row.append(position.alarmBits()).append('\t');
        row.append(position.statusBits()).append('\n');
    }
}
