package org.motorpool.dispatch.trip.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.trip.DriverReport;
import org.motorpool.dispatch.trip.Plausibility;
import org.motorpool.dispatch.trip.TripFile;
import org.motorpool.dispatch.trip.TripStatus;

@Entity(name = "Trip")
@Table(name = "trip")
class TripRow {
    @Id
    UUID id;

    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "order_number")
    String orderNumber;

    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    @Column(name = "vehicle_unit_id")
    UUID vehicleUnitId;

    @Column(name = "vehicle_unit_path")
    String vehicleUnitPath;

    String plate;

    @Column(name = "driver_name")
    String driverName;

    @Enumerated(EnumType.STRING)
    TripStatus status;

    @Column(name = "departed_at")
    Instant departedAt;

    @Column(name = "arrived_at")
    Instant arrivedAt;

    @Column(name = "returned_at")
    Instant returnedAt;

    @Column(name = "odometer_start_km")
    long odometerStart_km;

    @Column(name = "odometer_end_km")
    Long odometerEnd_km;

    @Column(name = "measured_m")
    Long measured_m;

    @Column(name = "waiting_minutes")
    int waiting_minutes;

    @Column(name = "close_at")
    Instant closeAt;

    Double deviation;

    @Column(name = "deviation_limit")
    Double deviationLimit;

    @Column(name = "deviation_beyond")
    boolean deviationBeyond;

    String explanation;

    @Column(name = "explained_by")
    String explainedBy;

    @Column(name = "explained_at")
    Instant explainedAt;

    @Version
    long version;

    protected TripRow() {}

    TripRow(VehicleOrder order, DriverReport departure) {
        OrderApi.Order view = order.view();
        id = Ids.next();
        orderId = view.id();
        orderNumber = view.number();
        requestId = view.requestId();
        unitId = order.requestUnitId();
        unitPath = order.requestUnitPath();
        vehicleId = view.vehicleId();
        vehicleUnitId = order.vehicleUnitId();
        vehicleUnitPath = order.vehicleUnitPath();
        plate = view.plate();
        driverName = view.driverName();
        status = TripStatus.UNDERWAY;
        departedAt = departure.occurredAt();
        odometerStart_km = departure.requireOdometer_km();
    }

    void arrive(Instant at) {
        arrivedAt = at;
    }

    void comeBack(DriverReport back, Instant firstTry) {
        returnedAt = back.occurredAt();
        odometerEnd_km = back.requireOdometer_km();
        waiting_minutes = back.waiting_minutes();
        closeAt = firstTry;
    }

    void close(OptionalLong distance_m, Optional<Plausibility> judged) {
        status = TripStatus.CLOSED;
        measured_m = distance_m.isPresent() ? distance_m.getAsLong() : null;
        closeAt = null;
        judged.ifPresent(found -> {
            deviation = found.share();
            deviationLimit = found.limit();
            deviationBeyond = found.beyond();
        });
    }

    void explain(String reason, String by, Instant at) {
        explanation = reason;
        explainedBy = by;
        explainedAt = at;
    }

    TripFile toTrip() {
        OrderApi.Trip view = new OrderApi.Trip(
                id,
                orderId,
                orderNumber,
                requestId,
                plate,
                driverName,
                status.name(),
                departedAt,
                arrivedAt,
                returnedAt,
                odometerStart_km,
                odometerEnd_km,
                measured_m,
                waiting_minutes,
                deviation == null ? null : mileageDeviation(),
                version);
        return new TripFile(view, vehicleId, unitPath, vehicleUnitPath);
    }

    private OrderApi.MileageDeviation mileageDeviation() {
        return new OrderApi.MileageDeviation(
                deviation, deviationLimit, deviationBeyond, explanation, explainedBy, explainedAt);
    }
}
