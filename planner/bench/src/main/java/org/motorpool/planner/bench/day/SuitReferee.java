package org.motorpool.planner.bench.day;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.motorpool.planner.search.day.CostTerm;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Agreement;
import org.motorpool.planner.search.day.DayFacts.Eligibility;
import org.motorpool.planner.search.day.DayFacts.Energy;
import org.motorpool.planner.search.day.DayFacts.Promise;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Stop;
import org.motorpool.planner.search.day.DayFacts.Vehicle;
import org.motorpool.planner.search.day.DayFacts.Weights;
import org.motorpool.planner.search.day.Travel;

/** Whether a vehicle may serve a ride, whenever that is, and what the ride costs for being served by it; knows no code of the search. */
final class SuitReferee {

    private final DayFacts facts;
    private final Travel travel;
    private final int number;
    private final Vehicle vehicle;

    /** @param number of the vehicle */
    SuitReferee(DayFacts facts, Travel travel, int number) {
        this.facts = facts;
        this.travel = travel;
        this.number = number;
        this.vehicle = facts.vehicles().get(number);
    }

    /** Why the vehicle may not serve the ride. */
    Optional<String> findFault(Ride ride) {
        if (!ride.categories().contains(vehicle.category())) {
            return Optional.of("is of no category of " + ride.name());
        }
        if (ride.eligibility() instanceof Eligibility.Only(var only) && !only.contains(number)) {
            return Optional.of("is not eligible for " + ride.name());
        }
        if (ride.unit() != vehicle.unit() && agreement(ride).isEmpty()) {
            return Optional.of("is not shared with the unit of " + ride.name());
        }
        return mayGo(ride.pickup().place()) && mayGo(ride.dropoff().place())
                ? Optional.empty()
                : Optional.of("may not go where %s goes".formatted(ride.name()));
    }

    private boolean mayGo(int to) {
        return vehicle.regions().isEmpty()
                || vehicle.regions().contains(facts.places().get(to).region());
    }

    private Optional<Agreement> agreement(Ride ride) {
        return facts.agreements().stream()
                .filter(each -> vehicle.offered() && each.owner() == vehicle.unit() && each.user() == ride.unit())
                .findFirst();
    }

    /** Fen by term, of a ride that the vehicle may serve. */
    Map<CostTerm, Long> surcharges_fen(Ride ride, int driver) {
        Weights user = facts.units().get(ride.unit()).weights();
        Map<CostTerm, Long> terms_fen = new EnumMap<>(CostTerm.class);
        if (ride.unit() != vehicle.unit()) {
            agreement(ride)
                    .ifPresent(agreement -> terms_fen.put(
                            CostTerm.OTHER_UNIT, agreement.ride_fen() + agreement.km_fen() * direct_m(ride) / 1000));
        }
        if (region(ride.unit()) != region(vehicle.unit())) {
            terms_fen.put(CostTerm.OTHER_REGION, user.otherRegion_fen());
        }
        if (vehicle.tank().energy() == Energy.PETROL || vehicle.tank().energy() == Energy.DIESEL) {
            terms_fen.put(CostTerm.NOT_NEW_ENERGY, user.notNewEnergy_fen());
        }
        if (ride.promised() instanceof Promise.Announced(int told, int whom) && (told != number || whom != driver)) {
            terms_fen.put(CostTerm.MOVED, user.moved_fen());
        }
        return terms_fen;
    }

    private int region(int unit) {
        return facts.units().get(unit).region();
    }

    private long direct_m(Ride ride) {
        long direct_m = 0;
        int from = ride.pickup().place();
        for (Stop stop : ride.via()) {
            direct_m += travel.distance_m(from, stop.place());
            from = stop.place();
        }
        return direct_m + travel.distance_m(from, ride.dropoff().place());
    }
}
