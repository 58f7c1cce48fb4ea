package org.motorpool.dispatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.ChargerApi;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.registry.ChargerFile;

@Entity(name = "Charger")
@Table(name = "charger")
class ChargerRow {
    @Id
    UUID id;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Column(name = "unit_name")
    String unitName;

    @Column(name = "region_code")
    String regionCode;

    String name;
    double latitude;
    double longitude;

    @Column(name = "power_kw")
    double powerKw;

    int sockets;

    @Column(name = "in_service")
    boolean inService;

    @Column(name = "added_by")
    String addedBy;

    @Column(name = "added_at")
    Instant addedAt;

    @Column(name = "added_on")
    LocalDate addedOn;

    @Column(name = "retired_on")
    @Nullable
    LocalDate retiredOn;

    @Version
    long version;

    protected ChargerRow() {}

    ChargerRow(ChargerFile charger, String addedBy, Instant addedAt) {
        ChargerApi.Charger view = charger.view();
        id = view.id();
        unitId = view.unitId();
        unitPath = charger.unitPath();
        unitName = view.unitName();
        regionCode = charger.regionCode();
        describe(view);
        this.addedBy = addedBy;
        this.addedAt = addedAt;
        this.addedOn = Days.of(addedAt);
    }

    final void describe(ChargerApi.Charger view) {
        name = view.place().name();
        latitude = view.place().latitude();
        longitude = view.place().longitude();
        powerKw = view.power_kW();
        sockets = view.sockets();
        inService = view.inService();
        retiredOn = view.retiredOn();
    }

    ChargerFile toCharger() {
        return new ChargerFile(
                new ChargerApi.Charger(
                        id,
                        unitId,
                        unitName,
                        new VehicleApi.Place(name, latitude, longitude),
                        powerKw,
                        sockets,
                        inService,
                        retiredOn,
                        version),
                unitPath,
                regionCode);
    }
}
