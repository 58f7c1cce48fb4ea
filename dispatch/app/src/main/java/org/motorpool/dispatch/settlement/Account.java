package org.motorpool.dispatch.settlement;

import java.util.List;
import org.motorpool.dispatch.contract.Page;
import org.motorpool.dispatch.contract.SettlementApi.Ledger;
import org.motorpool.dispatch.contract.SettlementApi.LedgerEntry;

/** The account between two units: sums over the whole period, and a page of its lines. */
public record Account(
        LedgerQuestion question, long charged_fen, long credited_fen, long settled_fen, List<LedgerEntry> lines) {

    public Account {
        lines = List.copyOf(lines);
    }

    /** Charged less what was credited and what has a voucher. */
    public long open_fen() {
        return charged_fen + credited_fen - settled_fen;
    }

    /** As it is answered, with this page of the lines. */
    public Ledger view(Page<LedgerEntry> page) {
        return new Ledger(
                question.payerUnitId(),
                question.payeeUnitId(),
                question.from(),
                question.to(),
                charged_fen,
                credited_fen,
                settled_fen,
                open_fen(),
                page.items(),
                page.next());
    }
}
