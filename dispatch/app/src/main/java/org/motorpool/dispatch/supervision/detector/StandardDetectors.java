package org.motorpool.dispatch.supervision.detector;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Acquired;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Cap;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Vehicle;

/** Equipment standards 配备标准 as of the day of registration, and whose name the certificate carries: V02 to V05. */
final class StandardDetectors {

    private StandardDetectors() {}

    /** V02: the price is over the limit of category and tier; a new-energy sedan has a limit of its own. */
    static Stream<Lead> price(Case given) {
        Vehicle vehicle = given.vehicle();
        Long limit = priceMax_fen(given.facts().cap(), vehicle);
        return limit == null || vehicle.price_fen() - limit <= given.threshold("excess_fen")
                ? Stream.empty()
                : Stream.of(standing(
                        given,
                        "price",
                        new Text(
                                "%s 价格 %s 元，超过%s %s 档上限 %s 元"
                                        .formatted(
                                                vehicle.plate(),
                                                Wording.yuan(vehicle.price_fen()),
                                                vehicle.category(),
                                                vehicle.tier(),
                                                Wording.yuan(limit)),
                                "%s cost CNY %s, the limit of %s tier %s is CNY %s"
                                        .formatted(
                                                vehicle.plate(),
                                                Wording.yuan(vehicle.price_fen()),
                                                vehicle.category(),
                                                vehicle.tier(),
                                                Wording.yuan(limit))),
                        Map.of("price_fen", vehicle.price_fen(), "priceMax_fen", limit)));
    }

    private static @Nullable Long priceMax_fen(@Nullable Cap cap, Vehicle vehicle) {
        if (cap == null) {
            return null;
        }
        boolean electricSedan = vehicle.isNewEnergy() && vehicle.bodyType().equals("SEDAN");
        return electricSedan && cap.newEnergySedanPriceMax_fen() != null
                ? cap.newEnergySedanPriceMax_fen()
                : cap.priceMax_fen();
    }

    /** V03: the displacement is over the limit of category and tier. */
    static Stream<Lead> displacement(Case given) {
        Vehicle vehicle = given.vehicle();
        Cap cap = given.facts().cap();
        Double limit = cap == null ? null : cap.displacementMax_l();
        return limit == null || vehicle.displacement_l() - limit <= given.threshold("excess_l")
                ? Stream.empty()
                : Stream.of(standing(
                        given,
                        "displacement",
                        new Text(
                                "%s 排气量 %s 升，超过%s %s 档上限 %s 升"
                                        .formatted(
                                                vehicle.plate(),
                                                vehicle.displacement_l(),
                                                vehicle.category(),
                                                vehicle.tier(),
                                                limit),
                                "%s has %s L, the limit of %s tier %s is %s L"
                                        .formatted(
                                                vehicle.plate(),
                                                vehicle.displacement_l(),
                                                vehicle.category(),
                                                vehicle.tier(),
                                                limit)),
                        Map.of("displacement_l", vehicle.displacement_l(), "displacementMax_l", limit)));
    }

    /** V04: a tier that needs an approval, and no document of one; vehicles from before the platform have none to show. */
    static Stream<Lead> withoutApproval(Case given) {
        Vehicle vehicle = given.vehicle();
        Cap cap = given.facts().cap();
        Acquired acquired = given.facts().acquired();
        boolean approved = acquired != null && acquired.approvalDocument() != null;
        return cap == null || !cap.approvalRequired() || approved
                ? Stream.empty()
                : Stream.of(standing(
                        given,
                        "approval",
                        new Text(
                                "%s 按 %s 档配备，没有审批文号".formatted(vehicle.plate(), vehicle.tier()),
                                "%s is of tier %s without an approval document"
                                        .formatted(vehicle.plate(), vehicle.tier())),
                        Map.of("tier", vehicle.tier(), "recorded", acquired != null)));
    }

    /** V05: the certificate carries another name than the unit's or that of a unit above it. */
    static Stream<Lead> owner(Case given) {
        Vehicle vehicle = given.vehicle();
        String owner = vehicle.ownerName();
        return owner == null || vehicle.owners().contains(owner.strip())
                ? Stream.empty()
                : Stream.of(standing(
                        given,
                        "owner:" + owner,
                        new Text(
                                "%s 登记所有人为“%s”，不是本单位“%s”或其上级单位".formatted(vehicle.plate(), owner, vehicle.unitName()),
                                "%s is registered for \"%s\", not for \"%s\" or a unit above it"
                                        .formatted(vehicle.plate(), owner, vehicle.unitName())),
                        Map.of("ownerName", owner)));
    }

    /** What is so since the registration. */
    private static Lead standing(Case given, String key, Text text, Map<String, Object> evidence) {
        return given.lead(
                key, Wording.start(given.vehicle().registeredOn()), given.day().to(), text, evidence);
    }
}
