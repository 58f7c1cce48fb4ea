package org.motorpool.dispatch.supervision.detector;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.supervision.DetectorRule;
import org.motorpool.dispatch.supervision.Severity;

/**
 * What a detector saw.
 *
 * @param episode names the episode, with the vehicle or unit; the same one seen again has the same name
 * @param beganBefore it was going on already at the begin of what the detector saw, so that its name is not certain
 */
public record Lead(
        DetectorRule rule,
        String episode,
        UUID unitId,
        String unitPath,
        @Nullable UUID vehicleId,
        Severity severity,
        Instant from,
        Instant to,
        boolean beganBefore,
        Text text,
        Map<String, Object> evidence) {

    public Lead {
        evidence = Map.copyOf(evidence);
    }

    /** The same with another severity than the rule's. */
    Lead as(Severity other) {
        return new Lead(rule, episode, unitId, unitPath, vehicleId, other, from, to, beganBefore, text, evidence);
    }
}
