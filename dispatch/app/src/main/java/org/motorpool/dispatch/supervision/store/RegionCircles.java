package org.motorpool.dispatch.supervision.store;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.JsonRows;
import org.motorpool.dispatch.contract.SupervisionApi.RegionCircle;

/** Where regions are, roughly; public knowledge. */
@Singleton
public class RegionCircles {

    private static final String PAGE = """
            select c.region_code as "regionCode", c.latitude, c.longitude, c.radius_m from region_circle c
            where c.region_code > ?1 order by c.region_code limit ?2""";

    private static final String PUT = """
            insert into region_circle (region_code, latitude, longitude, radius_m)
            select r.code, ?2, ?3, ?4 from region r where r.code = ?1
            on conflict (region_code) do update
            set latitude = excluded.latitude, longitude = excluded.longitude, radius_m = excluded.radius_m""";

    private final JsonRows rows;

    RegionCircles(JsonRows rows) {
        this.rows = rows;
    }

    /** By code after {@code after}. */
    public Uni<List<RegionCircle>> list(Mutiny.Session session, String after, int limit) {
        return rows.list(session, RegionCircle.class, PAGE, after, limit);
    }

    /** Whether there is such a region; then its circle is this one now. */
    public Uni<Boolean> put(Mutiny.Session session, RegionCircle circle) {
        return session.createNativeQuery(PUT)
                .setParameter(1, circle.regionCode())
                .setParameter(2, circle.latitude())
                .setParameter(3, circle.longitude())
                .setParameter(4, circle.radius_m())
                .executeUpdate()
                .map(written -> written == 1);
    }
}
