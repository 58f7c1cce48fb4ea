package org.motorpool.dispatch.ledger;

import java.util.List;
import java.util.Map;

/**
 * The sheet of a ledger.
 *
 * @param letters the letter of each column that is there
 */
record Sheet(Map<Column, String> letters, List<LedgerRow> rows) {
    Sheet {
        letters = Map.copyOf(letters);
        rows = List.copyOf(rows);
    }
}
