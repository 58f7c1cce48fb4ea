package org.motorpool.dispatch.supervision.detector;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Acquired;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Replaced;

/** Renewal 更新: V06 and V07. */
final class RenewalDetectors {

    private static final String UNSHOWN = "涉密车辆";

    private RenewalDetectors() {}

    private record Renewal(Acquired acquired, Replaced old) {}

    /**
     * V06: renewed before its years, or before its kilometres where the rule has any (some provinces: both must be reached), without
     * an approval. Kilometres nobody knows are not held against it.
     */
    static Stream<Lead> early(Case given) {
        return renewal(given.facts()).stream()
                .filter(renewal -> renewal.acquired().approvalDocument() == null)
                .filter(renewal -> isEarly(given, renewal))
                .map(renewal -> early(given, renewal));
    }

    private static boolean isEarly(Case given, Renewal renewal) {
        LocalDate due = renewal.old().registeredOn().plusYears((long) given.threshold("min_years"));
        double min_km = given.threshold("min_km");
        Long driven_km = renewal.old().odometer_km();
        boolean drivenTooLittle = driven_km != null && driven_km < min_km;
        return renewal.acquired().decidedOn().isBefore(due) || drivenTooLittle;
    }

    private static Lead early(Case given, Renewal renewal) {
        Replaced old = renewal.old();
        String plate = Objects.requireNonNullElse(old.plate(), UNSHOWN);
        Map<String, Object> evidence = new HashMap<>(evidence(renewal));
        evidence.put("min_years", given.threshold("min_years"));
        evidence.put("min_km", given.threshold("min_km"));
        return given.lead(
                "early:" + old.id(),
                Wording.start(renewal.acquired().decidedOn()),
                Wording.start(renewal.acquired().decidedOn()),
                new Text(
                        "%s 更新 %s，旧车 %s 登记，未达到 %s 年的更新条件，没有提前更新的批文"
                                .formatted(
                                        given.vehicle().plate(),
                                        plate,
                                        old.registeredOn(),
                                        Wording.rounded(given.threshold("min_years"), 1)),
                        "%s renews %s, registered on %s, before it may be after %s years, without an approval"
                                .formatted(
                                        given.vehicle().plate(),
                                        plate,
                                        old.registeredOn(),
                                        Wording.rounded(given.threshold("min_years"), 1))),
                evidence);
    }

    /** V07: the renewal is on file and the old vehicle was not disposed of in time. */
    static Stream<Lead> oldOneKept(Case given) {
        return renewal(given.facts()).stream()
                .filter(renewal -> isKept(given, renewal))
                .map(renewal -> kept(given, renewal));
    }

    private static LocalDate disposalDue(Case given, Renewal renewal) {
        return renewal.acquired().decidedOn().plusDays((long) given.threshold("days"));
    }

    private static boolean isKept(Case given, Renewal renewal) {
        LocalDate due = disposalDue(given, renewal);
        LocalDate disposedOn = renewal.old().disposedOn();
        return disposedOn == null ? given.day().date().isAfter(due) : disposedOn.isAfter(due);
    }

    private static Lead kept(Case given, Renewal renewal) {
        String plate = Objects.requireNonNullElse(renewal.old().plate(), UNSHOWN);
        LocalDate due = disposalDue(given, renewal);
        return given.lead(
                "kept:" + renewal.old().id(),
                Wording.start(due.plusDays(1)),
                given.day().to(),
                new Text(
                        "%s 已于 %s 配备，被更新的 %s 到 %s 仍未处置"
                                .formatted(
                                        given.vehicle().plate(),
                                        renewal.acquired().decidedOn(),
                                        plate,
                                        due),
                        "%s came on %s, but %s, which it renews, was not disposed of by %s"
                                .formatted(
                                        given.vehicle().plate(),
                                        renewal.acquired().decidedOn(),
                                        plate,
                                        due)),
                evidence(renewal));
    }

    private static Map<String, Object> evidence(Renewal renewal) {
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("acquisitionId", renewal.acquired().id().toString());
        evidence.put("decidedOn", renewal.acquired().decidedOn().toString());
        evidence.put("oldRegisteredOn", renewal.old().registeredOn().toString());
        if (renewal.old().plate() != null) {
            evidence.put("oldVehicleId", renewal.old().id().toString());
        }
        return evidence;
    }

    private static Optional<Renewal> renewal(VehicleFacts facts) {
        Acquired acquired = facts.acquired();
        Replaced old = acquired == null ? null : acquired.replaced();
        return acquired == null || old == null ? Optional.empty() : Optional.of(new Renewal(acquired, old));
    }
}
