package org.motorpool.dispatch.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.ProblemException;

/**
 * Looks into a workbook before anything trusts it: it is a workbook by its content, it does not inflate beyond measure, and no
 * cell claims an address beyond the last column of a spreadsheet (a reader would make room for all columns before it).
 */
final class WorkbookGuard {

    private static final long FILE_MAX = 10L * 1024 * 1024;
    private static final long INFLATED_MAX = 200L * 1024 * 1024;
    private static final long SHARED_TEXT_MAX = 40L * 1024 * 1024;
    private static final int ENTRIES_MAX = 500;
    private static final int CHUNK = 64 * 1024;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private WorkbookGuard() {}

    /** Problems name the field {@code file}. */
    static void check(Path file) throws IOException {
        if (Files.size(file) > FILE_MAX) {
            throw Fields.bad("file", "应不超过 10 MB，请拆分后分别导入", "must have at most 10 MB; split it");
        }
        if (!startsLikeAZip(file)) {
            throw noWorkbook();
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            checkEntries(zip);
        } catch (ZipException | IllegalArgumentException _) {
            throw noWorkbook();
        }
    }

    private static boolean startsLikeAZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        }
    }

    private static void checkEntries(ZipFile zip) throws IOException {
        if (zip.size() > ENTRIES_MAX) {
            throw tooLarge();
        }
        if (zip.getEntry("xl/workbook.xml") == null) {
            throw noWorkbook();
        }
        long inflated = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            try (InputStream in = zip.getInputStream(entry)) {
                inflated += inflate(in, entry.getName(), INFLATED_MAX - inflated);
            }
        }
    }

    private static long inflate(InputStream in, String name, long left) throws IOException {
        long most = name.endsWith("sharedStrings.xml") ? Math.min(left, SHARED_TEXT_MAX) : left;
        CellAddresses addresses = new CellAddresses();
        byte[] chunk = new byte[CHUNK];
        long inflated = 0;
        boolean xml = false;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            xml |= inflated == 0 && read > 0 && mayBeXml(chunk);
            inflated += read;
            if (inflated > most) {
                throw tooLarge();
            }
            if (xml && !addresses.areWithinASheet(chunk, read)) {
                throw noWorkbook();
            }
        }
        return inflated;
    }

    /** A sheet may have any name, but not any beginning: a tag, space before it, or the marks and zeros of other encodings. */
    private static boolean mayBeXml(byte[] content) {
        return switch (content[0] & 0xff) {
            case '<', ' ', '\t', '\r', '\n', 0, 0xef, 0xfe -> true;
            case 0xff -> (content[1] & 0xff) == 0xfe;
            default -> false;
        };
    }

    private static ProblemException tooLarge() {
        return Fields.bad("file", "解压后过大，请拆分后分别导入", "is too large when inflated; split it");
    }

    static ProblemException noWorkbook() {
        return Fields.bad("file", "不是可读取的 .xlsx 工作簿", "is no .xlsx workbook that can be read");
    }
}
