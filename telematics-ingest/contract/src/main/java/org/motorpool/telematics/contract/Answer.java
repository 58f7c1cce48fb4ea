package org.motorpool.telematics.contract;

import java.time.Instant;
import java.util.Map;

/** What a terminal answered to an {@link Instruction} that asks for something. */
public sealed interface Answer {

    /** The value of {@code type} on the wire for each record. Names are only ever added. */
    Map<String, Class<? extends Answer>> WIRE_TYPES = Map.ofEntries(Map.entry("position", Position.class));

    /**
     * Where the vehicle is (0x0201), WGS-84.
     *
     * @param reportedAt terminal time; null when the terminal sent no date
     * @param latitude degrees, −90 to 90; beyond it when the terminal says so
     * @param longitude degrees, −180 to 180; beyond it when the terminal says so
     * @param located whether the terminal had a valid fix
     */
    record Position(
            Instant reportedAt, double latitude, double longitude, double speed_kmh, int heading_deg, boolean located)
            implements Answer {}
}
