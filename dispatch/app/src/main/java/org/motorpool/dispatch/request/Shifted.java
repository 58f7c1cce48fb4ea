package org.motorpool.dispatch.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.RequestDetailApi.Itinerary;
import org.motorpool.dispatch.contract.RequestDetailApi.Stop;

/** The same request at another time; its stops move along. */
final class Shifted {

    private Shifted() {}

    static NewRequest to(NewRequest request, Instant departAt, Instant returnAt) {
        return new NewRequest(
                request.unitId(),
                request.purpose(),
                request.category(),
                request.passengers(),
                request.pickup(),
                request.dropoff(),
                departAt,
                returnAt,
                request.hostRegionCode(),
                request.purposeClass(),
                request.people(),
                request.contact(),
                itinerary(request, departAt),
                request.justification(),
                request.emergency(),
                request.emergencyReason(),
                request.pooling());
    }

    private static @Nullable Itinerary itinerary(NewRequest request, Instant departAt) {
        Itinerary itinerary = request.itinerary();
        if (itinerary == null || request.departAt() == null) {
            return itinerary;
        }
        Duration later = Duration.between(request.departAt(), departAt);
        List<Stop> stops = itinerary.stops().stream()
                .map(stop -> new Stop(stop.place(), plus(stop.arriveAt(), later), plus(stop.leaveAt(), later)))
                .toList();
        return new Itinerary(itinerary.kind(), stops);
    }

    private static @Nullable Instant plus(@Nullable Instant moment, Duration later) {
        return moment == null ? null : moment.plus(later);
    }
}
