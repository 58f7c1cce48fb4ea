package org.motorpool.dispatch.supervision;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.motorpool.dispatch.supervision.detector.Day;
import org.motorpool.dispatch.supervision.detector.Track;
import org.motorpool.dispatch.supervision.detector.VehicleFacts;
import org.motorpool.dispatch.tracking.TrackService;
import org.motorpool.telematics.contract.TrackApi;

/** Tracks from telematics, page by page and bounded, for the vehicles that may have one. */
@Singleton
class VehicleTracks {

    private static final int PAGE = 10_000;

    private final TrackService tracks;
    private final SupervisionConfig config;

    VehicleTracks(TrackService tracks, SupervisionConfig config) {
        this.tracks = tracks;
        this.config = config;
    }

    /** Confidential vehicles are not followed; those that have not reported since the lead-in have no track. */
    static boolean hasTrack(VehicleFacts facts, Day day) {
        Instant last = facts.equipment().lastReportAt();
        return !facts.vehicle().confidential()
                && last != null
                && last.isAfter(day.from().minus(Track.LEAD_IN));
    }

    /** The track of the day with its lead-in; empty when telematics does not give it. */
    Uni<Optional<Track>> find(UUID vehicleId, Day day) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(day.from().minus(Track.LEAD_IN)), next -> tracks.judge(
                                vehicleId, Objects.requireNonNull(next.get()), day.to(), PAGE)
                        .invoke(page -> next.set(page.next() == null ? day.to() : Instant.parse(page.next()))))
                .whilst(page -> page.next() != null)
                .select()
                .first(Math.ceilDiv(config.trackPositions(), PAGE))
                .collect()
                .asList()
                .map(pages -> Optional.of(track(pages)))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    private static Track track(List<TrackApi.Track> pages) {
        List<TrackApi.TrackPoint> points = new ArrayList<>();
        pages.forEach(page -> points.addAll(page.items()));
        return new Track(points);
    }
}
