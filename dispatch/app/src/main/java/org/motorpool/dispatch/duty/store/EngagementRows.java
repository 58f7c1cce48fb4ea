package org.motorpool.dispatch.duty.store;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.duty.DutyLimits;
import org.motorpool.dispatch.duty.DutyLimits.Key;
import org.motorpool.dispatch.duty.DutyLimits.Limit;
import org.motorpool.dispatch.duty.Engagements;
import org.motorpool.dispatch.duty.Period;
import org.motorpool.dispatch.duty.PlannedDrive;

/** Reads the rows of an engagement query, each of its kind. */
final class EngagementRows {

    private EngagementRows() {}

    static Engagements read(List<Object[]> rows, UUID instead) {
        return new Engagements(
                periods(rows, "ROTA").stream().findFirst().orElse(null),
                periods(rows, "SHIFT"),
                periods(rows, "LEAVE"),
                rows.stream()
                        .filter(row -> row[0].equals("ORDER") && !instead.equals(row[1]))
                        .map(EngagementRows::drive)
                        .toList(),
                new DutyLimits(rows.stream()
                        .filter(row -> row[8] != null)
                        .map(row -> new Limit(
                                Key.valueOf((String) row[0]), (Integer) row[8], (String) row[9], (Boolean) row[10]))
                        .toList()));
    }

    private static List<Period> periods(List<Object[]> rows, String kind) {
        return rows.stream()
                .filter(row -> row[0].equals(kind))
                .map(EngagementRows::period)
                .toList();
    }

    private static Period period(Object[] row) {
        return period(row[2], row[3]);
    }

    /** A period as PostgreSQL gives it. */
    static Period period(Object from, Object to) {
        return new Period(((OffsetDateTime) from).toInstant(), ((OffsetDateTime) to).toInstant());
    }

    private static PlannedDrive drive(Object[] row) {
        Place pickup = new Place("", (Double) row[4], (Double) row[5]);
        Place dropoff = new Place("", (Double) row[6], (Double) row[7]);
        return PlannedDrive.of(period(row).from(), period(row).to(), List.of(pickup, dropoff));
    }
}
