package org.motorpool.dispatch.registry;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.VehicleFileApi.Photo;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.store.VehiclePhotos;

/** Photos in the file of a vehicle. */
@Singleton
public class VehiclePhotoService {

    static final int MOST_PHOTOS = 12;

    private static final Set<String> SUBJECTS = Set.of("FRONT", "SIDE", "REAR", "INTERIOR", "MARKING", "CERTIFICATE");

    private final ScopedTransactions transactions;
    private final VehicleService vehicles;
    private final VehiclePhotos photos;
    private final AuditTrail audit;
    private final Vertx vertx;
    private final Clock clock;

    VehiclePhotoService(
            ScopedTransactions transactions,
            VehicleService vehicles,
            VehiclePhotos photos,
            AuditTrail audit,
            Vertx vertx,
            Clock clock) {
        this.transactions = transactions;
        this.vehicles = vehicles;
        this.photos = photos;
        this.audit = audit;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Photos of the vehicle, oldest first, without their bytes. */
    public Uni<List<Photo>> list(Scope scope, UUID vehicleId) {
        return transactions.inTransaction(
                scope, session -> vehicles.get(session, vehicleId).chain(_ -> photos.list(session, vehicleId)));
    }

    /** The photo with its bytes; one of another vehicle is unknown. */
    public Uni<PhotoContent> get(Scope scope, UUID vehicleId, UUID photoId) {
        return transactions.inTransaction(scope, session -> vehicles.get(session, vehicleId)
                .chain(_ -> photos.find(session, vehicleId, photoId))
                .map(found -> found.orElseThrow(VehiclePhotoService::unknown)));
    }

    /** Add a photo, which is decoded first; fails with problem {@code photos-limited} when the file has enough. */
    public Uni<Photo> add(Scope scope, UUID vehicleId, @Nullable String subject, byte[] content) {
        String shown = Fields.oneOf("subject", subject, SUBJECTS);
        return UniHelper.toUni(vertx.getOrCreateContext().executeBlocking(() -> PhotoImage.decode(content), false))
                .chain(image -> transactions.inTransaction(
                        scope, session -> add(session, scope, vehicleId, new NewPhoto(shown, image))));
    }

    private Uni<Photo> add(Mutiny.Session session, Scope scope, UUID vehicleId, NewPhoto photo) {
        return vehicles.getOnFile(session, vehicleId)
                .call(_ -> photos.count(session, vehicleId).invoke(VehiclePhotoService::requireRoom))
                .chain(vehicle -> photos.add(session, vehicle, photo, scope.username(), clock.instant()))
                .call(_ -> audit.note(session, scope, "vehicle-photo-added", vehicleId.toString()));
    }

    /** Take a photo out of the file. */
    public Uni<Void> remove(Scope scope, UUID vehicleId, UUID photoId) {
        return transactions.inTransaction(scope, session -> vehicles.getOnFile(session, vehicleId)
                .chain(_ -> photos.remove(session, vehicleId, photoId))
                .invoke(removed -> {
                    if (!removed) {
                        throw unknown();
                    }
                })
                .chain(_ -> audit.note(session, scope, "vehicle-photo-removed", vehicleId + " " + photoId)));
    }

    private static void requireRoom(long count) {
        if (count >= MOST_PHOTOS) {
            throw Problem.conflict(
                            "photos-limited",
                            "每车最多 %d 张照片，请先删除旧照片".formatted(MOST_PHOTOS),
                            "a vehicle has at most %d photos; remove an old one first".formatted(MOST_PHOTOS))
                    .asException();
        }
    }

    private static ProblemException unknown() {
        return Problem.notFound("photo-unknown", "该车辆没有此照片", "the vehicle has no such photo")
                .asException();
    }
}
