package org.motorpool.dispatch.registry;

import java.util.Map;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.Problem;

/** What the database refuses in the file of a vehicle, said to people. */
final class FileConstraints {

    private static final Map<String, Problem> PROBLEMS = Map.of(
            "vehicle_insured_once",
            conflict(
                    "insurance-overlaps",
                    "validFrom",
                    "同类保险在此期间已有保单，请核对起止日期",
                    "a policy of this kind covers part of the period already; check the days"),
            "vehicle_inspected_once_a_day",
            conflict("inspection-recorded", "inspectedOn", "当日年检已登记", "an inspection of that day is recorded already"),
            "vehicle_card_in_use",
            conflict(
                    "card-in-use",
                    "kind",
                    "车辆已有在用的同类卡（一车一卡），请先停用原卡",
                    "the vehicle has a card of this kind in use; end that one first"),
            "vehicle_card_number",
            conflict(
                    "card-taken",
                    "number",
                    "此卡号已登记在另一辆车（一车一卡），请核对",
                    "the card is registered for another vehicle; check the number"));

    private FileConstraints() {}

    static Throwable explain(Throwable failure) {
        return Constraints.explain(failure, PROBLEMS);
    }

    private static Problem conflict(String code, String field, String zh, String en) {
        return Problem.of(409, code, "状态冲突 Conflict", zh, en, field);
    }
}
