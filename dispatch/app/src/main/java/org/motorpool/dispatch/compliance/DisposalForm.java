package org.motorpool.dispatch.compliance;

import static org.motorpool.dispatch.Fields.bad;
import static org.motorpool.dispatch.Fields.number;
import static org.motorpool.dispatch.Fields.oneOf;
import static org.motorpool.dispatch.Fields.optionalText;
import static org.motorpool.dispatch.Fields.required;
import static org.motorpool.dispatch.Fields.text;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.DisposalApi.NewDisposal;
import org.motorpool.dispatch.contract.DisposalApi.NewStep;

/** Reads applications and steps of disposals; the first bad field is a problem that names it. */
final class DisposalForm {

    private static final Set<String> METHODS =
            Set.of("TRANSFER", "AUCTION", "TAKE_BACK", "DONATION", "SCRAPPING", "LOSS");
    private static final long MOST_FEN = 1_000_000_000;
    private static final int LONGEST_REASON = 500;

    private DisposalForm() {}

    static NewDisposal application(@Nullable NewDisposal form) {
        NewDisposal given = required("vehicleId", form);
        return new NewDisposal(
                required("vehicleId", given.vehicleId()),
                oneOf("method", given.method(), METHODS),
                given.receiverUnitId(),
                optionalText("receiver", given.receiver(), 100),
                text("reason", given.reason(), LONGEST_REASON));
    }

    /** Whoever the rule of the method wants named is named, and nobody else. */
    static void requireReceiver(NewDisposal form, DisposalRule rule) {
        boolean unit = rule.receiver() == DisposalRule.Receiver.UNIT;
        boolean named = rule.receiver() == DisposalRule.Receiver.NAMED;
        if (unit != (form.receiverUnitId() != null)) {
            throw bad(
                    "receiverUnitId",
                    unit ? "调剂划转须填写接收单位" : "仅调剂划转填写接收单位",
                    unit ? "is required for a transfer" : "is for a transfer only");
        }
        if (named != (form.receiver() != null)) {
            throw bad(
                    "receiver",
                    named ? "此处置方式须填写接收方" : "此处置方式不填写接收方",
                    named ? "is required for this method" : "must be absent for this method");
        }
    }

    static DisposalStep step(@Nullable NewStep form) {
        NewStep given = required("step", form);
        return switch (String.valueOf(given.step())) {
            case "APPRAISE" ->
                new DisposalStep.Appraise(
                        number("appraised_fen", given.appraised_fen(), 0, MOST_FEN),
                        text("appraisedBy", given.appraisedBy(), 100));
            case "APPROVE" -> new DisposalStep.Approve(text("documentNumber", given.documentNumber(), 100));
            case "REJECT" -> new DisposalStep.Reject(text("reason", given.reason(), LONGEST_REASON));
            case "NOTICE" -> notice(required("from", given.from()), required("to", given.to()));
            case "EXECUTE" -> new DisposalStep.Execute(required("on", given.on()));
            case "POST_INCOME" ->
                new DisposalStep.PostIncome(
                        number("income_fen", given.income_fen(), 0, MOST_FEN),
                        text("treasuryReceipt", given.treasuryReceipt(), 100),
                        required("on", given.on()));
            case "DEREGISTER" ->
                new DisposalStep.Deregister(
                        text("deregistrationNumber", given.deregistrationNumber(), 100), required("on", given.on()));
            case "CLOSE" -> new DisposalStep.Close();
            case "CANCEL" -> new DisposalStep.Cancel(text("reason", given.reason(), LONGEST_REASON));
            default -> throw unknown(given.step());
        };
    }

    private static DisposalStep notice(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw bad("to", "不能早于公示开始日期", "must not be before the notice begins");
        }
        return new DisposalStep.Notice(from, to);
    }

    private static RuntimeException unknown(@Nullable String step) {
        String all = String.join(
                ", ", Arrays.stream(DisposalStep.Kind.values()).map(Enum::name).toList());
        return bad(
                "step", "应为以下之一：%s，收到“%s”".formatted(all, step), "must be one of %s, got \"%s\"".formatted(all, step));
    }
}
