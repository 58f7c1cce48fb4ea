package org.motorpool.planner.search;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;

/** Short lists of what is nearest. */
public final class Nearest {

    /** What is never in a list. */
    public static final int NEVER = Integer.MAX_VALUE;

    private Nearest() {}

    /** For each of {@code count} the {@code most} of {@code others} with the least measure, which is not negative; the least first. */
    static int[][] lists(int count, int others, int most, IntBinaryOperator measure) {
        long[] heap = new long[Math.min(most, others)];
        return IntStream.range(0, count)
                .mapToObj(of -> list(of, others, heap, measure))
                .toArray(int[][]::new);
    }

    /** The same for one of them. */
    public static int[] list(int of, int others, int most, IntBinaryOperator measure) {
        return list(of, others, new long[Math.min(most, others)], measure);
    }

    /** A heap with the greatest on top holds the best so far: most of the others are compared once and forgotten. */
    private static int[] list(int of, int others, long[] heap, IntBinaryOperator measure) {
        int size = 0;
        for (int other = 0; other < others; other++) {
            int distance = measure.applyAsInt(of, other);
            if (distance == NEVER) {
                continue;
            }
            long key = (long) distance << 32 | other;
            if (size < heap.length) {
                heap[size] = key;
                rise(heap, size++);
            } else if (key < heap[0]) {
                heap[0] = key;
                sink(heap, size);
            }
        }
        Arrays.sort(heap, 0, size);
        return Arrays.stream(heap, 0, size).mapToInt(key -> (int) key).toArray();
    }

    private static void rise(long[] heap, int last) {
        int at = last;
        while (at > 0 && heap[(at - 1) / 2] < heap[at]) {
            swap(heap, at, (at - 1) / 2);
            at = (at - 1) / 2;
        }
    }

    private static void sink(long[] heap, int size) {
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child + 1 < size && heap[child + 1] > heap[child]) {
                child++;
            }
            if (child >= size || heap[child] <= heap[at]) {
                return;
            }
            swap(heap, at, child);
            at = child;
        }
    }

    private static void swap(long[] heap, int a, int b) {
        long kept = heap[a];
        heap[a] = heap[b];
        heap[b] = kept;
    }
}
