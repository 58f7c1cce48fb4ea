package org.motorpool.dispatch.sharing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order uses another unit's vehicle by, kept with the order: a later tariff or offer changes nothing of it.
 *
 * @param source the offer or agreement
 * @param tariff null when it is explicitly free
 * @param estimated_m kilometres expected, there and back
 * @param estimate_fen their price
 */
public record SharingBasis(Source source, @Nullable TariffVersion tariff, long estimated_m, long estimate_fen) {

    /** What allows the use. */
    public sealed interface Source {
        UUID id();

        /**
         * An offer.
         *
         * @param firmFrom from then on the owner may not take the vehicle back
         */
        record Offered(UUID id, Instant firmFrom) implements Source {}

        /** An agreement. */
        record Agreed(UUID id) implements Source {}
    }

    /** The version of the tariff that prices it. */
    public record TariffVersion(UUID id, int version) {}
}
