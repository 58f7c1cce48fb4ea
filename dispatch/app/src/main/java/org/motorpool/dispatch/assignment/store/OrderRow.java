package org.motorpool.dispatch.assignment.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.motorpool.dispatch.assignment.OrderConflict;
import org.motorpool.dispatch.assignment.OrderStatus;
import org.motorpool.dispatch.assignment.ReasonCode;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.OrderActApi;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.VehicleApi;

@Entity(name = "VehicleOrder")
@Table(name = "vehicle_order")
class OrderRow {
    @Id
    UUID id;

    @Column(updatable = false)
    String number;

    @Enumerated(EnumType.STRING)
    OrderStatus status;

    @Column(name = "request_id", updatable = false)
    UUID requestId;

    @Column(name = "request_number", updatable = false)
    String requestNumber;

    @Column(name = "request_unit_id", updatable = false)
    UUID requestUnitId;

    @Column(name = "request_unit_path", updatable = false)
    String requestUnitPath;

    @Column(name = "request_unit_name", updatable = false)
    String requestUnitName;

    String purpose;
    int passengers;

    @Column(name = "pickup_name", updatable = false)
    String pickupName;

    @Column(name = "pickup_latitude", updatable = false)
    double pickupLatitude;

    @Column(name = "pickup_longitude", updatable = false)
    double pickupLongitude;

    @Column(name = "dropoff_name", updatable = false)
    String dropoffName;

    @Column(name = "dropoff_latitude", updatable = false)
    double dropoffLatitude;

    @Column(name = "dropoff_longitude", updatable = false)
    double dropoffLongitude;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    String sharing;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    String plate;

    @Column(name = "energy_type")
    String energyType;

    @Column(name = "vehicle_unit_id")
    UUID vehicleUnitId;

    @Column(name = "vehicle_unit_path")
    String vehicleUnitPath;

    @Column(name = "vehicle_unit_name")
    String vehicleUnitName;

    @Column(name = "driver_id")
    UUID driverId;

    @Column(name = "driver_name")
    String driverName;

    @Column(name = "driver_username")
    String driverUsername;

    @Column(name = "issued_by", updatable = false)
    String issuedBy;

    @Column(name = "issued_at", updatable = false)
    Instant issuedAt;

    @Column(name = "cancel_reason")
    String cancelReason;

    int revision;

    @Column(name = "reason_code")
    String reasonCode;

    @Column(name = "continues_order_id", updatable = false)
    UUID continuesOrderId;

    @Column(name = "continued_by_id")
    UUID continuedById;

    String conflict;

    @Column(name = "conflict_with_id")
    UUID conflictWithId;

    @Column(name = "late_check_at")
    Instant lateCheckAt;

    /** 合乘: the order that leads. */
    @Column(name = "rides_with")
    UUID ridesWith;

    boolean shared;

    @Column(name = "dropoff_at")
    Instant dropoffAt;

    @Version
    long version;

    protected OrderRow() {}

    OrderRow(VehicleOrder order, String issuedBy) {
        OrderApi.Order view = order.view();
        id = view.id();
        number = view.number();
        status = order.status();
        startsAt = view.from();
        endsAt = view.to();
        sharing = view.sharing();
        this.issuedBy = issuedBy;
        continuesOrderId = view.course().continuesOrderId();
        ridesWith = view.course().ridesWithId();
        issuedAt = order.issuedAt();
        setRequest(order);
        setVehicleAndDriver(order);
    }

    private void setRequest(VehicleOrder order) {
        OrderApi.Order view = order.view();
        requestId = view.requestId();
        requestNumber = view.requestNumber();
        requestUnitId = order.requestUnitId();
        requestUnitPath = order.requestUnitPath();
        requestUnitName = view.requestUnitName();
        purpose = view.purpose();
        passengers = view.passengers();
        pickupName = view.pickup().name();
        pickupLatitude = view.pickup().latitude();
        pickupLongitude = view.pickup().longitude();
        dropoffName = view.dropoff().name();
        dropoffLatitude = view.dropoff().latitude();
        dropoffLongitude = view.dropoff().longitude();
    }

