package org.motorpool.dispatch.compliance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.compliance.DisposalRule.Income;
import org.motorpool.dispatch.compliance.DisposalStep.Kind;

/**
 * The course of a disposal, as a pure function: approval before act, public notice before the sale, income in the treasury before
 * the register is cleared, the quota free only then.
 */
final class DisposalLogic {

    /** What a step needs to know of the disposal; days are null until they are reached. */
    record Position(
            DisposalStatus status,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate noticeTo,
            @Nullable LocalDate executedOn) {}

    /** What becomes of a step. */
    sealed interface Outcome {
        record Moved(DisposalStatus status) implements Outcome {}

        /** Status and method do not allow the step. */
        record OutOfTurn() implements Outcome {}

        /** A day is wrong. */
        record WrongDay(String field, String zh, String en) implements Outcome {}

        /** The rule of the method refuses. */
        record Refused(String rule, String zh, String en) implements Outcome {}
    }

    private DisposalLogic() {}

    /** Where the step leads from this status under the rule; empty where it does not. Notice leaves the status as it is. */
    static Optional<DisposalStatus> after(DisposalStatus status, Kind step, DisposalRule rule) {
        return switch (status) {
            case APPLIED -> fromApplied(step, rule);
            case APPRAISED -> decided(step);
            case APPROVED -> fromApproved(step, rule);
            case EXECUTED -> fromExecuted(step, rule);
            case INCOME_POSTED -> only(step, Kind.DEREGISTER, DisposalStatus.DEREGISTERED);
            case DEREGISTERED -> only(step, Kind.CLOSE, DisposalStatus.CLOSED);
            case REJECTED, CLOSED, CANCELLED -> Optional.empty();
        };
    }

    private static Optional<DisposalStatus> fromApplied(Kind step, DisposalRule rule) {
        if (step == Kind.APPRAISE) {
            return Optional.of(DisposalStatus.APPRAISED);
        }
        return step == Kind.APPROVE && rule.appraisalRequired() ? Optional.empty() : decided(step);
    }

    private static Optional<DisposalStatus> decided(Kind step) {
        return switch (step) {
            case APPROVE -> Optional.of(DisposalStatus.APPROVED);
            case REJECT -> Optional.of(DisposalStatus.REJECTED);
            case CANCEL -> Optional.of(DisposalStatus.CANCELLED);
            case APPRAISE, NOTICE, EXECUTE, POST_INCOME, DEREGISTER, CLOSE -> Optional.empty();
        };
    }

    private static Optional<DisposalStatus> fromApproved(Kind step, DisposalRule rule) {
        return switch (step) {
            case NOTICE -> rule.noticeDays() > 0 ? Optional.of(DisposalStatus.APPROVED) : Optional.empty();
            case EXECUTE -> Optional.of(DisposalStatus.EXECUTED);
            case CANCEL -> Optional.of(DisposalStatus.CANCELLED);
            case APPRAISE, APPROVE, REJECT, POST_INCOME, DEREGISTER, CLOSE -> Optional.empty();
        };
    }

    private static Optional<DisposalStatus> fromExecuted(Kind step, DisposalRule rule) {
        return switch (step) {
            case POST_INCOME ->
                rule.income() == Income.NONE ? Optional.empty() : Optional.of(DisposalStatus.INCOME_POSTED);
            case DEREGISTER ->
                rule.income() == Income.REQUIRED ? Optional.empty() : Optional.of(DisposalStatus.DEREGISTERED);
            case APPRAISE, APPROVE, REJECT, NOTICE, EXECUTE, CLOSE, CANCEL -> Optional.empty();
        };
    }

    private static Optional<DisposalStatus> only(Kind step, Kind allowed, DisposalStatus then) {
        return step == allowed ? Optional.of(then) : Optional.empty();
    }

    /** The steps that status and method allow. */
    static List<Kind> next(DisposalStatus status, DisposalRule rule) {
        return Arrays.stream(Kind.values())
                .filter(step -> after(status, step, rule).isPresent())
                .toList();
    }

    /** What becomes of the step today. */
    static Outcome take(Position position, DisposalRule rule, DisposalStep step, LocalDate today) {
        return after(position.status(), step.kind(), rule)
                .map(status -> refusal(position, rule, step, today).orElseGet(() -> new Outcome.Moved(status)))
                .orElseGet(Outcome.OutOfTurn::new);
    }

    private static Optional<Outcome> refusal(Position position, DisposalRule rule, DisposalStep step, LocalDate today) {
        return switch (step) {
            case DisposalStep.Notice(LocalDate from, LocalDate to) -> notice(position, rule, from, to);
            case DisposalStep.Execute(LocalDate on) ->
                noticeEnded(position, rule, on).or(() -> between("on", on, position.approvedOn(), today));
            case DisposalStep.PostIncome income -> between("on", income.on(), position.executedOn(), today);
            case DisposalStep.Deregister cleared -> between("on", cleared.on(), position.executedOn(), today);
            case DisposalStep.Appraise _,
                    DisposalStep.Approve _,
                    DisposalStep.Reject _,
                    DisposalStep.Close _,
                    DisposalStep.Cancel _ -> Optional.empty();
        };
    }

    private static Optional<Outcome> notice(Position position, DisposalRule rule, LocalDate from, LocalDate to) {
        LocalDate approvedOn = position.approvedOn();
        if (approvedOn != null && from.isBefore(approvedOn)) {
            return Optional.of(wrong(
                    "from",
                    "公示不能早于批准日期 %s".formatted(approvedOn),
                    "must not be before the approval on %s".formatted(approvedOn)));
        }
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        return days >= rule.noticeDays()
                ? Optional.empty()
                : Optional.of(new Outcome.Refused(
                        "notice-too-short",
                        "公示 %d 天，不足 %d 天，请延长公示期".formatted(days, rule.noticeDays()),
                        "the notice takes %d days, %d are required; make it longer"
                                .formatted(days, rule.noticeDays())));
    }

    private static Optional<Outcome> noticeEnded(Position position, DisposalRule rule, LocalDate on) {
        LocalDate noticeTo = position.noticeTo();
        if (rule.noticeDays() == 0 || noticeTo != null && on.isAfter(noticeTo)) {
            return Optional.empty();
        }
        return Optional.of(
                noticeTo == null
                        ? new Outcome.Refused(
                                "notice-missing",
                                "须先公示 %d 天，请登记公示".formatted(rule.noticeDays()),
                                "a public notice of %d days comes first; record it".formatted(rule.noticeDays()))
                        : new Outcome.Refused(
                                "notice-running",
                                "公示期至 %s，结束后方可实施".formatted(noticeTo),
                                "the notice runs until %s; execute it after that day".formatted(noticeTo)));
    }

    private static Optional<Outcome> between(String field, LocalDate on, @Nullable LocalDate first, LocalDate today) {
        if (on.isAfter(today)) {
            return Optional.of(wrong(field, "不能晚于今天 " + today, "must not be after today, " + today));
        }
        return first != null && on.isBefore(first)
                ? Optional.of(wrong(field, "不能早于上一步日期 " + first, "must not be before the step it follows, " + first))
                : Optional.empty();
    }

    private static Outcome wrong(String field, String zh, String en) {
        return new Outcome.WrongDay(field, zh, en);
    }
}
