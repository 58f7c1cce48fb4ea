package org.motorpool.dispatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.motorpool.dispatch.registry.NewPhoto;
import org.motorpool.dispatch.registry.VehicleFile;

@Entity(name = "VehiclePhoto")
@Table(name = "vehicle_photo")
class PhotoRow {
    @Id
    UUID id;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    String subject;

    @Column(name = "media_type")
    String mediaType;

    @Column(name = "width_px")
    int widthPx;

    @Column(name = "height_px")
    int heightPx;

    byte[] content;

    @Formula("octet_length(content)")
    int size;

    @Column(name = "added_by")
    String addedBy;

    @Column(name = "added_at")
    Instant addedAt;

    protected PhotoRow() {}

    PhotoRow(UUID id, VehicleFile vehicle, NewPhoto photo, String by, Instant at) {
        this.id = id;
        vehicleId = vehicle.id();
        unitId = vehicle.unitId();
        unitPath = vehicle.unitPath();
        subject = photo.subject();
        mediaType = photo.image().mediaType();
        widthPx = photo.image().width_px();
        heightPx = photo.image().height_px();
        content = photo.image().content();
        addedBy = by;
        addedAt = at;
    }
}
