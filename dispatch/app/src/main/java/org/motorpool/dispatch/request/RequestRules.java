package org.motorpool.dispatch.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.RequestCheckApi.Finding;
import org.motorpool.dispatch.contract.VehicleApi.Place;

/** What the rules in force say to a request: one finding per rule it touches. */
final class RequestRules {

    private final NewRequest wanted;
    private final RequestFacts facts;
    private final Journey journey;

    private RequestRules(NewRequest wanted, RequestFacts facts) {
        this.wanted = wanted;
        this.facts = facts;
        this.journey = Journey.of(wanted);
    }

    static List<Finding> check(NewRequest wanted, RequestFacts facts) {
        RequestRules rules = new RequestRules(wanted, facts);
        List<Finding> findings = new ArrayList<>();
        facts.rules().forEach(rule -> rules.judge(rule).ifPresent(findings::add));
        rules.capacity().ifPresent(findings::add);
        return List.copyOf(findings);
    }

    private Optional<Finding> judge(RequestRule rule) {
        return switch (rule) {
            case RequestRule.AllowanceArea area -> allowance(area);
            case RequestRule.RailCorridor corridor -> rail(corridor);
            case RequestRule.SealedPeriod sealed -> sealed(sealed);
            case RequestRule.CategoryPurpose purposes -> purpose(purposes);
        };
    }

    /** Unless a vehicle of another region is asked for, or dispatch comes first: those trips are not ordinary. */
    private Optional<Finding> allowance(RequestRule.AllowanceArea area) {
        boolean ordinary = wanted.hostRegionCode() == null && !Boolean.TRUE.equals(wanted.emergency());
        if (!ordinary
                || !area.categories().contains(wanted.category())
                || journey.farthest_m(area.latitude(), area.longitude()) > area.radius_m()) {
            return Optional.empty();
        }
        return told(
                "ALLOWANCE_AREA",
                area,
                "行程全部在%s公务交通补贴保障范围内，普通公务出行应乘坐公共交通或社会化方式".formatted(area.name()),
                "the whole trip lies in the area %s that the travel allowance covers; go by public means"
                        .formatted(area.name()));
    }

    private Optional<Finding> rail(RequestRule.RailCorridor corridor) {
        if (!corridor.categories().contains(wanted.category()) || journey.kilometres(1) < corridor.min_km()) {
            return Optional.empty();
        }
        String from = station(corridor, journey.places().getFirst());
        String to = station(corridor, farthestFromStart());
        if (from == null || to == null || from.equals(to)) {
            return Optional.empty();
        }
        return told(
                "RAIL_CORRIDOR",
                corridor,
                "出发地和目的地均在高铁沿线（%s、%s），原则上应乘坐高铁".formatted(from, to),
                "both ends lie along high-speed rail (%s, %s); go by train".formatted(from, to));
    }

    private Place farthestFromStart() {
        Place start = journey.places().getFirst();
        return journey.places().stream()
                .max((one, other) -> Double.compare(Journey.metres(start, one), Journey.metres(start, other)))
                .orElse(start);
    }

    /** The nearest station of the corridor within its radius. */
    private static @Nullable String station(RequestRule.RailCorridor corridor, Place place) {
        record Near(String name, double metres) {}
        return corridor.stations().stream()
                .map(station -> new Near(
                        station.name(), Journey.metres(place, new Place("", station.latitude(), station.longitude()))))
                .filter(near -> near.metres() <= corridor.radius_m())
                .min((one, other) -> Double.compare(one.metres(), other.metres()))
                .map(Near::name)
                .orElse(null);
    }

    private Optional<Finding> sealed(RequestRule.SealedPeriod sealed) {
        if (sealed.categories().contains(wanted.category()) || Boolean.TRUE.equals(wanted.emergency())) {
            return Optional.empty();
        }
        return new SealedTime(facts.days(), sealed.work_start_h(), sealed.work_end_h())
                .findHoliday(wanted.departAt(), wanted.returnAt())
                .flatMap(holiday -> told(
                        "SEALED_PERIOD",
                        sealed,
                        "用车时段在%s封存停驶期内，确有特殊工作需要的请说明理由".formatted(holiday),
                        "vehicles are sealed over the holiday %s; give the special need".formatted(holiday)));
    }

    private Optional<Finding> purpose(RequestRule.CategoryPurpose rule) {
        String purpose = wanted.purposeClass();
        boolean fits = purpose != null && rule.purposes().contains(purpose);
        if (fits || !rule.categories().contains(wanted.category())) {
            return Optional.empty();
        }
        String allowed = rule.purposes().stream().collect(Collectors.joining(", "));
        return purpose == null
                ? Optional.of(new Finding(
                        "CATEGORY_PURPOSE",
                        Severity.INFO.name(),
                        "类别 %s 仅用于规定事由（%s），请填写 purposeClass".formatted(wanted.category(), allowed),
                        "category %s serves %s only; state purposeClass".formatted(wanted.category(), allowed),
                        rule.clause()))
                : told(
                        "CATEGORY_PURPOSE",
                        rule,
                        "类别 %s 仅用于 %s，不得用于 %s，请改选车辆类别".formatted(wanted.category(), allowed, purpose),
                        "category %s serves %s, not %s; choose another category"
                                .formatted(wanted.category(), allowed, purpose));
    }

    private Optional<Finding> capacity() {
        RequestFacts.Hold hold = facts.hold();
        RequestFacts.Capacity capacity = facts.capacity();
        if (hold == null || capacity == null || capacity.remaining() > 0) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                "CAPACITY",
                hold.severity().name(),
                "该时段 %s 类车辆共 %d 辆，已派 %d 辆、申请占用 %d 辆，已无余量；可改时段、改类别、跨部门共享或社会租赁"
                        .formatted(wanted.category(), capacity.vehicles(), capacity.ordered(), capacity.held()),
                "of %d vehicles of category %s %d are ordered and %d held; try another time, another category, sharing or rental"
                        .formatted(capacity.vehicles(), wanted.category(), capacity.ordered(), capacity.held()),
                hold.clause()));
    }

    private static Optional<Finding> told(String name, RequestRule rule, String zh, String en) {
        return Optional.of(new Finding(name, rule.severity().name(), zh, en, rule.clause()));
    }
}
