package org.motorpool.dispatch.sharing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.registry.VehicleFile;

/** Whether an offer covers a use. The unit's own offer goes before a superior's pool; then a free one before a priced one. */
final class OfferRules {

    private static final String CLAUSE = "跨部门共享须有共享发布(pool_offer)";
    private static final Comparator<PoolOffer> CLOSEST_FIRST = Comparator.<PoolOffer>comparingInt(
                    offer -> -offer.unitPath().length())
            .thenComparing(offer -> !offer.view().free())
            .thenComparing(PoolOffer::id);

    private OfferRules() {}

    static SharingVerdict judge(List<PoolOffer> offers, WantedUse use, VehicleFile vehicle) {
        List<PoolOffer> candidates = offers.stream()
                .filter(offer -> isOpen(offer, use) && offer.isFor(use.unitPath()) && offer.includes(vehicle))
                .sorted(CLOSEST_FIRST)
                .toList();
        return candidates.stream()
                .filter(offer -> check(offer, use, vehicle).isEmpty())
                .findFirst()
                .<SharingVerdict>map(SharingVerdict.Offered::new)
                .orElseGet(() -> new SharingVerdict.Refused(candidates.stream()
                        .flatMap(offer -> check(offer, use, vehicle).stream())
                        .findFirst()
                        .orElseGet(() -> missing(use, vehicle))));
    }

    private static boolean isOpen(PoolOffer offer, WantedUse use) {
        LocalDate last = Days.of(use.request().returnAt());
        return offer.status() == OfferStatus.OPEN
                && !use.day().isBefore(offer.view().validFrom())
                && last.isBefore(offer.view().validTo());
    }

    private static Optional<Violation> check(PoolOffer offer, WantedUse use, VehicleFile vehicle) {
        return hours(offer, use).or(() -> radius(offer, use, vehicle));
    }

    private static Optional<Violation> hours(PoolOffer offer, WantedUse use) {
        RequestApi.Request request = use.request();
        return UseHours.allow(offer.view().terms().hours(), request.departAt(), request.returnAt())
                ? Optional.empty()
                : Optional.of(new Violation(
                        "offer-hours",
                        CLAUSE,
                        "用车时间 %s 至 %s 不在共享“%s”的时段内，请调整时间或另选车辆"
                                .formatted(
                                        request.departAt(),
                                        request.returnAt(),
                                        offer.view().name()),
                        "%s to %s is outside the hours of offer \"%s\"; choose another time or vehicle"
                                .formatted(
                                        request.departAt(),
                                        request.returnAt(),
                                        offer.view().name())));
    }

    private static Optional<Violation> radius(PoolOffer offer, WantedUse use, VehicleFile vehicle) {
        Integer radius_km = offer.view().terms().radius_km();
        double away_km = Distance.between_m(vehicle.home(), use.request().pickup()) / 1000;
        return radius_km == null || away_km <= radius_km
                ? Optional.empty()
                : Optional.of(new Violation(
                        "offer-radius",
                        CLAUSE,
                        "上车地点距车辆停放处 %.1f 公里，共享“%s”限 %d 公里，请另选车辆"
                                .formatted(away_km, offer.view().name(), radius_km),
                        "the pick-up is %.1f km from where the vehicle is parked, offer \"%s\" goes to %d km; choose another"
                                .formatted(away_km, offer.view().name(), radius_km)));
    }

    private static Violation missing(WantedUse use, VehicleFile vehicle) {
        return new Violation(
                "offer-missing",
                CLAUSE,
                "%s 没有向 %s 共享车辆 %s，请选用本单位或已共享的车辆"
                        .formatted(vehicle.unitName(), use.request().unitName(), vehicle.plate()),
                "%s does not share vehicle %s with %s; choose a vehicle of the own unit, or one that is offered"
                        .formatted(
                                vehicle.unitName(),
                                vehicle.plate(),
                                use.request().unitName()));
    }
}
