package org.motorpool.dispatch.ledger;

import java.util.Map;

/**
 * A row of a ledger as it was read.
 *
 * @param number as the spreadsheet numbers it, from 1
 * @param cells what is in the columns, stripped; an empty cell is absent
 */
record LedgerRow(int number, Map<Column, String> cells) {
    LedgerRow {
        cells = Map.copyOf(cells);
    }
}
