package org.motorpool.dispatch.federation.web;

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
import org.motorpool.dispatch.contract.FederationApi.Dispute;
import org.motorpool.dispatch.contract.FederationMessage.BillLine;
import org.motorpool.dispatch.contract.RegionBillApi.Bill;
import org.motorpool.dispatch.contract.RegionBillApi.BillFile;
import org.motorpool.dispatch.contract.RegionBillApi.BillUse;

/** A bill of a month or a matter as a workbook: what it is, its lines, its disputes. Amounts are fen, as in the database. */
final class RegionBillWorkbook {

    private static final String APPLICATION = "Motorpool";
    private static final String VERSION = "1.0";
    private static final String ZONE = "时间均为 Asia/Shanghai（UTC+08:00）";
    private static final DateTimeFormatter CHINA =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
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
        try (Workbook workbook = new Workbook(out, APPLICATION, VERSION)) {
            head(workbook, file.bill());
            lines(workbook, file);
            disputes(workbook, file.uses());
        }
    }

    private static void head(Workbook workbook, Bill bill) throws IOException {
        Sheet sheet = new Sheet(workbook, "账单", List.of("项 Field", "值 Value", ZONE));
        row(sheet, "编号 Number", bill.number());
        row(sheet, "本方 Role", bill.role());
        row(sheet, "状态 Status", bill.status());
        row(sheet, "对方 Peer", bill.peerName());
        row(sheet, "协议 Agreement", bill.agreementNumber());
        row(sheet, "月份 Month", bill.month());
        row(sheet, "事项 Matter", bill.matter());
        row(sheet, "用车次数 Uses", bill.uses());
        row(sheet, "开具 Issued", time(bill.issuedAt()));
        row(sheet, "异议截止 Dispute until", time(bill.confirmBy()));
        row(sheet, "开具金额（分）Issued (fen)", bill.issued_fen());
        row(sheet, "应付（分）Payable (fen)", bill.total_fen());
        sheet.finish();
    }

    private static void row(Sheet sheet, String field, @Nullable Object value) throws IOException {
        sheet.add(Arrays.asList(field, value));
    }

    private static @Nullable String time(@Nullable Instant moment) {
        return moment == null ? null : CHINA.format(moment);
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
                time(use.from()),
                time(use.to()),
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
