package org.motorpool.dispatch.settlement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.contract.SettlementApi.NewCredit;
import org.motorpool.dispatch.contract.SettlementApi.NewDispute;
import org.motorpool.dispatch.contract.SettlementApi.NewStatement;
import org.motorpool.dispatch.contract.SettlementApi.Resolution;
import org.motorpool.dispatch.contract.SettlementApi.Settling;

/** Reads the bodies of settlement; the first bad field is a problem that names it. */
final class SettlementForms {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_EVIDENCE = 1000;
    private static final int LONGEST_VOUCHER = 64;
    private static final long LARGEST_FEN = 100_000_000_000L;

    private SettlementForms() {}

    static NewStatement drawingUp(@Nullable NewStatement form) {
        NewStatement given = Fields.required("payerUnitId", form);
        Fields.required("payerUnitId", given.payerUnitId());
        if (given.payerUnitId().equals(Fields.required("payeeUnitId", given.payeeUnitId()))) {
            throw Fields.bad("payerUnitId", "付款单位与收款单位不能相同", "must differ from payeeUnitId");
        }
        month(given.month());
        return given;
    }

    /** The first day of 2026-11. */
    static LocalDate month(@Nullable String text) {
        try {
            return YearMonth.parse(Fields.required("month", text)).atDay(1);
        } catch (DateTimeException _) {
            throw Fields.bad("month", "应为年月，例如 2026-11", "must be a month, e.g. 2026-11");
        }
    }

    static NewDispute dispute(@Nullable NewDispute form) {
        NewDispute given = Fields.required("lineId", form);
        return new NewDispute(
                Fields.required("lineId", given.lineId()),
                Fields.text("reason", given.reason(), LONGEST_REASON),
                Fields.optionalText("evidence", given.evidence(), LONGEST_EVIDENCE));
    }

    /** A credit belongs to an upheld dispute, and to no other. */
    static Resolution resolution(@Nullable Resolution form) {
        Resolution given = Fields.required("outcome", form);
        String outcome = Fields.oneOf("outcome", given.outcome(), Set.of("UPHELD", "REJECTED"));
        if (outcome.equals("REJECTED") && given.credit_fen() != null) {
            throw Fields.bad("credit_fen", "只在争议成立时填写", "belongs to an upheld dispute only");
        }
        Long credit_fen = outcome.equals("UPHELD")
                ? Long.valueOf(Fields.number("credit_fen", given.credit_fen(), 1, LARGEST_FEN))
                : null;
        return new Resolution(outcome, credit_fen, Fields.text("resolution", given.resolution(), LONGEST_REASON));
    }

    static NewCredit credit(@Nullable NewCredit form) {
        NewCredit given = Fields.required("lineId", form);
        return new NewCredit(
                Fields.required("lineId", given.lineId()),
                Fields.number("amount_fen", given.amount_fen(), 1, LARGEST_FEN),
                Fields.text("reason", given.reason(), LONGEST_REASON));
    }

    static String voucher(@Nullable Settling form) {
        return Fields.text("voucherNumber", form == null ? null : form.voucherNumber(), LONGEST_VOUCHER);
    }
}
