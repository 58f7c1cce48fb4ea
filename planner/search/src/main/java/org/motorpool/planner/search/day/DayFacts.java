package org.motorpool.planner.search.day;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything a plan of one day is made of. Places, units, vehicles, drivers and rides are numbered by their position in the list.
 * Times are seconds since the day began at midnight, distances metres, money fen, energy watts and watt-hours.
 *
 * @param now_s when the plan is made; nothing is planned before it
 * @param takeOver_s 交接: what it takes to take over a vehicle that somebody drove before, or after driving another one
 * @param timeFactors by the hour in which a way is driven; the last one that holds counts, and where none holds it is 1
 */
public record DayFacts(
        int now_s,
        List<Place> places,
        List<Unit> units,
        List<Agreement> agreements,
        List<Charger> chargers,
        List<Vehicle> vehicles,
        List<Driver> drivers,
        List<Ride> rides,
        int takeOver_s,
        List<TimeFactor> timeFactors) {

    /** 交接: ten minutes from one driver or vehicle to the next, where nothing else is said. */
    public static final int TAKE_OVER_S = 600;

    /** Number that stands for none. */
    public static final int NONE = -1;

    public DayFacts {
        places = List.copyOf(places);
        units = List.copyOf(units);
        agreements = List.copyOf(agreements);
        chargers = List.copyOf(chargers);
        vehicles = List.copyOf(vehicles);
        drivers = List.copyOf(drivers);
        rides = List.copyOf(rides);
        timeFactors = List.copyOf(timeFactors);
    }

    /** A day whose ways take the same at every hour. */
    public DayFacts(
            int now_s,
            List<Place> places,
            List<Unit> units,
            List<Agreement> agreements,
            List<Charger> chargers,
            List<Vehicle> vehicles,
            List<Driver> drivers,
            List<Ride> rides,
            int takeOver_s) {
        this(now_s, places, units, agreements, chargers, vehicles, drivers, rides, takeOver_s, List.of());
    }

    /** A day on which a vehicle is taken over in {@link #TAKE_OVER_S}. */
    public DayFacts(
            int now_s,
            List<Place> places,
            List<Unit> units,
            List<Agreement> agreements,
            List<Charger> chargers,
            List<Vehicle> vehicles,
            List<Driver> drivers,
            List<Ride> rides) {
        this(now_s, places, units, agreements, chargers, vehicles, drivers, rides, TAKE_OVER_S);
    }

    /** The same day with other rides. */
    public DayFacts withRides(List<Ride> others) {
        return new DayFacts(
                now_s, places, units, agreements, chargers, vehicles, drivers, others, takeOver_s, timeFactors);
    }

    /** The same day with other agreements between the units. */
    public DayFacts withAgreements(List<Agreement> others) {
        return new DayFacts(now_s, places, units, others, chargers, vehicles, drivers, rides, takeOver_s, timeFactors);
    }

    /** The same day with other factors. */
    public DayFacts withTimeFactors(List<TimeFactor> others) {
        return new DayFacts(now_s, places, units, agreements, chargers, vehicles, drivers, rides, takeOver_s, others);
    }

    /**
     * 时段系数: what is driven in these hours takes so many times as long as it is measured.
     *
     * @param region in which the way begins, or {@link #NONE} for all
     * @param fromHour whole hours since the day began, from {@link #FIRST_HOUR} on
     * @param toHour when it ends, {@link #LAST_HOUR} at most
     * @param factor from {@link #LEAST} to {@link #MOST}
     */
    public record TimeFactor(int region, int fromHour, int toHour, double factor) {
        public static final int FIRST_HOUR = -24;
        public static final int LAST_HOUR = 48;
        public static final double LEAST = 0.2;
        public static final double MOST = 5;
    }

    /** WGS-84 degrees, and the region the place is in. */
    public record Place(double latitude, double longitude, int region) {}

    /** From the first second to the last, both included. */
    public record Window(int from_s, int to_s) {}

    /** A unit that owns vehicles and asks for them, and what it counts as a cost. */
    public record Unit(String code, int region, Weights weights) {}

    /**
     * The owner lets the user have those of its vehicles that it offers.
     *
     * @param ride_fen price of each ride
     * @param km_fen price of each kilometre that the riders ride
     */
    public record Agreement(int owner, int user, long ride_fen, long km_fen) {}

    /** Chargers at one place. */
    public record Charger(int place, int power_w, int sockets) {}

    /** Energy type of a vehicle. */
    public enum Energy {
        ELECTRIC,
        HYBRID,
        PETROL,
        DIESEL
    }

    /**
     * What the unit counts as a cost, in fen. Of a ride count the weights of the unit that asked for it, of a vehicle those of its owner.
     *
     * @param km_fen of each kilometre by energy type
     * @param deadheadKm_fen on top of it, of each kilometre without riders
     * @param waiting_h_fen of each hour that vehicle and driver stand away from home
     * @param overtime_h_fen of each hour past the end of the shift
     * @param vehicle_fen of each vehicle used
     * @param driver_fen of each driver used
     * @param otherRegion_fen of a ride by a vehicle of another region
     * @param notNewEnergy_fen of a ride by a vehicle that is neither electric nor a plug-in hybrid
     * @param handover_fen of a linked leg by another vehicle than the leg before
     * @param moved_fen of a ride that gets another vehicle or driver than announced
     * @param fairness_fen of a square hour that a unit's vehicles work more for others than others work for it, or less
     * @param unserved_fen of a ride of priority 0 left out; four times as much for each priority above
     */
    public record Weights(
            Map<Energy, Integer> km_fen,
            long deadheadKm_fen,
            long waiting_h_fen,
            long overtime_h_fen,
            long vehicle_fen,
            long driver_fen,
            long otherRegion_fen,
            long notNewEnergy_fen,
            long handover_fen,
            long moved_fen,
            long fairness_fen,
            long unserved_fen) {
        public Weights {
            km_fen = Map.copyOf(km_fen);
        }
    }

    /** What a vehicle drives with. Range and charge are metres it can drive with full and with present energy; petrol is never short. */
    public record Tank(
            Energy energy, int range_m, int charge_m, int power_w, int use_wh_km, List<Integer> chargingPlaces) {
        public Tank {
            chargingPlaces = List.copyOf(chargingPlaces);
        }
    }

    /**
     * A vehicle.
     *
     * @param home place where it is parked, starts and ends
     * @param seats for riders, beside the driver
     * @param boot pieces of baggage
     * @param licence class that its driver needs
     * @param regions it may go to; empty for all
     * @param offered to other units with which there is an agreement
     * @param blocked sealed, in maintenance or promised otherwise: it stands at home
     */
    public record Vehicle(
            String name,
            int home,
            int unit,
            int category,
            int seats,
            int boot,
            int licence,
            Tank tank,
            Set<Integer> regions,
            boolean offered,
            List<Window> blocked) {
        public Vehicle {
            regions = Set.copyOf(regions);
            blocked = List.copyOf(blocked);
        }
    }

    /**
     * A driver.
     *
     * @param place parking place where the driver begins and ends, and may take any vehicle that is parked there
     * @param vehicle the only one the driver drives, or {@link #NONE} when free to take any at the place, one after the other
     * @param mostOvertime_s past the end of the shift
     * @param mostDriving_s of the day
     */
    public record Driver(
            String name,
            int place,
            int vehicle,
            Set<Integer> licences,
            Window shift,
            int mostOvertime_s,
            int mostDriving_s) {
        public Driver {
            licences = Set.copyOf(licences);
        }
    }

    /** A place and how long the vehicle stands there. */
    public record Stop(int place, int service_s) {}

    /** Who may serve a ride beside what agreements say. */
    public sealed interface Eligibility {
        /** Every vehicle of the ride's categories. */
        record Any() implements Eligibility {}

        /** These vehicles only. */
        record Only(Set<Integer> vehicles) implements Eligibility {
            public Only {
                vehicles = Set.copyOf(vehicles);
            }
        }
    }

    /** Whether riders share the vehicle with riders of other requests. */
    public sealed interface Sharing {
        /** 不合乘: never; 机要 and whoever did not consent. */
        record Exclusive() implements Sharing {}

        /**
         * 合乘: the riders consent, and are at most so long on the way.
         *
         * @param circle 合乘范围: they share with riders of the same number only; {@link #NONE} for those of no circle
         */
        record Pooled(int mostOnBoard_s, int circle) implements Sharing {

            /** Of no circle. */
            public Pooled(int mostOnBoard_s) {
                this(mostOnBoard_s, NONE);
            }
        }
    }

    /**
     * A ride. Waiting for the riders and further stops are stops {@code via}; such a ride is exclusive.
     *
     * @param pickupTime when it may begin
     * @param latestDropoff_s when the riders must be there
     * @param categories of vehicles that may serve it
     * @param priority 0 ordinary to 9 emergency
     * @param after the leg before it in the same request, or {@link #NONE}; linked legs are served all or none
     * @param rental_fen price of a rented car instead, or {@link #NONE} when that is not allowed
     * @param promised what was announced or begun
     */
    public record Ride(
            String name,
            int unit,
            Stop pickup,
            List<Stop> via,
            Stop dropoff,
            Window pickupTime,
            int latestDropoff_s,
            int passengers,
            int baggage,
            Set<Integer> categories,
            Eligibility eligibility,
            Sharing sharing,
            int priority,
            int after,
            long rental_fen,
            Promise promised) {
        public Ride {
            via = List.copyOf(via);
            categories = Set.copyOf(categories);
        }
    }

    /** What the people concerned already know. */
    public sealed interface Promise {
        /** Nothing. */
        record Open() implements Promise {}

        /** Vehicle and driver; another one costs. */
        record Announced(int vehicle, int driver) implements Promise {}

        /** The vehicle and no other one, and its driver, or {@link #NONE} for any. */
        record Pinned(int vehicle, int driver) implements Promise {
            public Pinned(int vehicle) {
                this(vehicle, NONE);
            }
        }
    }
}
