package org.motorpool.telematics.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Commands on their way to one terminal, by the serial they went out under; used on its event loop only. */
final class PendingCommands {

    private final Map<Integer, Pending> bySerial = new HashMap<>();

    /** A command that waits for its answer. */
    record Pending(UUID vehicleId, UUID commandId) {}

    void add(int serial, Pending command) {
        bySerial.put(serial, command);
    }

    /** The command that went out under the serial; it is no longer pending then. */
    Optional<Pending> settle(int serial) {
        return Optional.ofNullable(bySerial.remove(serial));
    }

    /** The same, unless the serial meanwhile belongs to another command. */
    Optional<Pending> expire(int serial, Pending command) {
        return bySerial.remove(serial, command) ? Optional.of(command) : Optional.empty();
    }

    List<Pending> drain() {
        List<Pending> all = List.copyOf(bySerial.values());
        bySerial.clear();
        return all;
    }
}
