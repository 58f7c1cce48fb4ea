package org.motorpool.dispatch.operation.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.JsonRows;

/** Vehicles with a driver on duty, and where they are; confidential ones and those that never leave their unit (机要) are not there. */
@Singleton
public class ReadyVehicles {

    private static final int MOST = 5_000;

    private static final String READY = """
            select v.id, v.plate, u.name as "unitName", v.category, v.seats,
                   coalesce(p.latitude, v.home_latitude) as latitude, coalesce(p.longitude, v.home_longitude) as longitude,
                   d.id as "driverId", d.name as "driverName"
            from vehicle v
                     join unit u on u.id = v.unit_id
                     join lateral (select each.id, each.name from driver each where each.vehicle_id = v.id
                                   order by each.id limit 1) d on true
                     left join latest_position p on p.vehicle_id = v.id and p.reported_at > ?4
            where v.unit_path ~>=~ ?1 and v.unit_path ~<~ ?2 and left(v.region_code, 2) = left(?3, 2)
              and v.state <> 'OUT_OF_SERVICE' and v.disposed_on is null and not v.confidential
              and not exists (select from serving_rule s
                              where s.serving = v.category and s.own_unit_only and s.effective_from <= ?5
                                and (s.effective_to is null or s.effective_to > ?5))
            order by v.plate limit ?6""";

    private final JsonRows rows;

    ReadyVehicles(JsonRows rows) {
        this.rows = rows;
    }

    /** A vehicle, its driver, and where it was seen last or is parked. */
    public record Ready(
            UUID id,
            String plate,
            String unitName,
            String category,
            int seats,
            double latitude,
            double longitude,
            UUID driverId,
            String driverName) {}

    /**
     * Vehicles of the subtree in the province.
     *
     * @param seenSince positions older than that are not where the vehicle is
     * @param day whose rules hold
     */
    public Uni<List<Ready>> list(
            Mutiny.Session session, String path, String regionCode, Instant seenSince, LocalDate day) {
        String end = path.substring(0, path.length() - 1) + "0";
        return rows.list(session, Ready.class, READY, path, end, regionCode, seenSince, day, MOST);
    }
}
