package org.motorpool.dispatch.supervision;

import java.time.LocalDate;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.supervision.FindingStep.Outcome;

/** Who may take which step with a finding, and when. */
final class FindingRules {

    private FindingRules() {}

    /** Fails unless the caller may take the step now. */
    static void require(FindingFile finding, FindingStep step, Scope caller, LocalDate today) {
        if (!finding.status().mayBecome(step.outcomeStatus())) {
            throw Problem.conflict(
                            "finding-state",
                            "线索当前状态为 %s，已不能变为 %s，请刷新后再试".formatted(finding.status(), step.outcomeStatus()),
                            "the finding is %s and cannot become %s; reload and try again"
                                    .formatted(finding.status(), step.outcomeStatus()))
                    .asException();
        }
        switch (step) {
            case FindingStep.Explain _ -> requireOfficer(caller);
            case FindingStep.Close close -> requireReview(finding, close.outcome() == Outcome.UNFOUNDED, caller, today);
            case FindingStep.Transfer _ -> requireReview(finding, false, caller, today);
        }
    }

    private static void requireOfficer(Scope caller) {
        if (!caller.roles().contains("FLEET_OFFICER")) {
            throw Problem.forbidden("线索由单位的车管员说明", "a fleet officer of the unit explains a finding")
                    .asException();
        }
    }

    /** The unit is heard before it is judged: without an explanation only when its time is over, or nothing is held against it. */
    private static void requireReview(FindingFile finding, boolean unfounded, Scope caller, LocalDate today) {
        requireReviewer(finding, caller);
        if (finding.status() == FindingStatus.RAISED && !unfounded && !finding.isDue(today)) {
            throw Problem.conflict(
                            "finding-not-explained",
                            "单位尚未说明，说明期限为 %s；请在说明或到期后复核，或以 UNFOUNDED 办结"
                                    .formatted(finding.view().dueOn()),
                            "the unit has not explained and may until %s; review it then, or close it as UNFOUNDED"
                                    .formatted(finding.view().dueOn()))
                    .asException();
        }
    }

    private static void requireReviewer(FindingFile finding, Scope caller) {
        boolean supervises = caller.roles().contains("SUPERVISOR");
        boolean standsAbove = !caller.unitPath().equals(finding.unitPath()) && caller.covers(finding.unitPath());
        if (!supervises && !standsAbove) {
            throw refused(
                    "线索由上级单位或监管员复核，本单位不能自行办结",
                    "a finding is reviewed from above or by a supervisor, not by its own unit");
        }
        if (caller.username().equals(finding.view().explainedBy())) {
            throw refused("说明人不能复核自己的说明", "who explained a finding does not review it");
        }
    }

    private static ProblemException refused(String zh, String en) {
        return Problem.forbidden(zh, en).asException();
    }
}
