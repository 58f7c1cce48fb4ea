package org.motorpool.telematics.gateway;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Makes time-ordered event ids (UUIDv7, RFC 9562); unique, not secret. */
@Singleton
class EventIds implements Supplier<UUID> {

    private final Clock clock = Clock.systemUTC();

    @Override
    public UUID get() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = clock.millis() << 16 | 0x7000 | random.nextInt(1 << 12);
        long low = random.nextLong() >>> 2 | 1L << 63;
        return new UUID(high, low);
    }
}
