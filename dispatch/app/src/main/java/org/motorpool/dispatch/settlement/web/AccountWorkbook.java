package org.motorpool.dispatch.settlement.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.motorpool.dispatch.Sheet;
import org.motorpool.dispatch.contract.SettlementApi.LedgerEntry;
import org.motorpool.dispatch.settlement.Account;

/** The account between two units as a workbook, written page by page while it is read. */
final class AccountWorkbook {

    /** Lines that are read at once. */
    static final int PAGE = 1000;

    private static final List<String> ENTRY = List.of(
            "开具日 Issued on",
            "结算单 Statement",
            "类型 Kind",
            "状态 Status",
            "凭证 Voucher",
            "派车单 Order",
            "使用日 Used on",
            "项目 Component",
            "数量 Quantity",
            "单位 Unit",
            "单价（分）Rate (fen)",
            "金额（分）Amount (fen)",
            "id");

    private static final UUID FIRST = new UUID(0, 0);

    private AccountWorkbook() {}

    /** @param pages the account with the lines after an id */
    static void write(Function<UUID, Account> pages, OutputStream out) throws IOException {
        try (Workbook workbook = Sheet.workbook(out)) {
            Account account = pages.apply(FIRST);
            sums(workbook, account);
            Sheet sheet = new Sheet(workbook, "明细", ENTRY);
            while (!account.lines().isEmpty()) {
                for (LedgerEntry entry : account.lines()) {
                    add(sheet, entry);
                }
                account = pages.apply(account.lines().getLast().lineId());
            }
            sheet.finish();
        }
    }

    private static void sums(Workbook workbook, Account account) throws IOException {
        Sheet sheet = Sheet.ofFields(workbook, "往来", "金额（分）Amount (fen)");
        sheet.field("开具 Charged", account.charged_fen());
        sheet.field("红字 Credited", account.credited_fen());
        sheet.field("已结清 Settled", account.settled_fen());
        sheet.field("未结清 Open", account.open_fen());
        sheet.field("自 From", account.question().from());
        sheet.field("至（不含）To, not included", account.question().to());
        sheet.finish();
    }

    private static void add(Sheet sheet, LedgerEntry entry) throws IOException {
        sheet.add(Arrays.asList(
                entry.issuedOn(),
                entry.statementNumber(),
                entry.kind(),
                entry.status(),
                entry.voucherNumber(),
                entry.orderNumber(),
                entry.usedOn(),
                entry.component(),
                entry.quantity(),
                entry.unit(),
                entry.rate_fen(),
                entry.amount_fen(),
                entry.lineId().toString()));
    }
}
