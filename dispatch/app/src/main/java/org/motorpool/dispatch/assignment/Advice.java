package org.motorpool.dispatch.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.RecommendationApi.Dearer;
import org.motorpool.dispatch.contract.RecommendationApi.Other;
import org.motorpool.dispatch.contract.RecommendationApi.Recommendations;
import org.motorpool.dispatch.contract.RecommendationApi.Refused;
import org.motorpool.dispatch.contract.RecommendationApi.SharedRide;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.planner.contract.DayAnswerApi;

/** A recommendation of the planner with what the rules of dispatch refused beforehand. */
record Advice(UseRequest request, PlannedDay day, Admission admission, DayAnswerApi.Recommendation found) {

    /** What a vehicle is told that could serve, but is not among the best. */
    static final String DEARER = "dearer";

    private record Name(String chinese, String english) {}

    private static final Map<String, Name> RULES = Map.of(
            "own-unit-only", new Name("该类车辆只供本单位使用", "serves its own unit only"),
            "region-not-serving", new Name("不属于申请接受的区域", "not of the region that the request takes"),
            "offer-missing", new Name("车属单位未共享", "its unit does not offer it"),
            "offer-hours", new Name("不在共享时段内", "outside the hours of the offer"),
            "offer-radius", new Name("超出共享半径", "beyond the radius of the offer"),
            "agreement-missing", new Name("两地没有共享协议", "no agreement between the two regions"),
            "assigned-already", new Name("已派给此申请", "assigned to this request"),
            "vehicle-already-booked", new Name("用车结束前已有其他派车单", "has another order before the use ends"));

    /**
     * @param most vehicles named of each group
     * @param shared 合乘: orders it may ride with
     */
    Recommendations view(int most, List<SharedRide> shared) {
        Pairs pairs = new Pairs(day);
        return new Recommendations(
                request.id(),
                day.takenAt(),
                found.best().stream().map(pairs::pair).toList(),
                new Dearer(found.dearer().size(), dearer(pairs).limit(most).toList()),
                refused(pairs, most),
                shared);
    }

    /** Every vehicle that is not among the best, by plate. */
    List<Other> others() {
        Pairs pairs = new Pairs(day);
        Stream<Other> refused = refused(pairs, Integer.MAX_VALUE).stream().flatMap(group -> group.vehicles().stream());
        return Stream.concat(dearer(pairs), refused)
                .sorted(Comparator.comparing(Other::plate))
                .toList();
    }

    private Stream<Other> dearer(Pairs pairs) {
        return found.dearer().stream().map(each -> Pairs.other(pairs.vehicle(each.vehicle()), DEARER, each.more_fen()));
    }

    private List<Refused> refused(Pairs pairs, int most) {
        List<Refused> groups = new ArrayList<>();
        found.refused().stream()
                .map(group -> byFact(group, pairs, most))
                .filter(group -> group.count() > 0)
                .forEach(groups::add);
        admission.refused().stream().map(group -> byRule(group, most)).forEach(groups::add);
        groups.sort(Comparator.comparingInt(Refused::count).reversed().thenComparing(Refused::code));
        return groups;
    }

    /** Of vehicles that a rule refuses, the rule is told. */
    private Refused byFact(DayAnswerApi.Refused group, Pairs pairs, int most) {
        List<VehicleFile> vehicles = group.vehicles().stream()
                .map(pairs::vehicle)
                .filter(vehicle -> admission.admits(vehicle.id()))
                .toList();
        return new Refused(
                group.code(),
                group.name(),
                group.nameEn(),
                null,
                vehicles.size(),
                named(vehicles, group.code(), lacking(group), most));
    }

    private static Map<String, DayAnswerApi.Shortage> lacking(DayAnswerApi.Refused group) {
        return group.shortages().stream()
                .collect(Collectors.toMap(DayAnswerApi.Shortage::vehicle, Function.identity()));
    }

    private static Refused byRule(Admission.Refused group, int most) {
        Violation rule = group.first();
        Name name = RULES.getOrDefault(rule.rule(), new Name(rule.message(), rule.messageEn()));
        return new Refused(
                rule.rule(),
                name.chinese(),
                name.english(),
                rule.clause(),
                group.vehicles().size(),
                named(group.vehicles(), rule.rule(), Map.of(), most));
    }

    private static List<Other> named(
            List<VehicleFile> vehicles, String reason, Map<String, DayAnswerApi.Shortage> lacking, int most) {
        return vehicles.stream()
                .sorted(Comparator.comparing(VehicleFile::plate))
                .limit(most)
                .map(vehicle ->
                        Pairs.refused(vehicle, reason, lacking.get(vehicle.id().toString())))
                .toList();
    }
}
