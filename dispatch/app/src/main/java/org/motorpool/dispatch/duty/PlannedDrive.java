package org.motorpool.dispatch.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.motorpool.dispatch.contract.VehicleApi.Place;

/**
 * What an order means at the wheel: out from its start, back so as to be home at its end, waiting in between.
 *
 * @param out estimated at the wheel from the first place to the last
 * @param back estimated at the wheel from the last place to the first
 */
public record PlannedDrive(Period period, Duration out, Duration back) {

    /** Out over these places in their order, and straight back. */
    public static PlannedDrive of(Instant from, Instant to, List<Place> route) {
        return new PlannedDrive(
                new Period(from, to), Travel.along(route), Travel.between(route.getLast(), route.getFirst()));
    }

    /**
     * The stretches at the wheel. A leg longer than what may be driven at once is interrupted for a rest as often as the
     * period has time for it; what the period has no time for is driven through.
     */
    List<Period> stretches(Duration mostAtOnce, Duration rest) {
        Duration spare = period.length().minus(out).minus(back);
        if (spare.isNegative() || spare.isZero()) {
            return List.of(period);
        }
        Leg there = Leg.of(out, mostAtOnce, rest, spare);
        Leg home = Leg.of(back, mostAtOnce, rest, spare.minus(there.rests()));
        return Stream.concat(there.from(period.from()), home.from(period.to().minus(home.length())))
                .toList();
    }
}
