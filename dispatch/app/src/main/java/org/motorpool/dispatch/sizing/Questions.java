package org.motorpool.dispatch.sizing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Problem;
import org.motorpool.planner.contract.FleetApi;

/** Puts trips into questions to the planner: whole days, as many as one question may hold. */
final class Questions {

    private final int range_km;
    private final List<FleetApi.Uses> questions = new ArrayList<>();
    private List<FleetApi.Day> days = new ArrayList<>();
    private int uses;

    private Questions(int range_km) {
        this.range_km = range_km;
    }

    /** Fails with problem {@code fleet-sizing-too-large} when a day alone is too much for one question. */
    static List<FleetApi.Uses> of(SizingPeriod period, List<DrivenUse> driven, int range_km) {
        Questions questions = new Questions(range_km);
        for (LocalDate day : period.days()) {
            questions.add(new FleetApi.Day(
                    Days.start(day),
                    driven.stream()
                            .filter(use -> use.isOn(day))
                            .map(use -> use.on(day))
                            .toList()));
        }
        questions.close();
        return questions.questions;
    }

    private void add(FleetApi.Day day) {
        requireFew(day.uses().size());
        if (uses + day.uses().size() > FleetApi.MOST) {
            close();
        }
        if (!day.uses().isEmpty()) {
            days.add(day);
            uses += day.uses().size();
        }
    }

    private void close() {
        if (!days.isEmpty()) {
            questions.add(new FleetApi.Uses(range_km, days));
        }
        days = new ArrayList<>();
        uses = 0;
    }

    static void requireFew(int count) {
        if (count > FleetApi.MOST) {
            throw Problem.of(
                            422,
                            "fleet-sizing-too-large",
                            "规模过大 Too large",
                            "用车次数超过一次测算的上限，请选择下级单位",
                            "there are more uses than can be counted at once; choose a unit below",
                            "unit")
                    .asException();
        }
    }
}
