package org.motorpool.dispatch.trip.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.ExpenseApi.Expense;
import org.motorpool.dispatch.contract.ExpenseApi.NewExpense;
import org.motorpool.dispatch.registry.VehicleFile;

@Entity(name = "Expense")
@Table(name = "expense_entry")
class ExpenseRow {
    @Id
    UUID id;

    /** Null of a rental. */
    @Column(name = "vehicle_id")
    @Nullable
    UUID vehicleId;

    /** Null where the vehicle went to a unit outside the scope. */
    @Formula("(select v.plate from vehicle v where v.id = vehicle_id)")
    @Nullable
    String plate;

    @Formula("coalesce((select v.confidential from vehicle v where v.id = vehicle_id), false)")
    boolean confidential;

    @Column(name = "unit_id")
    UUID unitId;

    @Column(name = "unit_path")
    String unitPath;

    @Formula("(select u.name from unit u where u.id = unit_id)")
    String unitName;

    @Column(name = "order_id")
    @Nullable
    UUID orderId;

    @Column(name = "no_order_reason")
    @Nullable
    String noOrderReason;

    String kind;

    @Column(name = "incurred_at")
    Instant incurredAt;

    @Column(name = "amount_fen")
    long amountFen;

    @Nullable
    Double quantity;

    @Column(name = "quantity_unit")
    @Nullable
    String quantityUnit;

    @Nullable
    String product;

    String supplier;
    boolean designated;

    @Column(name = "invoice_number")
    @Nullable
    String invoiceNumber;

    @Column(name = "odometer_km")
    @Nullable
    Long odometerKm;

    @Nullable
    Double latitude;

    @Nullable
    Double longitude;

    String source;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "trip_id")
    @Nullable
    UUID tripId;

    @Column(name = "rental_order_id", insertable = false, updatable = false)
    @Nullable
    UUID rentalOrderId;

    @Column(name = "changed_by")
    @Nullable
    String changedBy;

    @Column(name = "changed_at")
    @Nullable
    Instant changedAt;

    @Column(name = "change_reason")
    @Nullable
    String changeReason;

    boolean cancelled;

    @Column(name = "invoice_claim")
    @Nullable
    String invoiceClaim;

    @Version
    long version;

    protected ExpenseRow() {}

    ExpenseRow(UUID id, VehicleFile vehicle, NewExpense expense, String by, Instant at) {
        this.id = id;
        vehicleId = vehicle.id();
        plate = vehicle.plate();
        unitId = vehicle.unitId();
        unitPath = vehicle.unitPath();
        unitName = vehicle.unitName();
        say(expense);
        source = "MANUAL";
        recordedBy = by;
        recordedAt = at;
    }

    private void say(NewExpense expense) {
        orderId = expense.orderId();
        noOrderReason = expense.noOrderReason();
        kind = expense.kind();
        incurredAt = expense.incurredAt();
        amountFen = expense.amount_fen();
        quantity = expense.quantity();
        quantityUnit = expense.quantityUnit();
        product = expense.product();
        supplier = expense.supplier();
        designated = expense.designated();
        invoiceNumber = expense.invoiceNumber();
        odometerKm = expense.odometer_km();
        latitude = expense.latitude();
        longitude = expense.longitude();
        tripId = expense.tripId();
        invoiceClaim = expense.invoiceNumber();
    }

    void correct(NewExpense expense, String reason, String by, Instant at) {
        say(expense);
        changed(reason, by, at);
    }

    /** It stays on file and counts nowhere; its invoice may be claimed again. */
    void cancel(String reason, String by, Instant at) {
        cancelled = true;
        invoiceClaim = null;
        changed(reason, by, at);
    }

    private void changed(String reason, String by, Instant at) {
        changeReason = reason;
        changedBy = by;
        changedAt = at;
    }

    private String status() {
        if (cancelled) {
            return "CANCELLED";
        }
        return changeReason == null ? "RECORDED" : "CORRECTED";
    }

    Expense toExpense() {
        return new Expense(
                id,
                vehicleId,
                plate,
                unitId,
                unitName,
                orderId,
                noOrderReason,
                kind,
                incurredAt,
                amountFen,
                quantity,
                quantityUnit,
                product,
                supplier,
                designated,
                invoiceNumber,
                odometerKm,
                latitude,
                longitude,
                source,
                recordedBy,
                recordedAt,
                tripId,
                rentalOrderId,
                status(),
                changedBy,
                changedAt,
                changeReason,
                version);
    }
}
