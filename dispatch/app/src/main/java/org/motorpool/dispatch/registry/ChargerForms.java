package org.motorpool.dispatch.registry;

import static org.motorpool.dispatch.Fields.bad;
import static org.motorpool.dispatch.Fields.number;
import static org.motorpool.dispatch.Fields.required;
import static org.motorpool.dispatch.Fields.text;

import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.ChargerApi.NewCharger;
import org.motorpool.dispatch.contract.VehicleApi.Place;

/** Reads what people enter about chargers; the first bad field is a problem that names it. */
final class ChargerForms {

    private static final double LEAST_KW = 1;
    private static final double MOST_KW = 600;
    private static final long MOST_SOCKETS = 100;
    private static final double MOST_LATITUDE = 90;
    private static final double MOST_LONGITUDE = 180;

    private ChargerForms() {}

    static NewCharger added(@Nullable NewCharger form) {
        return read(form, true);
    }

    /** The unit is none of its fields. */
    static NewCharger corrected(@Nullable NewCharger form) {
        return read(form, false);
    }

    private static NewCharger read(@Nullable NewCharger form, boolean withUnit) {
        NewCharger given = required(withUnit ? "unitId" : "place", form);
        return new NewCharger(
                withUnit ? required("unitId", given.unitId()) : given.unitId(),
                place(given.place()),
                power("power_kW", given.power_kW()),
                (int) number("sockets", whole(given.sockets()), 1, MOST_SOCKETS),
                given.inService() == null || given.inService());
    }

    private static Place place(@Nullable Place form) {
        Place given = required("place", form);
        if (!(Math.abs(given.latitude()) <= MOST_LATITUDE) || !(Math.abs(given.longitude()) <= MOST_LONGITUDE)) {
            throw bad("place", "经纬度超出范围", "is off the globe");
        }
        return new Place(text("place.name", given.name(), 100), given.latitude(), given.longitude());
    }

    static double power(String field, @Nullable Double given) {
        if (given == null || !(given >= LEAST_KW && given <= MOST_KW)) {
            throw bad(field, "应在 1 到 600 千瓦之间", "must be 1 to 600 kW");
        }
        return given;
    }

    private static @Nullable Long whole(@Nullable Integer value) {
        return value == null ? null : value.longValue();
    }
}
