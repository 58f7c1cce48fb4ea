package org.motorpool.dispatch.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.motorpool.dispatch.Sheet;

/** The empty ledger: headers on the first sheet, what may stand in the columns on the second. */
public final class LedgerTemplate {

    private static final Map<Column, Map<String, String>> WORDS = Map.of(
            Column.PLATE_COLOUR, Words.COLOURS,
            Column.BODY_TYPE, Words.BODY_TYPES,
            Column.ENERGY_TYPE, Words.ENERGY_TYPES,
            Column.KIND, Words.KINDS,
            Column.FUEL, Words.FUELS,
            Column.CONFIDENTIAL, Words.YES_NO);

    private LedgerTemplate() {}

    /** The workbook. */
    public static byte[] vehicles() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = Sheet.workbook(out)) {
            headers(workbook.newWorksheet("车辆台账"));
            explanation(workbook.newWorksheet("填写说明"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void headers(Worksheet sheet) {
        for (Column column : Column.values()) {
            sheet.value(0, column.ordinal(), column.header() + (column.isRequired() ? "*" : ""));
            sheet.style(0, column.ordinal()).bold().set();
            sheet.width(column.ordinal(), 18);
        }
        sheet.freezePane(0, 1);
    }

    private static void explanation(Worksheet sheet) {
        sheet.value(0, 0, "列");
        sheet.value(0, 1, "填写");
        for (Column column : Column.values()) {
            int row = column.ordinal() + 1;
            sheet.value(row, 0, column.header());
            sheet.value(row, 1, (column.isRequired() ? "必填" : "可空") + "；" + values(column));
        }
        sheet.width(0, 24);
        sheet.width(1, 80);
    }

    private static String values(Column column) {
        if (WORDS.containsKey(column)) {
            return String.join("、", new TreeMap<>(WORDS.get(column)).keySet());
        }
        return switch (column.kind()) {
            case TEXT -> "文本";
            case NUMBER -> "数字";
            case DATE -> "日期，例如 2024-05-31";
        };
    }
}
