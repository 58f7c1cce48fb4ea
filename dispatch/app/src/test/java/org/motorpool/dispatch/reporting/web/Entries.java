package org.motorpool.dispatch.reporting.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The parts of a workbook, read by the directory at its end as spreadsheets do. */
public final class Entries {

    private Entries() {}

    public static Map<String, byte[]> of(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("workbook", ".xlsx");
        Map<String, byte[]> entries = new TreeMap<>();
        Files.write(file, workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } finally {
            Files.delete(file);
        }
        return entries;
    }
}
