package org.motorpool.dispatch.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.motorpool.dispatch.reconciliation.DayFacts.AttributionRule;
import org.motorpool.dispatch.reconciliation.DayFacts.Cost;
import org.motorpool.dispatch.reconciliation.DayFacts.Move;
import org.motorpool.dispatch.reconciliation.DayFacts.Spot;
import org.motorpool.dispatch.reconciliation.DayFacts.Trip;
import org.motorpool.telematics.contract.TrackApi.TrackPoint;

/** What may have been the reason to drive: trips, expenses near their place, marked moves, and the way home after a trip. */
final class Claims {

    private Claims() {}

    /**
     * All claims of the facts.
     *
     * @param track the oldest first
     * @param now end of trips that have not come back
     */
    static List<Claim> of(DayFacts facts, List<TrackPoint> track, Instant now) {
        return Stream.of(
                        facts.trips().stream().map(trip -> trip(trip, now)),
                        facts.expenses().stream().flatMap(cost -> expense(cost, facts.rule(), track).stream()),
                        facts.moves().stream().map(Claims::move),
                        facts.trips().stream().flatMap(trip -> home(trip, facts, track).stream()))
                .flatMap(claims -> claims)
                .filter(claim -> claim.from().isBefore(claim.to()))
                .toList();
    }

    private static Claim trip(Trip trip, Instant now) {
        Instant end = trip.returnedAt() == null ? now : trip.returnedAt();
        return new Claim(Use.ORDER, trip.departedAt(), end, trip.orderId());
    }

    private static Claim move(Move move) {
        return new Claim(Use.valueOf(move.purpose()), move.from(), move.to(), move.id());
    }

    private static Optional<Claim> expense(Cost cost, AttributionRule rule, List<TrackPoint> track) {
        boolean energy = cost.kind().equals("FUEL") || cost.kind().equals("CHARGING");
        Duration around = Duration.ofMinutes(energy ? rule.refuelling_minutes() : rule.maintenance_minutes());
        Instant moment = cost.incurredAt();
        Claim claim = new Claim(
                energy ? Use.REFUELLING : Use.MAINTENANCE, moment.minus(around), moment.plus(around), cost.id());
        return wasThere(cost, claim, rule, track) ? Optional.of(claim) : Optional.empty();
    }

    /** An expense with a place explains a drive only that came to it. */
    private static boolean wasThere(Cost cost, Claim claim, AttributionRule rule, List<TrackPoint> track) {
        Double latitude = cost.latitude();
        Double longitude = cost.longitude();
        if (latitude == null || longitude == null) {
            return true;
        }
        Spot station = new Spot(latitude, longitude);
        return track.stream()
                .filter(point -> claim.holds(point.reportedAt()))
                .anyMatch(point -> isNear(point, station, rule.station_radius_m()));
    }

    /** From the end of a trip to the parking place, if it was reached in time. */
    private static Optional<Claim> home(Trip trip, DayFacts facts, List<TrackPoint> track) {
        if (trip.returnedAt() == null) {
            return Optional.empty();
        }
        Instant back = trip.returnedAt();
        Instant latest = back.plus(Duration.ofMinutes(facts.rule().home_minutes()));
        return track.stream()
                .filter(point -> !point.reportedAt().isBefore(back)
                        && !point.reportedAt().isAfter(latest))
                .filter(point -> facts.homes().stream()
                        .anyMatch(home -> isNear(point, home, facts.rule().home_radius_m())))
                .findFirst()
                .map(point -> new Claim(Use.REPOSITIONING, back, point.reportedAt(), trip.orderId()));
    }

    private static boolean isNear(TrackPoint point, Spot spot, int radius_m) {
        return Earth.metres(point.latitude(), point.longitude(), spot.latitude(), spot.longitude()) <= radius_m;
    }
}
