package org.motorpool.telematics.simulator.terminal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages that the platform has to answer and has not. Not thread-safe. */
final class Unanswered {
    private static final int GENERAL_RESPONSE = 0x0001;
    /** A message stays unanswered for good when its serial is used again; the oldest go first. */
    private static final int MOST = 10_000;

    private final Map<Integer, Integer> idBySerial = new LinkedHashMap<>();

    /** A message went out; every one is answered but the general response (clause 6.3 of JT/T 808-2013). */
    void add(int serial, int messageId) {
        if (messageId != GENERAL_RESPONSE) {
            if (idBySerial.size() == MOST) {
                idBySerial.remove(idBySerial.keySet().iterator().next());
            }
            idBySerial.put(serial, messageId);
        }
    }

    void remove(int serial) {
        idBySerial.remove(serial);
    }

    boolean has(int messageId) {
        return idBySerial.containsValue(messageId);
    }

    boolean none() {
        return idBySerial.isEmpty();
    }

    /** What is unanswered, for people; it is forgotten then. */
    List<String> drain() {
        List<String> all = idBySerial.entrySet().stream()
                .map(sent -> "0x%04X, serial %d".formatted(sent.getValue(), sent.getKey()))
                .toList();
        idBySerial.clear();
        return all;
    }
}
