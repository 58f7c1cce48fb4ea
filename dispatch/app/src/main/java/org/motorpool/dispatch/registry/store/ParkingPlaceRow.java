package org.motorpool.dispatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.registry.ParkingPlace;

@Entity(name = "ParkingPlace")
@Table(name = "parking_place")
class ParkingPlaceRow {
    @Id
    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    String name;
    double latitude;
    double longitude;

    protected ParkingPlaceRow() {}

    ParkingPlaceRow(ParkingPlace place) {
        unitId = place.unitId();
        unitPath = place.unitPath();
        name = place.place().name();
        latitude = place.place().latitude();
        longitude = place.place().longitude();
    }

    VehicleApi.Place toPlace() {
        return new VehicleApi.Place(name, latitude, longitude);
    }
}
