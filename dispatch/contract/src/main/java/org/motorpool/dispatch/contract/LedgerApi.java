package org.motorpool.dispatch.contract;

import java.util.List;

/** {@code /api/v1/imports}: Excel ledgers 台账 that every office starts from. */
public final class LedgerApi {
    private LedgerApi() {}

    /**
     * What became of a ledger.
     *
     * @param outcome CHECKED (a dry run without errors), IMPORTED, or REFUSED: one broken row keeps every row out
     * @param rows rows with content, without the header
     * @param added vehicles put on file, or that would be
     * @param changed vehicles on file that differed in what a ledger may correct
     * @param unchanged vehicles on file as the ledger has them
     * @param errorCount all errors
     * @param errors the first 1000
     */
    public record ImportResult(
            String outcome,
            boolean dryRun,
            int rows,
            int added,
            int changed,
            int unchanged,
            int errorCount,
            List<RowError> errors) {
        public ImportResult {
            errors = List.copyOf(errors);
        }
    }

    /**
     * What is wrong in a row.
     *
     * @param row as the spreadsheet numbers it, from 1
     * @param column its letter, empty when the column is missing
     * @param field header of the column
     */
    public record RowError(int row, String column, String field, String message, String messageEn) {}
}
