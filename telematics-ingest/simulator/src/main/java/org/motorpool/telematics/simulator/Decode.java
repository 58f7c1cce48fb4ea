package org.motorpool.telematics.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.motorpool.telematics.codec.Explain;
import org.motorpool.telematics.codec.FrameRules;
import org.motorpool.telematics.json.MessageJson;

/** {@code motorpool decode}: JT/T 808 frames in hex, one per line on stdin; one JSON object per line on stdout, or tables for people. */
public final class Decode {
    private static final Set<String> OPTIONS = Set.of("--explain", "--lenient", "--table");

    private final FrameRules rules;
    private final boolean explain;
    private final boolean table;

    Decode(Set<String> options) {
        this.rules = options.contains("--lenient") ? FrameRules.LENIENT : FrameRules.STRICT;
        this.explain = options.contains("--explain");
        this.table = options.contains("--table");
    }

    /** Reads stdin to its end; exits with 2 for an unknown option. */
    public static void main(String[] arguments) throws IOException {
        for (String argument : arguments) {
            if (!OPTIONS.contains(argument)) {
                System.err.printf(
                        "unknown option %s%nUsage: decode [--explain | --table] [--lenient] < frames in hex, one per line%n",
                        argument);
                System.exit(2);
            }
        }
        Decode decode = new Decode(Set.copyOf(List.of(arguments)));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(decode.line(line));
            if (!in.ready()) {
                out.flush();
            }
        }
        out.flush();
    }

    /** The JSON object, or the table, for one line. */
    String line(String line) {
        String hex = line.replaceAll("\\s", "");
        if (hex.isEmpty() || hex.length() % 2 != 0 || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            return MessageJson.malformed("the line is not hexadecimal", line.strip())
                    .toString();
        }
        if (table) {
            return ExplainTable.of(hex);
        }
        ObjectNode json = MessageJson.frame(hex, rules);
        if (explain) {
            json.set("explain", MessageJson.tree(Explain.frame(hex)));
        }
        return json.toString();
    }
}
