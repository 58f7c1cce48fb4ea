package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.util.List;

/** What a use request says beside who, from where to where, and when. */
public final class RequestDetailApi {
    private RequestDetailApi() {}

    /** Somebody who rides. */
    public record Passenger(String name, String unitName) {}

    /** Whom the driver calls. */
    public record Contact(String name, String phone) {}

    /**
     * A stop between pickup and dropoff.
     *
     * @param arriveAt when the vehicle should be there
     * @param leaveAt when it goes on, not before {@code arriveAt}
     */
    public record Stop(VehicleApi.Place place, Instant arriveAt, Instant leaveAt) {}

    /**
     * The course of a use.
     *
     * @param kind SINGLE, RETURN_WITH_WAIT, MULTI_STOP or MULTI_DAY
     * @param stops in order; legs between them must not overlap
     */
    public record Itinerary(String kind, List<Stop> stops) {
        public Itinerary {
            stops = stops == null ? List.of() : List.copyOf(stops);
        }
    }

    /**
     * Consent 同意合乘: the riders agree to ride with those of other requests of their unit, and the vehicle is free once they are there.
     *
     * @param onBoard_minutes so long they are on the way at most, 1 to 720; null for as long as the rule of the place allows
     */
    public record Pooling(Integer onBoard_minutes) {}

    /**
     * Details of a request; what was not said is null.
     *
     * @param purposeClass code of the kind of purpose, e.g. MEETING
     * @param justification why it is needed although a rule warns
     * @param estimatedDistance_km on the road, before anybody measured it
     * @param estimatedCost_fen by the planning figures of the place
     * @param findings what the rules told when it was submitted
     * @param pooling 同意合乘: null where the riders ride alone
     */
    public record Details(
            String purposeClass,
            List<Passenger> people,
            Contact contact,
            Itinerary itinerary,
            String justification,
            String emergencyReason,
            Double estimatedDistance_km,
            Long estimatedCost_fen,
            List<RequestCheckApi.Finding> findings,
            Pooling pooling) {
        public Details {
            people = people == null ? List.of() : List.copyOf(people);
            findings = findings == null ? List.of() : List.copyOf(findings);
        }
    }
}
