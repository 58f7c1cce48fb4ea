package org.motorpool.dispatch.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.planner.contract.DayApi;

/**
 * A day as the planner knows it, with the things its facts were made of.
 *
 * @param name under which the planner keeps it
 * @param takenAt when the facts were read
 */
record PlannedDay(String name, Instant takenAt, DayCandidates candidates, DayApi.Facts facts) {

    /** Stands, with the code of a region behind it, for units there that neither own vehicles of the day nor have orders. */
    static final String ANY_UNIT = "*";

    /** What the planner calls the unit that asks. */
    String unit(UseRequest request) {
        String region = ANY_UNIT + request.view().regionCode();
        return Stream.of(request.unitCode(), region)
                .filter(code ->
                        facts.units().stream().anyMatch(unit -> unit.code().equals(code)))
                .findFirst()
                .orElse(ANY_UNIT);
    }

    String snapshot() {
        return facts.snapshot();
    }

    /** Vehicles of the day by their ids, as the planner spells them. */
    Map<String, VehicleFile> vehicles() {
        return byId(candidates.vehicles(), VehicleFile::id);
    }

    Map<String, DriverFile> drivers() {
        return byId(candidates.drivers(), DriverFile::id);
    }

    private static <T> Map<String, T> byId(List<T> things, Function<T, UUID> id) {
        return things.stream().collect(Collectors.toMap(thing -> id.apply(thing).toString(), Function.identity()));
    }
}
