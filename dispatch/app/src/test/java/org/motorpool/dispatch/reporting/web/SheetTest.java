package org.motorpool.dispatch.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Sheet;

class SheetTest {

    @Test
    void writesNumbersAndDaysAsSuchAndTextAsText() throws IOException {
        String xml = sheetOf(Arrays.asList("=cmd()", new BigDecimal("12.50"), LocalDate.of(2026, 11, 28), null, 7L));
        assertThat(xml)
                .contains("<c r=\"A2\"", "t=\"inlineStr\"><is><t>'=cmd()</t></is></c>")
                .contains("<c r=\"B2\"", "<v>12.50</v>")
                .containsPattern("<c r=\"C2\" s=\"[0-9]+\"( t=\"n\")?><v>46354")
                .contains("<c r=\"E2\"", "<v>7</v>")
                .doesNotContain("D2", "<f>");
    }

    @Test
    void continuesOnAFurtherSheetWhereOneIsFull() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            workbook.setCompressionLevel(1);
            Sheet sheet = new Sheet(workbook, "行", List.of("n"));
            for (int n = 0; n < 1_048_001; n++) {
                sheet.add(List.of(n));
            }
            sheet.finish();
        }
        assertThat(entry(out.toByteArray(), "xl/worksheets/sheet2.xml")).contains("<v>1048000</v>");
    }

    private static String sheetOf(List<?> row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Sheet sheet = new Sheet(workbook, "表", List.of("a", "b", "c", "d", "e"));
            sheet.add(row);
            sheet.finish();
        }
        return entry(out.toByteArray(), "xl/worksheets/sheet1.xml");
    }

    private static String entry(byte[] workbook, String name) throws IOException {
        return Entries.of(workbook).get(name);
    }
}
