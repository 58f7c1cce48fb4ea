package org.motorpool.telematics.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.motorpool.telematics.codec.Parameter;

/** The parameters of a terminal: some of its own, and what the platform sets. Any thread may read. */
final class StoredParameters {
    private static final long HEARTBEAT_INTERVAL = 0x0001;
    private static final long DEFAULT_REPORT_INTERVAL = 0x0029;
    private static final int HEARTBEAT_S = 60;
    private static final int LONGEST_INTERVAL_S = 3600;
    private static final int DWORD_DIGITS = 8;
    private static final int MAX_IN_MESSAGE = 255;

    /** Some come several times under one id. */
    private final Map<Long, List<Parameter>> byId = new ConcurrentSkipListMap<>();

    StoredParameters() {
        set(List.of(Parameter.dword(HEARTBEAT_INTERVAL, HEARTBEAT_S)));
    }

    void set(List<Parameter> parameters) {
        byId.putAll(parameters.stream().collect(Collectors.groupingBy(Parameter::id)));
    }

    List<Parameter> all() {
        return those(_ -> true);
    }

    /** What there is of these. */
    List<Parameter> withIds(List<Long> ids) {
        return those(parameter -> ids.contains(parameter.id()));
    }

    private List<Parameter> those(Predicate<Parameter> wanted) {
        return byId.values().stream()
                .flatMap(List::stream)
                .filter(wanted)
                .limit(MAX_IN_MESSAGE)
                .toList();
    }

    /** The reporting interval that the platform has set, in seconds. */
    Optional<Integer> findInterval_s() {
        return byId.getOrDefault(DEFAULT_REPORT_INTERVAL, List.of()).stream()
                .filter(parameter -> parameter.valueHex().length() == DWORD_DIGITS)
                .map(parameter -> (int) Math.clamp(parameter.number(), 1, LONGEST_INTERVAL_S))
                .findFirst();
    }
}