    private void setVehicleAndDriver(VehicleOrder order) {
        OrderApi.Order view = order.view();
        vehicleId = view.vehicleId();
        plate = view.plate();
        energyType = order.energyType();
        vehicleUnitId = order.vehicleUnitId();
        vehicleUnitPath = order.vehicleUnitPath();
        vehicleUnitName = view.vehicleUnitName();
        driverId = view.driverId();
        driverName = view.driverName();
        driverUsername = view.driverUsername();
    }

    void cancel(String reason, ReasonCode code) {
        status = OrderStatus.CANCELLED;
        cancelReason = reason;
        reasonCode = code.name();
        ridesWith = null;
        settleConflict();
    }

    /** Another vehicle or driver, from the beginning; a slip printed before is superseded. */
    void reassign(VehicleOrder next) {
        status = OrderStatus.ASSIGNED;
        sharing = next.view().sharing();
        setVehicleAndDriver(next);
        ridesWith = next.view().course().ridesWithId();
        revision++;
        settleConflict();
    }

    /** The vehicle broke down at this moment; another order goes on. */
    void handOver(Instant at, UUID nextId) {
        comeBack(at);
        continuedById = nextId;
    }

    /** Nobody came: the vehicle and the driver are free from this moment on. */
    void noShow(Instant at, String reason) {
        comeBack(at);
        status = OrderStatus.NO_SHOW;
        cancelReason = reason;
        reasonCode = ReasonCode.REQUESTER.name();
        settleConflict();
    }

    /** 合乘: somebody rides with it, so it holds vehicle and driver as long. */
    void takeAlong(Instant from, Instant to) {
        dropoffAt = dropoffAt == null ? endsAt : dropoffAt;
        shared = true;
        startsAt = from.isBefore(startsAt) ? from : startsAt;
        endsAt = to.isAfter(endsAt) ? to : endsAt;
        supersede();
    }

    /** It rides with this order from now on. */
    void rideWith(UUID leadId) {
        ridesWith = leadId;
        supersede();
    }

    /** It leads from now on, as long as the one before did. */
    void lead(Instant until, boolean others) {
        ridesWith = null;
        shared = others;
        dropoffAt = endsAt;
        endsAt = until.isAfter(endsAt) ? until : endsAt;
        supersede();
    }

    /** What is printed on the slip has changed. */
    void supersede() {
        revision++;
    }

    void conflict(OrderConflict kind, UUID withId) {
        conflict = kind.name();
        conflictWithId = withId;
    }

    void settleConflict() {
        conflict = null;
        conflictWithId = null;
    }

    /** Overdue: promised until this moment, and looked at again then. */
    void extend(Instant until, Instant nextCheck) {
        endsAt = until;
        lateCheckAt = nextCheck;
    }

    /** Back at this moment: the vehicle and the driver are free from then on; a late return gives nothing back. */
    void comeBack(Instant returnedAt) {
        status = OrderStatus.RETURNED;
        if (returnedAt.isBefore(endsAt)) {
            endsAt = returnedAt.isBefore(startsAt) ? startsAt : returnedAt;
        }
    }

    VehicleOrder toOrder() {
        return new VehicleOrder(
                view(), requestUnitId, requestUnitPath, vehicleUnitId, vehicleUnitPath, energyType, issuedAt);
    }

    private OrderApi.Order view() {
        return new OrderApi.Order(
                id,
                number,
                status.name(),
                requestId,
                requestNumber,
                requestUnitName,
                purpose,
                passengers,
                new VehicleApi.Place(pickupName, pickupLatitude, pickupLongitude),
                new VehicleApi.Place(dropoffName, dropoffLatitude, dropoffLongitude),
                startsAt,
                endsAt,
                sharing,
                vehicleId,
                plate,
                vehicleUnitName,
                driverId,
                driverName,
                driverUsername,
                new OrderActApi.Course(
                        revision,
                        cancelReason,
                        reasonCode,
                        continuesOrderId,
                        continuedById,
                        lateCheckAt != null,
                        conflict,
                        conflictWithId,
                        ridesWith,
                        shared,
                        dropoffAt),
                version);
    }
}
