package org.motorpool.dispatch.settlement.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.motorpool.dispatch.Sheet;
import org.motorpool.dispatch.contract.SettlementApi.Statement;
import org.motorpool.dispatch.contract.SettlementApi.StatementFile;
import org.motorpool.dispatch.contract.SettlementApi.StatementLine;

/** A statement 结算单 as a workbook: what it is, its lines, its credit notes. Amounts are fen, as in the database. */
final class StatementWorkbook {

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
        try (Workbook workbook = Sheet.workbook(out)) {
            head(workbook, file.statement());
            lines(workbook, file);
            creditNotes(workbook, file.creditNotes());
        }
    }

    private static void head(Workbook workbook, Statement statement) throws IOException {
        Sheet sheet = Sheet.ofFields(workbook, "结算单", "值 Value");
        sheet.field("编号 Number", statement.number());
        sheet.field("类型 Kind", statement.kind());
        sheet.field("状态 Status", statement.status());
        sheet.field("结算方式 Mode", statement.mode());
        sheet.field("付款单位 Payer", statement.payerUnitName());
        sheet.field("收款单位 Payee", statement.payeeUnitName());
        sheet.field("协议 Agreement", statement.agreementNumber());
        sheet.field("月份 Month", statement.month());
        sheet.field("开具 Issued", statement.issuedAt());
        sheet.field("异议截止 Dispute until", statement.confirmBy());
        sheet.field("确认 Confirmed", statement.confirmedAt());
        sheet.field("凭证 Voucher", statement.voucherNumber());
        sheet.field("合计（分）Total (fen)", statement.total_fen());
        sheet.field("红字后应付（分）Payable (fen)", statement.payable_fen());
        sheet.finish();
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
            sheet.add(Arrays.asList(note.number(), note.status(), note.issuedAt(), note.total_fen()));
        }
        sheet.finish();
    }
}
