package org.motorpool.telematics.simulator;

import java.util.ArrayList;
import java.util.List;
import org.motorpool.telematics.codec.Explain;

/** The bytes of frames as people read them: a table, a row for each field. */
final class ExplainTable {
    private static final String FLAG = "7e";
    private static final int SHOWN_BYTES = 24;
    private static final String ROW = "%6s  %-" + (SHOWN_BYTES * 2 + 2) + "s  %-32s  %s";

    private ExplainTable() {}

    /** One table for each frame in these bytes, which are hex; all of it as one when there is no frame. */
    static String of(String hex) {
        List<String> frames = frames(hex);
        StringBuilder text = new StringBuilder();
        for (String frame : frames.isEmpty() ? List.of(hex) : frames) {
            text.append(ROW.formatted("offset", "bytes", "field", "value")).append('\n');
            Explain.frame(frame).forEach(line -> text.append(row(line)).append('\n'));
        }
        return text.toString();
    }

    /** What lies between two flags, with a flag of its own on each side. */
    private static List<String> frames(String hex) {
        List<String> frames = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean inside = false;
        for (int at = 0; at < hex.length(); at += 2) {
            String value = hex.substring(at, at + 2);
            if (!value.equalsIgnoreCase(FLAG)) {
                run.append(value);
                continue;
            }
            if (inside && !run.isEmpty()) {
                frames.add(FLAG + run + FLAG);
            }
            inside = true;
            run.setLength(0);
        }
        return frames;
    }

    private static String row(Explain.Line line) {
        int bytes = line.bytes().length() / 2;
        String shown = bytes > SHOWN_BYTES ? line.bytes().substring(0, SHOWN_BYTES * 2) + "…" : line.bytes();
        String value = bytes > SHOWN_BYTES ? "%s (%d bytes)".formatted(shorter(line.value()), bytes) : line.value();
        return ROW.formatted(line.offset(), shown, line.field(), value);
    }

    private static String shorter(String value) {
        int most = SHOWN_BYTES * 4;
        return value.length() > most ? value.substring(0, most) + "…" : value;
    }
}
