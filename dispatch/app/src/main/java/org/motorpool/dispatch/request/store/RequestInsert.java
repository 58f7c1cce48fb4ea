package org.motorpool.dispatch.request.store;

import org.jspecify.annotations.Nullable;

/** How a new request is written: by one statement of its own, for every booking begins with it. The rest the table defaults. */
final class RequestInsert {

    static final String SQL = """
            insert into use_request (id, number, status, unit_id, unit_path, unit_code, unit_name, region_code,
                host_region_code, requester_id, requester_name, purpose, category, passengers, pickup_name, pickup_latitude,
                pickup_longitude, dropoff_name, dropoff_latitude, dropoff_longitude, depart_at, return_at, submitted_at,
                details, round, emergency, paper_due_at, paper_state, held_until, hold_expiry, series_id, chain_name, step)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
                ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33)""";

    private static final DetailsColumn DETAILS = new DetailsColumn();

    private RequestInsert() {}

    static @Nullable Object[] values(RequestRow row) {
        return new @Nullable Object[] {
            row.id,
            row.number,
            row.status.name(),
            row.unitId,
            row.unitPath,
            row.unitCode,
            row.unitName,
            row.regionCode,
            row.hostRegionCode,
            row.requesterId,
            row.requesterName,
            row.purpose,
            row.category,
            row.passengers,
            row.pickupName,
            row.pickupLatitude,
            row.pickupLongitude,
            row.dropoffName,
            row.dropoffLatitude,
            row.dropoffLongitude,
            row.departAt,
            row.returnAt,
            row.submittedAt,
            DETAILS.convertToDatabaseColumn(row.details),
            row.round,
            row.emergency,
            row.paperDueAt,
            row.paperState,
            row.heldUntil,
            row.holdExpiry,
            row.seriesId,
            row.chainName,
            row.step
        };
    }
}
