package org.motorpool.dispatch.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.RequestDetailApi.Itinerary;
import org.motorpool.dispatch.contract.RequestDetailApi.Pooling;
import org.motorpool.dispatch.contract.RequestDetailApi.Stop;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.organisation.Unit;

/** Object mother: a valid request for two people in Shanghai, tomorrow for four hours. */
public final class NewRequests {

    /** Ten in the morning in China, whatever hour the tests run at. */
    public static final Instant TOMORROW =
            Days.start(Days.today(Clock.systemUTC()).plusDays(1)).plus(Duration.ofHours(10));

    public static final Place PICKUP = new Place("浦东新区人民政府", 31.2215, 121.5447);
    public static final Place DROPOFF = new Place("虹桥火车站", 31.1942, 121.3204);

    private NewRequests() {}

    public static NewRequest of(Unit unit) {
        return of(unit.id());
    }

    public static NewRequest of(UUID unitId) {
        return new NewRequest(
                unitId, "参加会议", "QT", 2, PICKUP, DROPOFF, TOMORROW, TOMORROW.plus(Duration.ofHours(4)), null);
    }

    public static NewRequest during(NewRequest request, Instant departAt, Instant returnAt) {
        return new NewRequest(
                request.unitId(),
                request.purpose(),
                request.category(),
                request.passengers(),
                request.pickup(),
                request.dropoff(),
                departAt,
                returnAt,
                request.hostRegionCode());
    }

    public static NewRequest withPurpose(NewRequest request, String purpose) {
        return new NewRequest(
                request.unitId(),
                purpose,
                request.category(),
                request.passengers(),
                request.pickup(),
                request.dropoff(),
                request.departAt(),
                request.returnAt(),
                request.hostRegionCode());
    }

    public static NewRequest withPassengers(NewRequest request, Integer passengers) {
        return new NewRequest(
                request.unitId(),
                request.purpose(),
                request.category(),
                passengers,
                request.pickup(),
                request.dropoff(),
                request.departAt(),
                request.returnAt(),
                request.hostRegionCode());
    }

    public static NewRequest withPickup(NewRequest request, Place pickup) {
        return new NewRequest(
                request.unitId(),
                request.purpose(),
                request.category(),
                request.passengers(),
                pickup,
                request.dropoff(),
                request.departAt(),
                request.returnAt(),
                request.hostRegionCode());
    }

    public static NewRequest withCategory(NewRequest request, String category) {
        return new NewRequest(
                request.unitId(),
                request.purpose(),
                category,
                request.passengers(),
                request.pickup(),
                request.dropoff(),
                request.departAt(),
                request.returnAt(),
                request.hostRegionCode());
    }

    public static NewRequest hostedBy(NewRequest request, String hostRegionCode) {
        return new NewRequest(
                request.unitId(),
                request.purpose(),
                request.category(),
                request.passengers(),
                request.pickup(),
                request.dropoff(),
                request.departAt(),
                request.returnAt(),
                hostRegionCode);
    }

    /** The same with stops between pickup and dropoff. */
    public static NewRequest via(NewRequest request, String kind, Stop... stops) {
        return with(request, null, new Itinerary(kind, List.of(stops)), null, null);
    }

    /** Why it is needed although a rule warns. */
    public static NewRequest justified(NewRequest request, String justification) {
        return with(request, request.purposeClass(), request.itinerary(), justification, null);
    }

    public static NewRequest withPurposeClass(NewRequest request, String purposeClass) {
        return with(request, purposeClass, request.itinerary(), request.justification(), null);
    }

    /** Dispatch first, paper after. */
    public static NewRequest emergency(NewRequest request, String reason) {
        return with(request, request.purposeClass(), request.itinerary(), request.justification(), reason);
    }

    /** 同意合乘: as long on board as the rule of the place allows. */
    public static NewRequest shared(NewRequest request) {
        return shared(request, null);
    }

    /** 同意合乘: so many minutes on board at most. */
    public static NewRequest shared(NewRequest request, Integer onBoard_minutes) {
        return new NewRequest(
                request.unitId(),
                request.purpose(),
                request.category(),
                request.passengers(),
                request.pickup(),
                request.dropoff(),
                request.departAt(),
                request.returnAt(),
                request.hostRegionCode(),
                request.purposeClass(),
                request.people(),
                request.contact(),
                request.itinerary(),
                request.justification(),
                request.emergency(),
                request.emergencyReason(),
                new Pooling(onBoard_minutes));
    }

    private static NewRequest with(
            NewRequest request, String purposeClass, Itinerary itinerary, String justification, String emergency) {
        return new NewRequest(
                request.unitId(),
                request.purpose(),
                request.category(),
                request.passengers(),
                request.pickup(),
                request.dropoff(),
                request.departAt(),
                request.returnAt(),
                request.hostRegionCode(),
                purposeClass,
                request.people(),
                request.contact(),
                itinerary,
                justification,
                emergency == null ? null : true,
                emergency);
    }
}
