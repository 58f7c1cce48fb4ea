package org.motorpool.dispatch.trip;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;

/** Where the measured distance of a trip comes from. */
interface Mileages {

    /** Metres the vehicle drove in [from, to), empty without a track; fails when that cannot be told now. */
    Uni<OptionalLong> measure_m(UUID vehicleId, Instant from, Instant to);
}
