package org.motorpool.telematics.command;

import java.util.List;
import java.util.UUID;

/** Who is told how commands turned out. */
public interface CommandOutcomes {

    /** The command will not change any more, unless an answer comes that nobody waits for. Must not block. */
    void turnedOut(UUID vehicleId, UUID commandId, int result, List<String> details);
}
