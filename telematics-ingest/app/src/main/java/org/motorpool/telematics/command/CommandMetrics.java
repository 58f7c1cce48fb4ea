package org.motorpool.telematics.command;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** What operators see of commands: how many came into each state. */
@Singleton
class CommandMetrics {

    private static final String PREFIX = "motorpool.telematics.gateway.commands";

    private final MeterRegistry registry;
    private final Map<State, Counter> entered = new EnumMap<>(State.class);
    private final Counter repeated;

    CommandMetrics(MeterRegistry registry) {
        this.registry = registry;
        for (State state : State.values()) {
            String label = state.name().toLowerCase(Locale.ROOT);
            entered.put(state, registry.counter(PREFIX, "state", label));
        }
        this.repeated = registry.counter(PREFIX + ".repeated");
    }

    void entered(State state) {
        Objects.requireNonNull(entered.get(state), "every state has its counter")
                .increment();
    }

    /** A command was sent again, because its terminal did not answer. */
    void repeated() {
        repeated.increment();
    }

    /** Shows for how many vehicles commands wait. */
    void watchWaiting(Supplier<Number> vehicles) {
        Gauge.builder(PREFIX + ".vehicles.waiting", vehicles).register(registry);
    }
}
