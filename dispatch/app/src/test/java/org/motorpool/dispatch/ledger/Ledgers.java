package org.motorpool.dispatch.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Object mother: ledgers as workbooks; a row is valid by default. */
final class Ledgers {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private Ledgers() {}

    /** A petrol car of the unit. */
    static Map<Column, Object> car(String unitCode) {
        int serial = SERIAL.incrementAndGet();
        Map<Column, Object> row = new EnumMap<>(Column.class);
        row.put(Column.PLATE, "沪L%05d".formatted(serial));
        row.put(Column.PLATE_COLOUR, "蓝");
        row.put(Column.VIN, "LLEDGER00000%05d".formatted(serial));
        row.put(Column.UNIT, unitCode);
        row.put(Column.CATEGORY, "QT");
        row.put(Column.BODY_TYPE, "轿车");
        row.put(Column.ENERGY_TYPE, "燃油");
        row.put(Column.BRAND, "荣威");
        row.put(Column.MODEL, "i5");
        row.put(Column.SEATS, 4);
        row.put(Column.PRICE, 79_900.5);
        row.put(Column.DISPLACEMENT, 1.5);
        row.put(Column.REGISTERED_ON, LocalDate.of(2021, 5, 31));
        return row;
    }

    static Map<Column, Object> but(Map<Column, Object> row, Column column, Object value) {
        Map<Column, Object> other = new EnumMap<>(row);
        other.put(column, value);
        return other;
    }

    static byte[] of(List<Map<Column, Object>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("台账");
            for (Column column : Column.values()) {
                sheet.value(0, column.ordinal(), column.header());
            }
            for (int i = 0; i < rows.size(); i++) {
                int row = i + 1;
                rows.get(i).forEach((column, value) -> write(sheet, row, column.ordinal(), value));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, String.valueOf(value));
        }
    }
}
