package org.motorpool.dispatch.reporting.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The XML parts of a workbook, read by the directory at its end as spreadsheets do, with characters instead of references. */
public final class Entries {

    private static final Pattern REFERENCE = Pattern.compile("&#x([0-9a-f]+);");

    private Entries() {}

    public static Map<String, String> of(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("workbook", ".xlsx");
        Map<String, String> entries = new TreeMap<>();
        Files.write(file, workbook);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] part = zip.getInputStream(entry).readAllBytes();
                entries.put(entry.getName(), plain(new String(part, StandardCharsets.UTF_8)));
            }
        } finally {
            Files.delete(file);
        }
        return entries;
    }

    private static String plain(String xml) {
        return REFERENCE
                .matcher(xml)
                .replaceAll(reference -> Character.toString(Integer.parseInt(reference.group(1), 16)))
                .replace("&apos;", "'");
    }
}
