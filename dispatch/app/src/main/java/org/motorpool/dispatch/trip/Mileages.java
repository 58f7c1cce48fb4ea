package org.motorpool.dispatch.trip;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/** Where measured distances come from. */
public interface Mileages {

    /** Metres the vehicle drove in [from, to), empty without a track; fails when that cannot be told now. */
    Uni<OptionalLong> measure_m(UUID vehicleId, Instant from, Instant to);
}
