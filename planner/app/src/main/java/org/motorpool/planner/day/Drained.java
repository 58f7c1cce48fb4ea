package org.motorpool.planner.day;

import java.util.ArrayList;
import java.util.List;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.search.day.DayFacts.Place;
import org.motorpool.planner.search.day.GreatCircle;

/**
 * What is in a battery after rides that the day no longer drives: a vehicle that is promised in their periods drives them all the same,
 * by the estimate each from home and back.
 */
final class Drained {

    private Drained() {}

    static DayApi.Tank by(List<DayApi.Ride> rides, DayApi.Vehicle vehicle) {
        DayApi.Tank tank = vehicle.tank();
        if (tank == null || tank.range_m() < 1 || rides.isEmpty()) {
            return tank;
        }
        int driven_m =
                rides.stream().mapToInt(ride -> round_m(vehicle.home(), ride)).sum();
        return new DayApi.Tank(
                tank.energy(),
                tank.range_m(),
                Math.max(0, tank.charge_m() - driven_m),
                tank.power_w(),
                tank.use_wh_km(),
                tank.chargingPlaces());
    }

    private static int round_m(DayApi.Place home, DayApi.Ride ride) {
        List<Place> way = new ArrayList<>();
        way.add(place(home));
        way.add(place(ride.pickup().place()));
        ride.via().forEach(stop -> way.add(place(stop.place())));
        way.add(place(ride.dropoff().place()));
        way.add(place(home));
        GreatCircle travel = new GreatCircle(way);
        int driven_m = 0;
        for (int i = 1; i < way.size(); i++) {
            driven_m += travel.distance_m(i - 1, i);
        }
        return driven_m;
    }

    private static Place place(DayApi.Place place) {
        return new Place(place.latitude(), place.longitude(), 0);
    }
}
