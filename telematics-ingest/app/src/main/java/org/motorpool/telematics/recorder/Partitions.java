package org.motorpool.telematics.recorder;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.motorpool.telematics.contract.TelematicsEvent.PositionReported;

/**
 * Has the daily partitions made before rows come: the day itself and the day after it, so that midnight costs nothing.
 * Which days may have a partition is decided by the database function alone.
 */
@Singleton
class Partitions {

    private final AgroalDataSource dataSource;
    private final Set<LocalDate> known = ConcurrentHashMap.newKeySet();

    Partitions(@DataSource("telemetry") AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    void ensureFor(Collection<PositionReported> positions) throws SQLException {
        Set<LocalDate> unknown = new TreeSet<>();
        for (PositionReported position : positions) {
            LocalDate day = LocalDate.ofInstant(position.reportedAt(), ZoneOffset.UTC);
            if (!known.contains(day)) {
                unknown.add(day);
                unknown.add(day.plusDays(1));
            }
        }
        if (!unknown.isEmpty()) {
            ensure(unknown);
        }
    }

    private void ensure(Set<LocalDate> days) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select ensure_position_partition(?)")) {
            for (LocalDate day : days) {
                statement.setObject(1, day);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    if (row.getBoolean(1)) {
                        known.add(day);
                    }
                }
            }
        }
    }
}
