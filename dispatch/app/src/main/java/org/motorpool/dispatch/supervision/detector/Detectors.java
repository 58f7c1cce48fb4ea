package org.motorpool.dispatch.supervision.detector;

import static org.motorpool.dispatch.supervision.detector.Threshold.free;
import static org.motorpool.dispatch.supervision.detector.Threshold.higher;
import static org.motorpool.dispatch.supervision.detector.Threshold.lower;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All detectors there are. */
public final class Detectors {

    private static final double FEN_MAX = 1_000_000_000;

    private static final Map<String, Detector> ALL = Stream.of(
                    unit("V01", "超编制配备", QuotaDetectors::overQuota, lower("excess", 0, 1000)),
                    vehicle("V02", "超标准配备（价格）", StandardDetectors::price, lower("excess_fen", 0, FEN_MAX)),
                    vehicle("V03", "超标准配备（排量）", StandardDetectors::displacement, lower("excess_l", 0, 10)),
                    vehicle("V04", "特殊档无批文", StandardDetectors::withoutApproval),
                    vehicle("V05", "登记主体不符", StandardDetectors::owner),
                    vehicle(
                            "V06",
                            "提前更新",
                            RenewalDetectors::early,
                            higher("min_years", 1, 30),
                            higher("min_km", 0, 2_000_000)),
                    vehicle("V07", "先更新后处置", RenewalDetectors::oldOneKept, lower("days", 0, 365)),
                    track(
                            "V08",
                            "无派车单出车",
                            MovementDetectors::withoutOrder,
                            lower("distance_m", 1, 10_000),
                            lower("grace_min", 0, 240)),
                    track(
                            "V09",
                            "封存期间出车",
                            MovementDetectors::whileSealed,
                            lower("distance_m", 1, 10_000),
                            free("work_start_h", 0, 12),
                            free("work_end_h", 12, 24),
                            lower("emergency_h", 0, 168)),
                    track(
                            "V10",
                            "非工作时段用车",
                            MovementDetectors::offHours,
                            lower("distance_m", 1, 10_000),
                            free("work_start_h", 0, 12),
                            free("work_end_h", 12, 24),
                            lower("grace_min", 0, 240)),
                    track(
                            "V11",
                            "未回单位停放",
                            ParkingDetectors::notAtHome,
                            lower("curfew_h", 12, 23.9),
                            lower("radius_m", 10, 10_000)),
                    track(
                            "V13",
                            "行程偏离派车单",
                            RouteDetectors::offRoute,
                            lower("detour_ratio", 1, 10),
                            lower("road_factor", 1, 3),
                            lower("corridor_m", 100, 500_000),
                            lower("min_km", 0, 1000)),
                    track("V14", "越界（区域）", RouteDetectors::outsideRegion, lower("minutes", 0, 1440)),
                    vehicle("V15", "超时未还", RouteDetectors::overdue, lower("grace_h", 0, 240)),
                    vehicle("V16", "非定点加油", FuelDetectors::notDesignated),
                    vehicle("V17", "加油量超油箱", FuelDetectors::overTank, lower("tank_factor", 1, 2)),
                    vehicle("V18", "短时重复加油", FuelDetectors::soonAgain, higher("hours", 0, 72), lower("fills", 2, 20)),
                    vehicle("V19", "有加油无派车", FuelDetectors::withoutOrder),
                    vehicle("V20", "少量多次、非工作日加油", FuelDetectors::smallOrDayOff, higher("min_amount_fen", 0, FEN_MAX)),
                    vehicle("V21", "油品、商品异常", FuelDetectors::wrongProduct),
                    vehicle(
                            "V22",
                            "百公里油耗异常",
                            ConsumptionDetectors::consumption,
                            lower("nominal_factor", 1, 5),
                            lower("deviations", 0, 10),
                            free("days", 7, VehicleFacts.HISTORY_DAYS - 1),
                            lower("min_km", 1, 100_000)),
                    vehicle(
                            "V23",
                            "里程不符",
                            ConsumptionDetectors::mileage,
                            lower("difference", 0, 1),
                            lower("min_km", 0, 1000)),
                    track(
                            "V24",
                            "过路费与轨迹、派车不符",
                            ExpenseDetectors::toll,
                            lower("distance_m", 100, 100_000),
                            free("track_min", 1, 120)),
                    vehicle(
                            "V25",
                            "维修频繁",
                            ExpenseDetectors::repairs,
                            lower("repairs", 1, 100),
                            higher("days", 1, VehicleFacts.HISTORY_DAYS - 1)),
                    vehicle("V26", "重复、夹带费用", ExpenseDetectors::duplicate),
                    vehicle(
                            "V27",
                            "固定给个人使用",
                            UseDetectors::onePerson,
                            lower("share", 0, 1),
                            free("days", 7, VehicleFacts.HISTORY_DAYS - 1),
                            lower("min_orders", 1, 1000)),
                    track(
                            "V29",
                            "疲劳驾驶",
                            MovementDetectors::fatigue,
                            lower("driving_min", 30, 240),
                            higher("rest_min", 20, 240)),
                    vehicle("V31", "终端离线、拆除", EquipmentDetectors::offline, lower("hours", 1, 720)),
                    vehicle(
                            "V32",
                            "新车未装终端、未标识",
                            EquipmentDetectors::notEquipped,
                            lower("late_days", 0, 250),
                            higher("new_days", 1, 3650)),
                    vehicle("V33", "年检、保险过期", EquipmentDetectors::papers, higher("days", 0, 365)),
                    vehicle("V34", "闲置", UseDetectors::idle, lower("days", 1, 3650)),
                    new Detector(
                            "V35",
                            "新能源比例不达标",
                            List.of(higher("share", 0, 1), lower("min_additions", 1, 1_000_000)),
                            List.of(
                                    new Judge.OfUnit(NevDetectors::share),
                                    new Judge.OfVehicle(NevDetectors::useClass))),
                    vehicle("V36", "擅自处置、收入未入账", DisposalDetectors::disposal, lower("income_days", 0, 365)),
                    unit("V41", "先派后补手续缺失", PaperDetectors::missing))
            .collect(Collectors.toMap(Detector::code, Function.identity(), (one, _) -> one, TreeMap::new));

    private Detectors() {}

    /** By code. */
    public static List<Detector> list() {
        return List.copyOf(ALL.values());
    }

    public static Optional<Detector> find(String code) {
        return Optional.ofNullable(ALL.get(code));
    }

    private static Detector vehicle(
            String code, String name, Function<Case, Stream<Lead>> judge, Threshold... thresholds) {
        return new Detector(code, name, List.of(thresholds), List.of(new Judge.OfVehicle(judge)));
    }

    private static Detector track(
            String code, String name, Function<Case, Stream<Lead>> judge, Threshold... thresholds) {
        return new Detector(code, name, List.of(thresholds), List.of(new Judge.OfTrack(judge)));
    }

    private static Detector unit(
            String code, String name, BiFunction<UnitFacts, Judge.Terms, Stream<Lead>> judge, Threshold... thresholds) {
        return new Detector(code, name, List.of(thresholds), List.of(new Judge.OfUnit(judge)));
    }
}
