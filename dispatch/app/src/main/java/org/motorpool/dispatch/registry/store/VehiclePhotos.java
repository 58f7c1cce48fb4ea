package org.motorpool.dispatch.registry.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.VehicleFileApi.Photo;
import org.motorpool.dispatch.registry.NewPhoto;
import org.motorpool.dispatch.registry.PhotoContent;
import org.motorpool.dispatch.registry.VehicleFile;

/** Photos of vehicles in PostgreSQL; every call runs in the caller's session. */
@Singleton
public class VehiclePhotos {

    private static final int MOST = 100;

    /** Without the bytes, which nobody needs in a list. */
    private static final String LIST = """
            select p.id, p.subject, p.mediaType, p.widthPx, p.heightPx, p.size, p.addedBy, p.addedAt
            from VehiclePhoto p where p.vehicleId = ?1 order by p.id""";

    public Uni<List<Photo>> list(Mutiny.Session session, UUID vehicleId) {
        return session.createQuery(LIST, Object[].class)
                .setParameter(1, vehicleId)
                .setMaxResults(MOST)
                .getResultList()
                .map(rows -> rows.stream().map(VehiclePhotos::photo).toList());
    }

    public Uni<Long> count(Mutiny.Session session, UUID vehicleId) {
        return session.createQuery("select count(p) from VehiclePhoto p where p.vehicleId = ?1", Long.class)
                .setParameter(1, vehicleId)
                .getSingleResult();
    }

    public Uni<Optional<PhotoContent>> find(Mutiny.Session session, UUID vehicleId, UUID photoId) {
        return session.find(PhotoRow.class, photoId).map(row -> Optional.ofNullable(row)
                .filter(found -> found.vehicleId.equals(vehicleId))
                .map(found -> new PhotoContent(found.mediaType, Buffer.buffer(found.content))));
    }

    public Uni<Photo> add(Mutiny.Session session, VehicleFile vehicle, NewPhoto photo, String by, Instant at) {
        UUID id = Ids.next();
        return session.persist(new PhotoRow(id, vehicle, photo, by, at))
                .chain(session::flush)
                .replaceWith(new Photo(
                        id,
                        photo.subject(),
                        photo.image().mediaType(),
                        photo.image().width_px(),
                        photo.image().height_px(),
                        photo.image().content().length,
                        by,
                        at));
    }

    public Uni<Boolean> remove(Mutiny.Session session, UUID vehicleId, UUID photoId) {
        return session.createMutationQuery("delete from VehiclePhoto p where p.id = ?1 and p.vehicleId = ?2")
                .setParameter(1, photoId)
                .setParameter(2, vehicleId)
                .executeUpdate()
                .map(removed -> removed > 0);
    }

    private static Photo photo(Object[] row) {
        return new Photo(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                (int) row[3],
                (int) row[4],
                ((Number) row[5]).intValue(),
                (String) row[6],
                (Instant) row[7]);
    }
}
