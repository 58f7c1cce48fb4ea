package org.motorpool.dispatch.reconciliation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.motorpool.dispatch.tracking.TrackService;
import org.motorpool.dispatch.trip.Mileages;
import org.motorpool.telematics.contract.TrackApi.TrackPoint;

/** What telematics knows of a vehicle and day. */
@Singleton
class DayTracks {

    /** Around the day, so that both days see the drive over midnight and part it at the same place. */
    static final Duration AROUND = Duration.ofHours(2);

    private static final int PAGE = 10_000;

    private final TrackService tracks;
    private final Mileages mileages;
    private final ReconciliationConfig config;

    DayTracks(TrackService tracks, Mileages mileages, ReconciliationConfig config) {
        this.tracks = tracks;
        this.mileages = mileages;
        this.config = config;
    }

    /** Positions of the day and around it, the oldest first; none of a confidential vehicle, which is not followed. */
    Uni<List<TrackPoint>> list(DayFacts facts, Window day) {
        Instant from = day.from().minus(AROUND);
        if (facts.confidential()
                || facts.lastReportAt() == null
                || facts.lastReportAt().isBefore(from)) {
            return Uni.createFrom().item(List.of());
        }
        Instant to = day.to().plus(AROUND);
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(from), next -> tracks.judge(
                                facts.id(), Objects.requireNonNull(next.get()), to, PAGE)
                        .invoke(page -> next.set(page.next() == null ? to : Instant.parse(page.next()))))
                .whilst(page -> page.next() != null)
                .select()
                .first(Math.ceilDiv(config.trackPositions(), PAGE))
                .onItem()
                .transformToIterable(page -> page.items())
                .collect()
                .asList();
    }

    /** Metres between the last reading of the odometer before the day and its begin; asked for only where it matters. */
    Uni<Long> before_m(DayFacts facts, Window day) {
        List<DayFacts.Reading> readings = facts.readings();
        boolean matters = readings.size() > 1 && readings.getFirst().readAt().isBefore(day.from());
        return matters && !facts.confidential() && facts.lastReportAt() != null
                ? mileages.measure_m(facts.id(), readings.getFirst().readAt(), day.from())
                        .map(measured -> measured.orElse(0))
                : Uni.createFrom().item(0L);
    }
}
