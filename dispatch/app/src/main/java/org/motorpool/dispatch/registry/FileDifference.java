package org.motorpool.dispatch.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.motorpool.dispatch.registry.VehicleHistory.Change;

/** What a correction of a file changes, for its history: the fields that differ, before and after. */
final class FileDifference {

    private FileDifference() {}

    static Change between(VehicleFile before, VehicleFile after) {
        Map<String, String> was = fields(before);
        Map<String, String> is = fields(after);
        return new Change("PARTICULARS", differing(was, is), differing(is, was));
    }

    private static String differing(Map<String, String> shown, Map<String, String> other) {
        return shown.entrySet().stream()
                .filter(field -> !field.getValue().equals(other.get(field.getKey())))
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining(", "));
    }

    /** What a correction may touch; an empty text where nothing is known. */
    private static Map<String, String> fields(VehicleFile file) {
        VehicleParticulars particulars = file.particulars();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("plate", file.plate());
        fields.put("plateColour", file.plateColour());
        fields.put("brand", file.brand());
        fields.put("model", file.model());
        fields.put("seats", file.seats());
        fields.put("ownerName", particulars.ownerName());
        fields.put("engineNumber", particulars.engineNumber());
        fields.put("inUseSince", particulars.inUseSince());
        fields.put("odometer_km", particulars.odometer_km());
        fields.put("tank_l", particulars.tank_l());
        fields.put("nominal_l_per_100km", particulars.nominal_l_per_100km());
        fields.put("nominal_kWh_per_100km", particulars.nominal_kWh_per_100km());
        fields.put("fuel", particulars.fuel());
        fields.put("emissionStage", particulars.emissionStage());
        fields.put("electricRange_km", particulars.electricRange_km());
        fields.put("chargingPower_kW", particulars.chargingPower_kW());
        Map<String, String> shown = new LinkedHashMap<>();
        fields.forEach((name, value) -> shown.put(name, value == null ? "" : value.toString()));
        return shown;
    }
}
