package org.motorpool.dispatch;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
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

    private static final String ZONE = "时间均为 Asia/Shanghai（UTC+08:00）";
    private static final DateTimeFormatter CHINA =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

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

    /** A workbook of this application; it is complete when it is closed. */
    public static Workbook workbook(OutputStream out) {
        return new Workbook(out, "Motorpool", "1.0");
    }

    /** A sheet of fields and their values, which says in what time moments are. */
    public static Sheet ofFields(Workbook workbook, String name, String value) throws IOException {
        return new Sheet(workbook, name, List.of("项 Field", value, ZONE));
    }

    /** Writes the next row of a sheet of fields. */
    public void field(String field, @Nullable Object value) throws IOException {
        add(Arrays.asList(field, value));
    }

    /** Writes the next row; numbers and days as such, moments in the time of China, everything else as text that is no formula. */
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
            case Instant moment -> sheet.inlineString(row, column, CHINA.format(moment));
            default -> sheet.inlineString(row, column, SafeText.of(value.toString()));
        }
    }
}
