package org.motorpool.telematics.bench;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.bench.peer.PeerLocation;
import org.motorpool.telematics.codec.Uplink;

/** Whether both codecs read the same out of the same frames: speed of wrong results is worth nothing. */
final class Agreement {
    private Agreement() {}

    private record Facts(
            double latitude,
            double longitude,
            double speed_kmh,
            @Nullable Instant reportedAt,
            int items) {
        static Facts of(Uplink.LocationReport report) {
            return new Facts(
                    report.latitude(),
                    report.longitude(),
                    report.speed_kmh(),
                    report.reportedAt(),
                    report.items().size());
        }

        static Facts of(PeerLocation location) {
            LocalDateTime local = location.reportedAt();
            return new Facts(
                    location.latitude(),
                    location.longitude(),
                    location.speed_kmh(),
                    local == null ? null : local.toInstant(ZoneOffset.ofHours(8)),
                    location.items().size());
        }
    }

    /** Answers the number of positions compared; throws on the first difference. */
    static int check(List<Uplink.LocationReport> own, List<PeerLocation> peer) {
        if (own.isEmpty() || own.size() != peer.size()) {
            throw new IllegalStateException(
                    "own codec reads %d positions, the peer %d".formatted(own.size(), peer.size()));
        }
        for (int i = 0; i < own.size(); i++) {
            Facts ours = Facts.of(own.get(i));
            Facts theirs = Facts.of(peer.get(i));
            if (!ours.equals(theirs)) {
                throw new IllegalStateException(
                        "position %d: own codec reads %s, the peer %s".formatted(i, ours, theirs));
            }
        }
        return own.size();
    }
}
