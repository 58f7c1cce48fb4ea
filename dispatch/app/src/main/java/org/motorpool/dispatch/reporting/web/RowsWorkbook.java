package org.motorpool.dispatch.reporting.web;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Sheet;
import org.motorpool.dispatch.reporting.RowQuery;
import org.motorpool.dispatch.reporting.store.RowStream;

/** The rows of a figure as a workbook. */
final class RowsWorkbook {

    private static final List<String> COLUMNS =
            List.of("单位代码 Unit code", "单位 Unit", "记录 Record", "日期 Day", "数量 Amount");

    /** Hands its rows to a sink, one after the other. */
    interface Rows {
        void forEach(RowStream.Sink sink) throws IOException;
    }

    private RowsWorkbook() {}

    static void write(RowQuery query, Rows rows, OutputStream out) throws IOException {
        List<String> keys = query.measure().source().keys();
        List<String> header = new ArrayList<>(COLUMNS);
        header.addAll(keys);
        header.add("id");
        try (Workbook workbook = Sheet.workbook(out)) {
            workbook.setCompressionLevel(1);
            Sheet sheet =
                    new Sheet(workbook, query.code() + " " + query.measure().name(), header);
            rows.forEach(row -> sheet.add(cells(row, keys)));
            sheet.finish();
        }
    }

    /** Columns of the statement by name; its order is that of the query. */
    private static List<@Nullable Object> cells(ResultSet row, List<String> keys) throws SQLException {
        List<@Nullable Object> cells = new ArrayList<>(keys.size() + COLUMNS.size() + 1);
        cells.add(row.getString("code"));
        cells.add(row.getString("name"));
        cells.add(row.getString("label"));
        cells.add(row.getObject("day", LocalDate.class));
        cells.add(row.getObject("amount", BigDecimal.class));
        for (String key : keys) {
            cells.add(row.getString(key));
        }
        cells.add(row.getString("id"));
        return cells;
    }
}
