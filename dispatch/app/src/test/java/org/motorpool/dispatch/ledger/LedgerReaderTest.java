package org.motorpool.dispatch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.dispatch.ProblemException;

class LedgerReaderTest {

    private static final byte[] WORKBOOK = "<workbook/>".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void readsTextNumbersAndDays() throws IOException {
        Map<Column, Object> car = Ledgers.car("31011501");
        Sheet sheet = LedgerReader.read(file(Ledgers.of(List.of(car))));
        assertThat(sheet.letters()).containsEntry(Column.PLATE, "A").containsEntry(Column.CONFIDENTIAL, "Z");
        assertThat(sheet.rows()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(2);
            assertThat(row.cells())
                    .containsEntry(Column.UNIT, "31011501")
                    .containsEntry(Column.SEATS, "4")
                    .containsEntry(Column.PRICE, "79900.5")
                    .containsEntry(Column.REGISTERED_ON, "2021-05-31")
                    .doesNotContainKey(Column.OWNER);
        });
    }

    @Test
    void readsItsOwnTemplateAsAnEmptyLedger() throws IOException {
        Sheet sheet = LedgerReader.read(file(LedgerTemplate.vehicles()));
        assertThat(sheet.rows()).isEmpty();
        assertThat(sheet.letters()).hasSize(Column.values().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "号牌号码,车辆识别代号\n", "<html>"})
    void refusesWhatIsNoWorkbook(String content) throws IOException {
        refuses(content.getBytes(StandardCharsets.UTF_8), "工作簿");
    }

    @Test
    void refusesAZipThatIsNoWorkbook() throws IOException {
        refuses(zip(Map.of("a.txt", WORKBOOK)), "工作簿");
        refuses(zip(Map.of("xl/workbook.xml", WORKBOOK)), "工作簿");
    }

    @Test
    void refusesAWorkbookThatInflatesBeyondMeasure() throws IOException {
        byte[] zeros = new byte[210 * 1024 * 1024];
        zeros[0] = 'x';
        byte[] bomb = zip(Map.of("xl/media/x", zeros, "xl/workbook.xml", WORKBOOK));
        assertThat(bomb.length).isLessThan(1024 * 1024);
        refuses(bomb, "解压后过大");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<c r=\"ZZZZZZ1\"/>", "<c r = 'ZZZZZZ1'/>", "<c\nr=\"&#90;&#90;&#90;&#90;1\"/>"})
    void refusesACellBeyondTheLastColumn(String cell) throws IOException {
        byte[] sheet = ("<worksheet><sheetData><row r=\"1\">" + cell + "</row></sheetData></worksheet>")
                .getBytes(StandardCharsets.UTF_8);
        refuses(zip(Map.of("xl/workbook.xml", WORKBOOK, "xl/worksheets/sheet1.xml", sheet)), "工作簿");
        refuses(zip(Map.of("xl/workbook.xml", WORKBOOK, "xl/media/photo.png", sheet)), "工作簿");
    }

    @Test
    void namesTheColumnsThatAreMissing() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook workbook = new org.dhatim.fastexcel.Workbook(out, "Test", "1.0")) {
            workbook.newWorksheet("台账").value(0, 0, "号牌号码 *");
        }
        refuses(out.toByteArray(), "缺少列：号牌颜色、车辆识别代号");
    }

    private void refuses(byte[] content, String why) throws IOException {
        Path file = file(content);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> LedgerReader.read(file))
                .satisfies(failure -> assertThat(failure.problem().field()).isEqualTo("file"))
                .withMessageContaining(why);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("ledger"), content);
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }
}
