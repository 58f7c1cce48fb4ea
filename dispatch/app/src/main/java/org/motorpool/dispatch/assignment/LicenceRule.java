package org.motorpool.dispatch.assignment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;

/**
 * Which licence class drives which vehicle. Persons include the driver: 20 and more need A1, 10 to 19 need B1 or what covers it;
 * A3 drives city buses only.
 */
final class LicenceRule {

    private static final String CLAUSE = "《机动车驾驶证申领和使用规定》（公安部令第162号）附件1 准驾车型及代号";
    private static final Set<String> LARGE = Set.of("A1");
    private static final Set<String> MEDIUM = Set.of("A1", "A2", "B1");
    private static final Set<String> SMALL = Set.of("A1", "A2", "A3", "B1", "B2", "C1", "C2");

    private LicenceRule() {}

    static Optional<Violation> check(VehicleFile vehicle, DriverFile driver) {
        Set<String> permitted = permitted(vehicle);
        return permitted.contains(driver.licenceClass())
                ? Optional.empty()
                : Optional.of(new Violation(
                        "licence-insufficient",
                        CLAUSE,
                        "驾驶员 %s 的准驾车型 %s 不能驾驶 %s，须为 %s"
                                .formatted(
                                        driver.name(),
                                        driver.licenceClass(),
                                        vehicle.plate(),
                                        permitted.stream().sorted().toList()),
                        "licence class %s of driver %s does not cover %s; one of %s does"
                                .formatted(
                                        driver.licenceClass(),
                                        driver.name(),
                                        vehicle.plate(),
                                        permitted.stream().sorted().toList())));
    }

    /** The level of licence that the vehicle needs: LARGE, MEDIUM or SMALL. */
    static String level(VehicleFile vehicle) {
        Set<String> permitted = permitted(vehicle);
        return permitted.equals(LARGE) ? "LARGE" : permitted.equals(MEDIUM) ? "MEDIUM" : "SMALL";
    }

    /** The levels that the driver's licence covers. */
    static List<String> levels(DriverFile driver) {
        return Map.of("LARGE", LARGE, "MEDIUM", MEDIUM, "SMALL", SMALL).entrySet().stream()
                .filter(level -> level.getValue().contains(driver.licenceClass()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Set<String> permitted(VehicleFile vehicle) {
        int persons = vehicle.seats() + 1;
        if (vehicle.bodyType().equals("LARGE_BUS") || persons >= 20) {
            return LARGE;
        }
        return vehicle.bodyType().equals("MEDIUM_BUS") || persons >= 10 ? MEDIUM : SMALL;
    }
}
