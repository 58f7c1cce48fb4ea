package org.motorpool.telematics.gateway;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes time-ordered event ids (UUIDv7, RFC 9562). */
@Singleton
class EventIds implements Supplier<UUID> {

    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    @Override
    public UUID get() {
        long high = clock.millis() << 16 | 0x7000 | random.nextInt(1 << 12);
        long low = random.nextLong() >>> 2 | 1L << 63;
        return new UUID(high, low);
    }
}
