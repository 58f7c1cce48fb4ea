package org.motorpool.dispatch.settlement.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Sheet;
import org.motorpool.dispatch.contract.SettlementApi.Statement;
import org.motorpool.dispatch.contract.SettlementApi.StatementFile;
import org.motorpool.dispatch.contract.SettlementApi.StatementLine;

/** A statement 结算单 as a workbook: what it is, its lines, its credit notes. Amounts are fen, as in the database. */
final class StatementWorkbook {

    static final String APPLICATION = "Motorpool";
    static final String VERSION = "1.0";
    static final String ZONE = "时间均为 Asia/Shanghai（UTC+08:00）";

    private static final DateTimeFormatter CHINA =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final List<String> LINE = List.of(
            "派车单 Order",
            "用车申请 Request",
            "使用日 Used on",
            "项目 Component",
            "数量 Quantity",
            "单位 Unit",
            "单价（分）Rate (fen)",
            "金额（分）Amount (fen)",
            "凭据 Evidence",
            "id");

    private StatementWorkbook() {}

    static void write(StatementFile file, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, APPLICATION, VERSION)) {
            head(workbook, file.statement());
            lines(workbook, file);
            creditNotes(workbook, file.creditNotes());
        }
    }

    private static void head(Workbook workbook, Statement statement) throws IOException {
        Sheet sheet = new Sheet(workbook, "结算单", List.of("项 Field", "值 Value", ZONE));
        row(sheet, "编号 Number", statement.number());
        row(sheet, "类型 Kind", statement.kind());
        row(sheet, "状态 Status", statement.status());
        row(sheet, "结算方式 Mode", statement.mode());
        row(sheet, "付款单位 Payer", statement.payerUnitName());
        row(sheet, "收款单位 Payee", statement.payeeUnitName());
        row(sheet, "协议 Agreement", statement.agreementNumber());
        row(sheet, "月份 Month", statement.month());
        row(sheet, "开具 Issued", time(statement.issuedAt()));
        row(sheet, "异议截止 Dispute until", time(statement.confirmBy()));
        row(sheet, "确认 Confirmed", time(statement.confirmedAt()));
        row(sheet, "凭证 Voucher", statement.voucherNumber());
        row(sheet, "合计（分）Total (fen)", statement.total_fen());
        row(sheet, "红字后应付（分）Payable (fen)", statement.payable_fen());
        sheet.finish();
    }

    private static void row(Sheet sheet, String field, @Nullable Object value) throws IOException {
        sheet.add(Arrays.asList(field, value));
    }

    private static @Nullable String time(@Nullable Instant moment) {
        return moment == null ? null : CHINA.format(moment);
    }

    private static void lines(Workbook workbook, StatementFile file) throws IOException {
        Sheet sheet = new Sheet(workbook, "明细", LINE);
        for (StatementLine line : file.lines()) {
            sheet.add(Arrays.asList(
                    line.orderNumber(),
                    line.requestNumber(),
                    line.usedOn(),
                    line.component(),
                    line.quantity(),
                    line.unit(),
                    line.rate_fen(),
                    line.amount_fen(),
                    line.evidence(),
                    line.id().toString()));
        }
        sheet.add(Arrays.asList(
                "合计 Total", null, null, null, null, null, null, file.statement().total_fen()));
        sheet.finish();
    }

    private static void creditNotes(Workbook workbook, List<Statement> notes) throws IOException {
        Sheet sheet = new Sheet(workbook, "红字", List.of("编号 Number", "状态 Status", "开具 Issued", "金额（分）Amount (fen)"));
        for (Statement note : notes) {
            sheet.add(Arrays.asList(note.number(), note.status(), time(note.issuedAt()), note.total_fen()));
        }
        sheet.finish();
    }
}
