package org.motorpool.dispatch.assignment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.contract.ReplanApi;

/** Reads what people say happened; the first bad field is a problem that names it. */
final class ReplanForms {

    private static final int LONGEST_PLACE = 100;

    private ReplanForms() {}

    static Incident incident(ReplanApi.@Nullable DayEvent form, Instant now) {
        ReplanApi.DayEvent event = Fields.required("kind", form);
        requirePlace(event);
        return switch (event.kind() == null ? "" : event.kind()) {
            case "BREAKDOWN" ->
                new Incident.Breakdown(Fields.required("vehicleId", event.vehicleId()), later(event.until(), now));
            case "DELAY" ->
                new Incident.Delay(
                        Fields.required("orderId", event.orderId()),
                        Fields.required("until", later(event.until(), now)));
            case "DRIVER_ABSENT" ->
                new Incident.DriverAbsent(Fields.required("driverId", event.driverId()), later(event.until(), now));
            case "REQUEST" -> new Incident.LateRequest(Fields.required("requestId", event.requestId()));
            case "CANCELLED" -> new Incident.Cancelled(Fields.required("orderId", event.orderId()));
            default ->
                throw Fields.bad(
                        "kind",
                        "应为 BREAKDOWN、DELAY、DRIVER_ABSENT、REQUEST 或 CANCELLED",
                        "must be BREAKDOWN, DELAY, DRIVER_ABSENT, REQUEST or CANCELLED");
        };
    }

    private static void requirePlace(ReplanApi.DayEvent event) {
        if (event.place() != null) {
            Fields.text("place", event.place().name(), LONGEST_PLACE);
        }
    }

    private static @Nullable Instant later(@Nullable Instant until, Instant now) {
        if (until != null && !until.isAfter(now)) {
            throw Fields.bad("until", "应晚于现在", "must be after now");
        }
        return until;
    }
}
