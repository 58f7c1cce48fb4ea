package org.motorpool.dispatch.assignment.store;

import org.jspecify.annotations.Nullable;

/** How a new order is written: by one statement of its own, for every booking ends with it. The rest the table defaults. */
final class OrderInsert {

    static final String SQL = """
            insert into vehicle_order (id, number, status, request_id, request_number, request_unit_id, request_unit_path,
                request_unit_name, purpose, passengers, pickup_name, pickup_latitude, pickup_longitude, dropoff_name,
                dropoff_latitude, dropoff_longitude, starts_at, ends_at, sharing, vehicle_id, plate, energy_type,
                vehicle_unit_id, vehicle_unit_path, vehicle_unit_name, driver_id, driver_name, driver_username, issued_by,
                issued_at, continues_order_id, rides_with)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
                ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32)""";

    private OrderInsert() {}

    static @Nullable Object[] values(OrderRow row) {
        return new @Nullable Object[] {
            row.id,
            row.number,
            row.status.name(),
            row.requestId,
            row.requestNumber,
            row.requestUnitId,
            row.requestUnitPath,
            row.requestUnitName,
            row.purpose,
            row.passengers,
            row.pickupName,
            row.pickupLatitude,
            row.pickupLongitude,
            row.dropoffName,
            row.dropoffLatitude,
            row.dropoffLongitude,
            row.startsAt,
            row.endsAt,
            row.sharing,
            row.vehicleId,
            row.plate,
            row.energyType,
            row.vehicleUnitId,
            row.vehicleUnitPath,
            row.vehicleUnitName,
            row.driverId,
            row.driverName,
            row.driverUsername,
            row.issuedBy,
            row.issuedAt,
            row.continuesOrderId,
            row.ridesWith
        };
    }
}
