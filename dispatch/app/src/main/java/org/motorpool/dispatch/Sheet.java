package org.motorpool.dispatch;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A sheet that is written row by row; what is written leaves the memory. Continues on a further sheet where a sheet is full. */
public final class Sheet {

    /** Rows of a sheet of Excel, less some room. */
    private static final int ROWS = 1_048_000;

    private static final int FLUSHED = 1000;
    private static final String DAY = "yyyy-mm-dd";

    private final Workbook workbook;
    private final String name;
    private final List<String> header;
    private Worksheet sheet;
    private int row;
    private int sheets;

    public Sheet(Workbook workbook, String name, List<String> header) throws IOException {
        this.workbook = workbook;
        this.name = name;
        this.header = List.copyOf(header);
        this.sheet = begin();
    }

    /** Writes the next row; numbers and days as such, everything else as text that is no formula. */
    public void add(List<? extends @Nullable Object> cells) throws IOException {
        if (row == ROWS) {
            sheet.finish();
            sheet = begin();
        }
        for (int column = 0; column < cells.size(); column++) {
            set(column, cells.get(column));
        }
        row++;
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    public void finish() throws IOException {
        sheet.finish();
    }

    private Worksheet begin() {
        sheets++;
        row = 0;
        sheet = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        sheet.freezePane(0, 1);
        for (int column = 0; column < header.size(); column++) {
            sheet.inlineString(row, column, SafeText.of(header.get(column)));
            sheet.style(row, column).bold().set();
        }
        row = 1;
        return sheet;
    }

    private void set(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case BigDecimal number -> sheet.value(row, column, number);
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(DAY).set();
            }
            default -> sheet.inlineString(row, column, SafeText.of(value.toString()));
        }
    }
}
