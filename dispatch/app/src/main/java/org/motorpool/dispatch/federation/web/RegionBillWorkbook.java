package org.motorpool.dispatch.federation.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Sheet;
import org.motorpool.dispatch.contract.FederationApi.Dispute;
import org.motorpool.dispatch.contract.FederationMessage.BillLine;
import org.motorpool.dispatch.contract.RegionBillApi.Bill;
import org.motorpool.dispatch.contract.RegionBillApi.BillFile;
import org.motorpool.dispatch.contract.RegionBillApi.BillUse;

/** A bill of a month or a matter as a workbook: what it is, its lines, its disputes. Amounts are fen, as in the database. */
final class RegionBillWorkbook {
    private static final List<String> LINE = List.of(
            "用车 Use",
            "起 From",
            "止 To",
            "行 Position",
            "冲减行 Offsets",
            "项目 Component",
            "数量 Quantity",
            "单位 Unit",
            "单价（分）Rate (fen)",
            "金额（分）Amount (fen)",
            "凭据 Evidence",
            "id");

    private RegionBillWorkbook() {}

    static void write(BillFile file, OutputStream out) throws IOException {
        try (Workbook workbook = Sheet.workbook(out)) {
            head(workbook, file.bill());
            lines(workbook, file);
            disputes(workbook, file.uses());
        }
    }

    private static void head(Workbook workbook, Bill bill) throws IOException {
        Sheet sheet = Sheet.ofFields(workbook, "账单", "值 Value");
        sheet.field("编号 Number", bill.number());
        sheet.field("本方 Role", bill.role());
        sheet.field("状态 Status", bill.status());
        sheet.field("对方 Peer", bill.peerName());
        sheet.field("协议 Agreement", bill.agreementNumber());
        sheet.field("月份 Month", bill.month());
        sheet.field("事项 Matter", bill.matter());
        sheet.field("用车次数 Uses", bill.uses());
        sheet.field("开具 Issued", bill.issuedAt());
        sheet.field("异议截止 Dispute until", bill.confirmBy());
        sheet.field("开具金额（分）Issued (fen)", bill.issued_fen());
        sheet.field("应付（分）Payable (fen)", bill.total_fen());
        sheet.finish();
    }

    private static void lines(Workbook workbook, BillFile file) throws IOException {
        Sheet sheet = new Sheet(workbook, "明细", LINE);
        for (BillUse use : file.uses()) {
            for (BillLine line : use.lines()) {
                sheet.add(line(use, line));
            }
        }
        sheet.add(Arrays.asList(
                "合计 Total",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                file.bill().total_fen()));
        sheet.finish();
    }

    private static List<@Nullable Object> line(BillUse use, BillLine line) {
        return Arrays.asList(
                use.number(),
                use.from(),
                use.to(),
                line.position(),
                line.offsets(),
                line.component(),
                line.quantity(),
                line.unit(),
                line.rate_fen(),
                line.amount_fen(),
                line.evidence(),
                use.serviceId().toString());
    }

    private static void disputes(Workbook workbook, List<BillUse> uses) throws IOException {
        Sheet sheet =
                new Sheet(workbook, "争议", List.of("用车 Use", "行 Position", "状态 Status", "理由 Reason", "答复 Resolution"));
        for (BillUse use : uses) {
            for (Dispute dispute : use.disputes()) {
                sheet.add(Arrays.asList(
                        use.number(), dispute.position(), dispute.status(), dispute.reason(), dispute.resolution()));
            }
        }
        sheet.finish();
    }
}
