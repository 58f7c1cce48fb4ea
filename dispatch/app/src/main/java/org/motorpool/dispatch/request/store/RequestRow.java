package org.motorpool.dispatch.request.store;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
import org.motorpool.dispatch.contract.RequestDetailApi;
import org.motorpool.dispatch.contract.VehicleApi;
import org.motorpool.dispatch.request.Assigned;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;

@Entity(name = "UseRequest")
@Table(name = "use_request")
class RequestRow {
    @Id
    UUID id;

    @Column(updatable = false)
    String number;

    @Enumerated(EnumType.STRING)
    RequestStatus status;

    @Column(name = "unit_id", updatable = false)
    UUID unitId;

    @Column(name = "unit_path", updatable = false)
    String unitPath;

    @Column(name = "unit_code", updatable = false)
    String unitCode;

    @Column(name = "unit_name", updatable = false)
    String unitName;

    @Column(name = "region_code", updatable = false)
    String regionCode;

    @Column(name = "host_region_code")
    String hostRegionCode;

    @Column(name = "requester_id", updatable = false)
    UUID requesterId;

    @Column(name = "requester_name", updatable = false)
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

    @Convert(converter = DetailsColumn.class)
    RequestDetailApi.Details details;

    int round = 1;
    boolean emergency;

    @Column(name = "paper_due_at")
    Instant paperDueAt;

    @Column(name = "paper_state")
    String paperState;

    @Column(name = "held_until")
    Instant heldUntil;

    @Column(name = "hold_expiry")
    String holdExpiry;

    @Column(name = "series_id", updatable = false)
    UUID seriesId;

    @Column(name = "chain_name")
    String chainName;

    Integer step;

    @Version
    long version;

    protected RequestRow() {}

    RequestRow(UseRequest request) {
        RequestApi.Request view = request.view();
        id = view.id();
        number = view.number();
        unitId = view.unitId();
        unitPath = request.unitPath();
        unitCode = request.unitCode();
        unitName = view.unitName();
        regionCode = view.regionCode();
        requesterId = request.requesterId();
        requesterName = view.requesterName();
        seriesId = view.seriesId();
        ask(request);
    }

    /** What is asked for: at the first submission, and again when it was corrected. */
    void ask(UseRequest request) {
        RequestApi.Request view = request.view();
        status = request.status();
        hostRegionCode = view.hostRegionCode();
        purpose = view.purpose();
        category = view.category();
        passengers = view.passengers();
        departAt = view.departAt();
        returnAt = view.returnAt();
        submittedAt = view.submittedAt();
        setPlaces(view.pickup(), view.dropoff());
        details = view.details();
        round = view.round();
        emergency = view.emergency();
        paperDueAt = view.paperDueAt();
        paperState = view.paperState();
        heldUntil = view.heldUntil();
        holdExpiry = view.holdExpiry();
        chainName = view.approvalChain();
        step = view.approvalStep();
        decidedBy = null;
        decidedAt = null;
        decisionReason = null;
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
        step = null;
        heldUntil = null;
        version++;
    }

    void cancel() {
        status = RequestStatus.CANCELLED;
        orderStatus = null;
        step = null;
        heldUntil = null;
    }

    void openStep(@Nullable Integer position) {
        step = position;
    }

    void setPaper(String state) {
        paperState = state;
    }

    void stopHolding() {
        heldUntil = null;
    }

    void assign(Assigned assigned) {
        status = RequestStatus.ASSIGNED;
        serveBy(assigned);
        version++;
    }

    void serveBy(Assigned assigned) {
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
                details,
                round,
                emergency,
                paperDueAt,
                paperState,
                "OVERDUE".equals(paperState),
                heldUntil,
                holdExpiry,
                seriesId,
                chainName,
                step,
                version);
    }

    private OrderApi.OrderSummary order() {
        return new OrderApi.OrderSummary(
                orderId, orderNumber, orderStatus, orderPlate, orderEnergyType, orderVehicleUnitName, orderDriverName);
    }
}
