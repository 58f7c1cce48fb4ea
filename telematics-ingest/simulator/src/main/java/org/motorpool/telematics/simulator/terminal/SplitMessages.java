package org.motorpool.telematics.simulator.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The frames of the last split messages, for when the platform misses some. Not thread-safe. */
final class SplitMessages {
    private static final int KEPT = 8;
    private static final byte FLAG = 0x7e;

    private final Map<Integer, List<byte[]>> byFirstSerial = new LinkedHashMap<>();

    void keep(int firstSerial, byte[] frames) {
        if (byFirstSerial.size() == KEPT) {
            byFirstSerial.remove(byFirstSerial.keySet().iterator().next());
        }
        byFirstSerial.put(firstSerial, cut(frames));
    }

    /** The frames with these part numbers, from 1; those that do not exist are left out. */
    List<byte[]> parts(int firstSerial, List<Integer> indexes) {
        List<byte[]> frames = byFirstSerial.getOrDefault(firstSerial, List.of());
        return indexes.stream()
                .filter(index -> index >= 1 && index <= frames.size())
                .map(index -> frames.get(index - 1))
                .toList();
    }

    private static List<byte[]> cut(byte[] frames) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        for (int at = 1; at < frames.length; at++) {
            if (frames[at] == FLAG && at > from) {
                parts.add(Arrays.copyOfRange(frames, from, at + 1));
                from = at + 1;
                at++;
            }
        }
        return parts;
    }
}
