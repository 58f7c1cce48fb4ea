package org.motorpool.telematics.bench.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.SplittableRandom;

/**
 * {@code bench decode --fuzz N}: N wrong frames through the codec. Inputs with which something new happened are kept as
 * seeds, so the search goes where few came before.
 */
public final class FuzzBench {
    private static final int REPORTED = 1_000_000;

    private final long frames;
    private final PrintStream progress;
    private final Target target;

    private FuzzBench(long frames, PrintStream progress) {
        this.frames = frames;
        this.progress = progress;
        this.target = new Target(progress);
    }

    /** Runs with progress on {@code progress} and answers the result as one line of JSON. */
    public static String run(long frames, PrintStream progress) {
        return new FuzzBench(frames, progress).run();
    }

    private String run() {
        List<Input> valid = new Seeds().inputs();
        valid.forEach(target::take); // everything is loaded before the heap is measured
        Heap heap = Heap.now();
        long begun_ns = System.nanoTime();
        int seeds = search(valid);
        double seconds = (System.nanoTime() - begun_ns) / 1e9;
        ObjectNode json = new ObjectMapper().createObjectNode().put("benchmark", "fuzz");
        json.put("guide", "novelty").put("frames", frames);
        target.put(json, seeds, heap);
        return json.put("frames_per_s", Math.round(frames / seconds)).toString();
    }

    /** Answers the number of seeds in the end; nothing of the search is kept. */
    private int search(List<Input> valid) {
        Search search = new Search(target, valid);
        progress.printf("%d valid messages%n", valid.size());
        Mutator mutator = new Mutator(new SplittableRandom(20_261_123));
        for (long frame = 1; frame <= frames; frame++) {
            search.tryOut(mutator.next(search.seeds()));
            if (frame % REPORTED == 0) {
                progress.printf(
                        "%d frames, %d seeds, %d exceptions%n",
                        frame, search.seeds().size(), target.exceptions());
            }
        }
        return search.seeds().size();
    }
}
