package org.motorpool.dispatch.bench.compliance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Counts what was really exported. */
final class Workbook {

    private static final byte[] ROW = {'<', 'r', 'o', 'w', ' '};
    private static final int BUFFER = 1 << 16;

    private Workbook() {}

    /** The rows of all sheets, without their headers. */
    static long rows(Path file) throws IOException {
        long rows = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith("xl/worksheets/sheet")) {
                    rows += count(zip.getInputStream(entry)) - 1;
                }
            }
        }
        return rows;
    }

    private static long count(InputStream xml) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long found = 0;
        int matched = 0;
        for (int read = xml.read(buffer); read >= 0; read = xml.read(buffer)) {
            for (int n = 0; n < read; n++) {
                matched = buffer[n] == ROW[matched] ? matched + 1 : buffer[n] == ROW[0] ? 1 : 0;
                if (matched == ROW.length) {
                    found++;
                    matched = 0;
                }
            }
        }
        return found;
    }
}
