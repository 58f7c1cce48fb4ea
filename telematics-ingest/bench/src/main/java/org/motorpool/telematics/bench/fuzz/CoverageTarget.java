package org.motorpool.telematics.bench.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The codec as Jazzer calls it, which looks at the branches that an input takes; found by name. */
public final class CoverageTarget {
    /** Property with the file that the result goes to. */
    static final String RESULT = "motorpool.bench.fuzz.result";

    private static @Nullable Target target;
    private static @Nullable Heap heap;
    private static long frames;

    private CoverageTarget() {}

    public static void fuzzerInitialize() {
        Target first = new Target(System.err);
        new Seeds().inputs().forEach(first::take);
        target = first;
        heap = Heap.now();
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (target != null) {
            frames++;
            target.take(new Input(bytes));
        }
    }

    public static void fuzzerTearDown() throws IOException {
        if (target != null && heap != null) {
            ObjectNode json = new ObjectMapper().createObjectNode().put("benchmark", "fuzz");
            json.put("guide", "coverage").put("frames", frames);
            target.put(json, 0, heap);
            Files.writeString(Path.of(System.getProperty(RESULT)), json.toString());
        }
    }
}
