package org.motorpool.dispatch.ledger;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.ProblemException;

/** Reads the first sheet of a workbook row by row: the first row with content is the header. Takes time; not on an event loop. */
final class LedgerReader {

    /** A ledger of more vehicles comes in parts. */
    static final int ROWS_MAX = 50_000;

    private static final int LONGEST_CELL = 500;

    private final Map<Integer, Column> columns = new HashMap<>();
    private final List<LedgerRow> rows = new ArrayList<>();

    private LedgerReader() {}

    static Sheet read(Path file) throws IOException {
        WorkbookGuard.check(file);
        LedgerReader reader = new LedgerReader();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            reader.read(rows.iterator());
        } catch (ProblemException refused) {
            throw refused;
        } catch (IOException | RuntimeException _) {
            // the library throws whatever it stumbles over in a file that is none
            throw WorkbookGuard.noWorkbook();
        }
        return reader.sheet();
    }

    private void read(Iterator<Row> sheet) {
        while (sheet.hasNext()) {
            Row row = sheet.next();
            if (columns.isEmpty()) {
                header(row);
            } else {
                add(row);
            }
        }
    }

    private void header(Row row) {
        row.stream()
                .filter(cell -> cell != null)
                .forEach(cell -> Column.find(text(cell).orElse("")).ifPresent(column -> {
                    if (columns.containsValue(column)) {
                        throw Fields.bad(
                                "file", "有两列“%s”".formatted(column.header()), "has two columns " + column.header());
                    }
                    columns.put(cell.getColumnIndex(), column);
                }));
    }

    private void add(Row row) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        row.stream().filter(cell -> cell != null).forEach(cell -> Optional.ofNullable(
                        columns.get(cell.getColumnIndex()))
                .ifPresent(column -> value(cell, column).ifPresent(value -> cells.put(column, value))));
        if (cells.isEmpty()) {
            return;
        }
        if (rows.size() == ROWS_MAX) {
            throw Fields.bad(
                    "file",
                    "超过 %d 行，请拆分后分别导入".formatted(ROWS_MAX),
                    "has more than %d rows; split it".formatted(ROWS_MAX));
        }
        rows.add(new LedgerRow(row.getRowNum(), cells));
    }

    private Sheet sheet() {
        List<String> missing = Stream.of(Column.values())
                .filter(column -> column.isRequired() && !columns.containsValue(column))
                .map(Column::header)
                .toList();
        if (!missing.isEmpty()) {
            String all = String.join("、", missing);
            throw Fields.bad(
                    "file",
                    "缺少列：%s。请使用模板".formatted(all),
                    "has no column %s; use the template".formatted(String.join(", ", missing)));
        }
        Map<Column, String> letters = new EnumMap<>(Column.class);
        columns.forEach((index, column) -> letters.put(column, letter(index)));
        return new Sheet(letters, rows);
    }

    private static Optional<String> value(Cell cell, Column column) {
        boolean serialDay = column.kind() == Column.Kind.DATE && cell.getType() == CellType.NUMBER;
        return serialDay ? Optional.of(day(cell)) : text(cell);
    }

    /** A day that is none stays as it was written, for the error to show. */
    private static String day(Cell cell) {
        try {
            return cell.asDate().toLocalDate().toString();
        } catch (RuntimeException _) {
            return cell.getRawValue();
        }
    }

    private static Optional<String> text(Cell cell) {
        String text = cell.getType() == CellType.NUMBER ? plain(cell.asNumber()) : String.valueOf(shown(cell));
        String stripped = text.strip();
        return stripped.isEmpty() || stripped.equals("null")
                ? Optional.empty()
                : Optional.of(stripped.substring(0, Math.min(stripped.length(), LONGEST_CELL)));
    }

    private static Object shown(Cell cell) {
        return cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
    }

    private static String plain(BigDecimal number) {
        return number.precision() - number.scale() > LONGEST_CELL
                ? number.toString()
                : number.stripTrailingZeros().toPlainString();
    }

    private static String letter(int index) {
        String last = String.valueOf((char) ('A' + index % 26));
        return index < 26 ? last : letter(index / 26 - 1) + last;
    }
}
