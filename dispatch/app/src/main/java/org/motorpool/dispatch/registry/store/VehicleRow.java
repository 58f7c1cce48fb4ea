package org.motorpool.dispatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleParticulars;
import org.motorpool.dispatch.registry.VehicleState;

@Entity(name = "Vehicle")
@Table(name = "vehicle")
class VehicleRow {
    @Id
    UUID id;

    String plate;

    @Column(name = "plate_colour")
    String plateColour;

    String vin;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Formula("(select u.name from unit u where u.id = unit_id)")
    String unitName;

    @Column(name = "region_code")
    String regionCode;

    String category;

    @Column(name = "body_type")
    String bodyType;

    @Column(name = "energy_type")
    String energyType;

    String brand;
    String model;
    int seats;

    @Column(name = "price_fen")
    long priceFen;

    @Column(name = "displacement_l")
    double displacementL;

    @Column(name = "home_name")
    String homeName;

    @Column(name = "home_latitude")
    double homeLatitude;

    @Column(name = "home_longitude")
    double homeLongitude;

    @Enumerated(EnumType.STRING)
    VehicleState state;

    @Column(name = "registered_on")
    LocalDate registeredOn;

    @Column(name = "acquisition_kind")
    String acquisitionKind;

    @Column(name = "disposed_on")
    @Nullable
    LocalDate disposedOn;

    @Column(name = "idle_since")
    @Nullable
    Instant idleSince;

    @Column(name = "replaced_by_id")
    @Nullable
    UUID replacedById;

    @Embedded
    ParticularsColumns particulars;

    protected VehicleRow() {}

    VehicleRow(VehicleFile file, Instant addedAt) {
        id = file.id();
        plate = file.plate();
        plateColour = file.plateColour();
        vin = file.vin();
        unitId = file.unitId();
        unitPath = file.unitPath();
        unitName = file.unitName();
        regionCode = file.regionCode();
        category = file.category();
        bodyType = file.bodyType();
        energyType = file.energyType();
        brand = file.brand();
        model = file.model();
        seats = file.seats();
        priceFen = file.price_fen();
        displacementL = file.displacement_l();
        homeName = file.home().name();
        homeLatitude = file.home().latitude();
        homeLongitude = file.home().longitude();
        state = file.state();
        registeredOn = file.registeredOn();
        acquisitionKind = file.acquisitionKind();
        particulars = new ParticularsColumns(file.particulars());
        idleSince = state == VehicleState.IDLE ? addedAt : null;
    }

    void mark(VehicleState marked, Instant at) {
        state = marked;
        idleSince = marked == VehicleState.IDLE ? at : null;
    }

    void dispose(LocalDate on) {
        state = VehicleState.OUT_OF_SERVICE;
        idleSince = null;
        disposedOn = on;
    }

    void moveTo(Unit unit, VehicleApi.Place home) {
        unitId = unit.id();
        unitPath = unit.path();
        regionCode = unit.regionCode();
        homeName = home.name();
        homeLatitude = home.latitude();
        homeLongitude = home.longitude();
    }

    void replacedBy(UUID newVehicleId) {
        replacedById = newVehicleId;
    }

    void describe(VehicleParticulars described) {
        particulars = new ParticularsColumns(described);
    }

    void name(VehicleFile file) {
        plate = file.plate();
        plateColour = file.plateColour();
        brand = file.brand();
        model = file.model();
        seats = file.seats();
    }

    /** The odometer only goes forward. */
    void read(long odometer_km) {
        Long known = particulars.odometerKm;
        particulars.odometerKm = known == null ? odometer_km : Math.max(known, odometer_km);
    }

    boolean isConfidential() {
        return particulars.confidential;
    }

    VehicleFile toFile() {
        return new VehicleFile(
                id,
                plate,
                plateColour,
                vin,
                unitId,
                unitPath,
                unitName,
                regionCode,
                category,
                bodyType,
                energyType,
                brand,
                model,
                seats,
                priceFen,
                displacementL,
                new VehicleApi.Place(homeName, homeLatitude, homeLongitude),
                state,
                registeredOn,
                acquisitionKind,
                particulars.toParticulars());
    }
}
