package org.motorpool.dispatch.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motorpool.dispatch.reporting.Formula.NetShare;
import org.motorpool.dispatch.reporting.Formula.PerVehicle;
import org.motorpool.dispatch.reporting.Formula.Ratio;
import org.motorpool.dispatch.reporting.Formula.Stages;
import org.motorpool.dispatch.reporting.Formula.Sum;
import org.motorpool.dispatch.reporting.Formula.Unknown;

/** The computation of each field of the annual report, by its code (reference, §8.2). */
final class Formulas {

    private static final int FEN_PER_YUAN = 100;
    private static final int M_PER_KM = 1000;
    private static final int PERCENT = 100;

    /** A sum over 100 km, from metres. */
    private static final int PER_100_KM = 100 * M_PER_KM;

    private static final Unknown UNKNOWN_FIELD = new Unknown("平台没有此项的计算方法", "the platform has no computation for it");

    private static final Map<String, Formula> BY_CODE = byCode();

    private Formulas() {}

    static Formula of(String code) {
        return BY_CODE.getOrDefault(code, UNKNOWN_FIELD);
    }

    private static Map<String, Formula> byCode() {
        Map<String, Formula> formulas = new HashMap<>();
        formulas.putAll(fleet());
        formulas.putAll(changes());
        formulas.putAll(money());
        formulas.putAll(use());
        formulas.putAll(supervision());
        return Map.copyOf(formulas);
    }

    private static Map<String, Formula> fleet() {
        return Map.of(
                "A01", count(Measure.UNITS),
                "A02", count(Measure.QUOTA),
                "A03", count(Measure.STOCK),
                "A04", count(Measure.OVER_QUOTA),
                "A05", count(Measure.VACANT_QUOTA),
                "A06", count(Measure.NOT_ON_QUOTA),
                "A14", count(Measure.OVER_STANDARD),
                "A15", count(Measure.AGED));
    }

    private static Map<String, Formula> changes() {
        return Map.of(
                "A07", count(Measure.NEW),
                "A08", count(Measure.RENEWED),
                "A09", count(Measure.NEW_ENERGY),
                "A10", new Ratio(Measure.NEW_ENERGY, Measure.ADDED, PERCENT),
                "A11", count(Measure.EXEMPT),
                "A12", new NetShare(),
                "A13", new Ratio(Measure.CLASS_NEW_ENERGY, Measure.CLASS_ADDED, PERCENT),
                "A16", count(Measure.DISPOSED),
                "A17", yuan(Measure.INCOME_FEN),
                "A18", yuan(Measure.PURCHASE_FEN));
    }

    private static Map<String, Formula> money() {
        Map<String, Formula> formulas = new HashMap<>(Map.of(
                "A19", yuan(Measure.RUNNING_COST_FEN),
                "A20", yuan(Measure.FUEL_FEN),
                "A21", yuan(Measure.CHARGING_FEN),
                "A22", yuan(Measure.MAINTENANCE_FEN),
                "A23", yuan(Measure.INSURANCE_FEN),
                "A24", yuan(Measure.TOLL_FEN),
                "A25", yuan(Measure.PARKING_FEN),
                "A26", yuan(Measure.RENTAL_FEN),
                "A27", yuan(Measure.OTHER_FEN),
                "A28", new PerVehicle(Measure.RUNNING_COST_FEN, FEN_PER_YUAN)));
        formulas.put("A33", new Ratio(Measure.RUNNING_COST_FEN, Measure.DISTANCE_M, PER_100_KM / FEN_PER_YUAN));
        formulas.put("A40", new Ratio(Measure.FIXED_SUPPLIER_FEN, Measure.FIXED_KINDS_FEN, PERCENT));
        return formulas;
    }

    private static Map<String, Formula> use() {
        return Map.of(
                "A29", new Sum(Measure.DISTANCE_M, M_PER_KM),
                "A30", new PerVehicle(Measure.DISTANCE_M, M_PER_KM),
                "A31", new Ratio(Measure.FUEL_L, Measure.FUELLED_M, PER_100_KM),
                "A32", new Ratio(Measure.CHARGED_KWH, Measure.CHARGED_M, PER_100_KM),
                "A34", count(Measure.ORDERS),
                "A35", new Ratio(Measure.ORDER_DAYS, Measure.AVAILABLE_DAYS, PERCENT),
                "A36", count(Measure.IDLE),
                "A37", new Ratio(Measure.CONNECTED, Measure.TO_CONNECT, PERCENT),
                "A42", new Stages(List.of(Measure.CROSS_REGION, Measure.CROSS_REGION_FEN)),
                "A45", count(Measure.DRIVERS));
    }

    private static Map<String, Formula> supervision() {
        return Map.of(
                "A38", new Unknown("平台不保存终端每日在线记录", "the platform keeps no daily record of terminals online"),
                "A39", new Ratio(Measure.MARKED, Measure.TO_MARK, PERCENT),
                "A41", new Stages(List.of(Measure.RENTALS, Measure.RENTED_FEN)),
                "A43", new Stages(List.of(Measure.RAISED, Measure.REVIEWED, Measure.CONFIRMED, Measure.TRANSFERRED)),
                "A44", new Unknown("未接入 12345 投诉平台", "the complaint line 12345 is not connected"),
                "A46", count(Measure.CHARGING_SETS),
                "A47", new Unknown("未接入交通违法和事故数据", "traffic offences and accidents are not connected"),
                "A48", new Unknown("平台不登记公示记录", "the platform keeps no record of publications"));
    }

    private static Formula count(Measure measure) {
        return new Sum(measure, 1);
    }

    private static Formula yuan(Measure measure) {
        return new Sum(measure, FEN_PER_YUAN);
    }
}
