package org.motorpool.dispatch.request.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.request.Assigned;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;

@Entity(name = "UseRequest")
@Table(name = "use_request")
class RequestRow {
    @Id
    UUID id;

    String number;

    @Enumerated(EnumType.STRING)
    RequestStatus status;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Column(name = "unit_code")
    String unitCode;

    @Column(name = "unit_name")
    String unitName;

    @Column(name = "region_code")
    String regionCode;

    @Column(name = "host_region_code")
    String hostRegionCode;

    @Column(name = "requester_id")
    UUID requesterId;

    @Column(name = "requester_name")
    String requesterName;

    String purpose;
    String category;
    int passengers;

    @Column(name = "pickup_name")
    String pickupName;

    @Column(name = "pickup_latitude")
    double pickupLatitude;

    @Column(name = "pickup_longitude")
    double pickupLongitude;

    @Column(name = "dropoff_name")
    String dropoffName;

    @Column(name = "dropoff_latitude")
    double dropoffLatitude;

    @Column(name = "dropoff_longitude")
    double dropoffLongitude;

    @Column(name = "depart_at")
    Instant departAt;

    @Column(name = "return_at")
    Instant returnAt;

    @Column(name = "submitted_at")
    Instant submittedAt;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "decision_reason")
    String decisionReason;

    String sharing;

    @Column(name = "vehicle_unit_id")
    UUID vehicleUnitId;

    @Column(name = "vehicle_unit_path")
    String vehicleUnitPath;

    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "order_number")
    String orderNumber;

    @Column(name = "order_status")
    String orderStatus;

    @Column(name = "order_plate")
    String orderPlate;

    @Column(name = "order_energy_type")
    String orderEnergyType;

    @Column(name = "order_vehicle_unit_name")
    String orderVehicleUnitName;

    @Column(name = "order_driver_name")
    String orderDriverName;

    @Column(name = "operation_id")
    UUID operationId;

    @Column(name = "queue_first")
    boolean queueFirst;

    @Version
    long version;

    protected RequestRow() {}

    RequestRow(UseRequest request) {
        RequestApi.Request view = request.view();
        id = view.id();
        number = view.number();
        status = request.status();
        unitId = view.unitId();
        unitPath = request.unitPath();
        unitCode = request.unitCode();
        unitName = view.unitName();
        regionCode = view.regionCode();
        hostRegionCode = view.hostRegionCode();
        requesterId = request.requesterId();
        requesterName = view.requesterName();
        purpose = view.purpose();
        category = view.category();
        passengers = view.passengers();
        departAt = view.departAt();
        returnAt = view.returnAt();
        submittedAt = view.submittedAt();
        setPlaces(view.pickup(), view.dropoff());
    }

    private void setPlaces(VehicleApi.Place pickup, VehicleApi.Place dropoff) {
        pickupName = pickup.name();
        pickupLatitude = pickup.latitude();
        pickupLongitude = pickup.longitude();
        dropoffName = dropoff.name();
        dropoffLatitude = dropoff.latitude();
        dropoffLongitude = dropoff.longitude();
    }

    void decide(RequestStatus outcome, String by, Instant at, @Nullable String reason) {
        status = outcome;
        decidedBy = by;
        decidedAt = at;
        decisionReason = reason;
    }

    void assign(Assigned assigned) {
        status = RequestStatus.ASSIGNED;
        sharing = assigned.sharing();
        vehicleUnitId = assigned.vehicleUnitId();
        vehicleUnitPath = assigned.vehicleUnitPath();
        orderId = assigned.order().id();
        orderNumber = assigned.order().number();
        orderStatus = assigned.order().status();
        orderPlate = assigned.order().plate();
        orderEnergyType = assigned.order().energyType();
        orderVehicleUnitName = assigned.order().vehicleUnitName();
        orderDriverName = assigned.order().driverName();
    }

    void move(RequestStatus next, @Nullable String orderMoved) {
        status = next;
        orderStatus = orderMoved;
    }

    /** The vehicle is withdrawn: its unit has no part in the request any more. */
    void release() {
        status = RequestStatus.APPROVED;
        sharing = null;
        vehicleUnitId = null;
        vehicleUnitPath = null;
        orderId = null;
        orderNumber = null;
        orderStatus = null;
        orderPlate = null;
        orderEnergyType = null;
        orderVehicleUnitName = null;
        orderDriverName = null;
    }

    UseRequest toRequest() {
        return new UseRequest(view(), requesterId, unitCode, unitPath, vehicleUnitPath);
    }

    private RequestApi.Request view() {
        return new RequestApi.Request(
                id,
                number,
                status.name(),
                unitId,
                unitName,
                regionCode,
                hostRegionCode,
                requesterName,
                purpose,
                category,
                passengers,
                new VehicleApi.Place(pickupName, pickupLatitude, pickupLongitude),
                new VehicleApi.Place(dropoffName, dropoffLatitude, dropoffLongitude),
                departAt,
                returnAt,
                submittedAt,
                decisionReason,
                sharing,
                orderId == null ? null : order(),
                version);
    }

    private OrderApi.OrderSummary order() {
        return new OrderApi.OrderSummary(
                orderId, orderNumber, orderStatus, orderPlate, orderEnergyType, orderVehicleUnitName, orderDriverName);
    }
}
