package org.motorpool.dispatch.duty;

import java.util.Map;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.Problem;

/** What the database refuses in a rota, said to people. */
final class DutyConstraints {

    private static final Map<String, Problem> PROBLEMS = Map.of(
            "driver_shift_once",
            Problem.conflict(
                    "shift-overlap",
                    "驾驶员在此时段已有排班，请先撤销原班次或调整时间",
                    "the driver has a shift in this period already; withdraw it or choose other times"),
            "driver_leave_once",
            Problem.conflict(
                    "leave-overlap",
                    "驾驶员在此时段已有请假，请核对起止时间",
                    "the driver has a leave in this period already; check the times"),
            "shift_template_name",
            Problem.conflict(
                    "shift-template-exists",
                    "本单位已有同名班次，请换一个名称",
                    "the unit has a shift template of this name already; choose another"));

    private DutyConstraints() {}

    static Throwable explain(Throwable failure) {
        return Constraints.explain(failure, PROBLEMS);
    }
}
