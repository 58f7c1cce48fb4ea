package org.motorpool.dispatch.assignment.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.VehicleApi;

@Entity(name = "PlanItem")
@Table(name = "plan_item")
class PlanItemRow {
    @Id
    UUID id;

    @Column(name = "plan_id")
    UUID planId;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Column(name = "request_id")
    UUID requestId;

    @Column(name = "request_number")
    String requestNumber;

    @Column(name = "vehicle_id")
    UUID vehicleId;

    String plate;

    @Column(name = "driver_id")
    UUID driverId;

    @Column(name = "driver_name")
    String driverName;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    String outcome;

    @Column(name = "unserved_code")
    String unservedCode;

    @Column(name = "unserved_reason")
    String unservedReason;

    @Column(name = "charge_name")
    @Nullable
    String chargeName;

    @Column(name = "charge_latitude")
    @Nullable
    Double chargeLatitude;

    @Column(name = "charge_longitude")
    @Nullable
    Double chargeLongitude;

    @Column(name = "charge_from")
    @Nullable
    Instant chargeFrom;

    @Column(name = "charge_to")
    @Nullable
    Instant chargeTo;

    protected PlanItemRow() {}

    PlanItemRow(PlanRow plan, OrderApi.PlanItem item) {
        this(plan, item.requestId(), item.requestNumber());
        vehicleId = item.vehicleId();
        plate = item.plate();
        driverId = item.driverId();
        driverName = item.driverName();
        startsAt = item.from();
        endsAt = item.to();
        charge(item.charge());
    }

    private void charge(OrderApi.@Nullable PlannedCharge charge) {
        if (charge != null) {
            chargeName = charge.place().name();
            chargeLatitude = charge.place().latitude();
            chargeLongitude = charge.place().longitude();
            chargeFrom = charge.from();
            chargeTo = charge.to();
        }
    }

    private OrderApi.@Nullable PlannedCharge toCharge() {
        return chargeName == null || chargeLatitude == null || chargeLongitude == null
                ? null
                : new OrderApi.PlannedCharge(
                        new VehicleApi.Place(chargeName, chargeLatitude, chargeLongitude), chargeFrom, chargeTo);
    }

    PlanItemRow(PlanRow plan, OrderApi.PlanUnserved unserved) {
        this(plan, unserved.requestId(), unserved.requestNumber());
        unservedCode = unserved.code();
        unservedReason = unserved.reason();
    }

    private PlanItemRow(PlanRow plan, UUID requestId, String requestNumber) {
        id = Ids.next();
        planId = plan.id;
        unitId = plan.unitId;
        unitPath = plan.unitPath;
        this.requestId = requestId;
        this.requestNumber = requestNumber;
    }

    boolean isServed() {
        return vehicleId != null;
    }

    OrderApi.PlanItem toItem() {
        return new OrderApi.PlanItem(
                requestId,
                requestNumber,
                vehicleId,
                plate,
                driverId,
                driverName,
                startsAt,
                endsAt,
                outcome,
                List.of(),
                toCharge());
    }

    OrderApi.PlanUnserved toUnserved() {
        return new OrderApi.PlanUnserved(requestId, requestNumber, unservedCode, unservedReason);
    }
}
