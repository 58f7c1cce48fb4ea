package org.motorpool.planner.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * REST records of running days, under {@value #ROOT}; only for callers with the role {@code SERVICE}. Things are named by ids that the
 * caller chooses; money is fen, distances metres, instants UTC.
 */
public final class DayApi {

    /**
     * Root path: {@code PUT ROOT/{day}} gives the planner the {@link Facts} of a day and answers a {@link DayAnswerApi.State}; {@code POST} of
     * {@code recommendations}, {@code explanations} and {@code events} below it ask of that day. A day has a name that its caller
     * chooses, such as planning unit and date, and new facts under the same name take the place of the old ones.
     */
    public static final String ROOT = "/planner/v1/days";

    private DayApi() {}

    /**
     * Everything a day is made of.
     *
     * @param snapshot names these facts; who asks of others is told {@code day-stale}
     * @param midnight when the day begins; it lasts 36 hours at most
     * @param now what has begun by then stays as it is; null when nothing has
     * @param steps ruins and recreations of the search for rides that are not promised; 0 for the first plan
     * @param agreements null when eligibility alone says who may use what, at the planner's price of another unit
     * @param pools vehicles that many rides may be served by
     * @param takeOver_s 交接: seconds to take over a vehicle that somebody drove before, or after driving another one; 0 to four hours,
     *     null for ten minutes
     * @param restDays 休息日: of the day, the one before and the one after those on which people rest; null for Saturday and Sunday
     * @param timeFactors 时段系数: the last one that holds counts; null for those of the planner's configuration
     */
    public record Facts(
            String snapshot,
            Instant midnight,
            Instant now,
            int steps,
            List<Unit> units,
            List<Agreement> agreements,
            List<Charger> chargers,
            List<Vehicle> vehicles,
            List<Driver> drivers,
            List<Ride> rides,
            List<Pool> pools,
            Integer takeOver_s,
            List<LocalDate> restDays,
            List<TimeFactor> timeFactors) {
        public Facts {
            units = listed(units);
            agreements = agreements == null ? null : List.copyOf(agreements);
            chargers = listed(chargers);
            vehicles = listed(vehicles);
            drivers = listed(drivers);
            rides = listed(rides);
            pools = listed(pools);
            restDays = restDays == null ? null : List.copyOf(restDays);
            timeFactors = timeFactors == null ? null : List.copyOf(timeFactors);
        }

        /** Facts without pools, with what the planner presumes where nothing is said. */
        public Facts(
                String snapshot,
                Instant midnight,
                Instant now,
                int steps,
                List<Unit> units,
                List<Agreement> agreements,
                List<Charger> chargers,
                List<Vehicle> vehicles,
                List<Driver> drivers,
                List<Ride> rides) {
            this(
                    snapshot,
                    midnight,
                    now,
                    steps,
                    units,
                    agreements,
                    chargers,
                    vehicles,
                    drivers,
                    rides,
                    List.of(),
                    null,
                    null,
                    null);
        }
    }

    /**
     * 时段系数: what is driven in these hours of China takes so many times as long as it is measured.
     *
     * @param kind of the day: WORKDAY or REST_DAY; null for both
     * @param region code of that in which the way begins; null for all
     * @param fromHour 0 to 23
     * @param toHour when it ends: 1 to 24, later than it begins
     * @param factor 0.2 to 5
     */
    public record TimeFactor(String kind, String region, int fromHour, int toHour, double factor) {}

    /** Vehicles by their ids, under a name. */
    public record Pool(String id, List<String> vehicles) {
        public Pool {
            vehicles = listed(vehicles);
        }
    }

    /** WGS-84 degrees, and the code of the region the place is in, or null. */
    public record Place(double latitude, double longitude, String region) {}

    /** From the first moment to the last. */
    public record Window(Instant from, Instant to) {}

    /** A unit, the code of its region, and its weights; null for those of the planner's configuration. */
    public record Unit(String code, String region, Weights weights) {}

    /**
     * What a unit counts as a cost, fen; null is what the planner's configuration says.
     *
     * @param km_fen of each kilometre by energy: ELECTRIC, HYBRID, PETROL, DIESEL
     * @param deadheadKm_fen on top of it, of each kilometre without riders
     * @param waiting_h_fen of each hour that vehicle and driver stand away from home
     * @param overtime_h_fen of each hour past the end of the shift
     * @param vehicle_fen of each vehicle used
     * @param driver_fen of each driver used
     * @param otherRegion_fen of a ride by a vehicle of another region
     * @param notNewEnergy_fen of a ride by a vehicle that is not of new energy
     * @param handover_fen of a linked leg by another vehicle than the leg before
     * @param moved_fen of a ride that gets another vehicle or driver than announced
     * @param fairness_fen of a square hour that a unit's vehicles work more for others than others work for it, or less
     * @param unserved_fen of a ride of priority 0 left out; four times as much for each priority above
     */
    public record Weights(
            Map<String, Integer> km_fen,
            Long deadheadKm_fen,
            Long waiting_h_fen,
            Long overtime_h_fen,
            Long vehicle_fen,
            Long driver_fen,
            Long otherRegion_fen,
            Long notNewEnergy_fen,
            Long handover_fen,
            Long moved_fen,
            Long fairness_fen,
            Long unserved_fen) {
        public Weights {
            km_fen = km_fen == null ? Map.of() : Map.copyOf(km_fen);
        }

        /** The planner's weights with these prices of a kilometre. */
        public Weights(Map<String, Integer> km_fen) {
            this(km_fen, null, null, null, null, null, null, null, null, null, null, null);
        }
    }

    /** The owner lets the user have those of its vehicles that it offers, at a price per ride and kilometre. */
    public record Agreement(String owner, String user, long ride_fen, long km_fen) {}

    /** Chargers at one place. */
    public record Charger(Place place, int power_w, int sockets) {}

    /**
     * A vehicle.
     *
     * @param seats for riders, beside the driver
     * @param boot pieces of baggage
     * @param licence class that its driver needs
     * @param tank null for one that is never short of energy
     * @param regions codes of those it may go to; empty for all
     * @param offered to units with which there is an agreement
     * @param blocked when it stands at home: sealed, in maintenance, promised otherwise
     */
    public record Vehicle(
            String id,
            String unit,
            Place home,
            String category,
            int seats,
            int boot,
            String licence,
            Tank tank,
            List<String> regions,
            boolean offered,
            List<Window> blocked) {
        public Vehicle {
            regions = listed(regions);
            blocked = listed(blocked);
        }
    }

    /**
     * What a vehicle drives with.
     *
     * @param energy ELECTRIC, HYBRID, PETROL or DIESEL
     * @param range_m with full energy; 0 when it is not known, then it counts as never short
     * @param charge_m with the energy it has now
     */
    public record Tank(
            String energy, int range_m, int charge_m, int power_w, int use_wh_km, List<Place> chargingPlaces) {
        public Tank {
            chargingPlaces = listed(chargingPlaces);
        }
    }

    /**
     * A driver.
     *
     * @param place where the driver begins and ends
     * @param vehicle the only one the driver drives; null for any that is parked at the place, one after the other
     */
    public record Driver(
            String id,
            Place place,
            String vehicle,
            List<String> licences,
            Window shift,
            int mostOvertime_s,
            int mostDriving_s) {
        public Driver {
            licences = listed(licences);
        }
    }

    /** A place and how long the vehicle stands there. */
    public record Stop(Place place, int service_s) {}

    /**
     * A ride.
     *
     * @param pickupTime when it may begin
     * @param latestDropoff when the riders must be there
     * @param boundUntil the vehicle stays with the riders until then, which counts to {@code latestDropoff} at most; null for until it
     *     has dropped them
     * @param categories of vehicles that may serve it; empty for all
     * @param eligible ids of the vehicles that may serve it; null for all, or for those of the pool
     * @param mostOnBoard_s 合乘: riders share the vehicle and are at most so long on the way; null for never
     * @param priority 0 ordinary to 9 emergency
     * @param after id of the leg before it in the same request; or null
     * @param rental_fen price of a rented car instead; null when that is not allowed
     * @param promised what the people concerned know; null for nothing
     * @param pool id of the pool of vehicles that may serve it; or null
     * @param togetherWith 合乘范围: riders share the vehicle with those of the same word only; null for those without one
     */
    public record Ride(
            String id,
            String unit,
            Stop pickup,
            List<Stop> via,
            Stop dropoff,
            Window pickupTime,
            Instant latestDropoff,
            Instant boundUntil,
            int passengers,
            int baggage,
            List<String> categories,
            List<String> eligible,
            Integer mostOnBoard_s,
            int priority,
            String after,
            Long rental_fen,
            Promise promised,
            String pool,
            String togetherWith) {
        public Ride {
            via = listed(via);
            categories = listed(categories);
            eligible = eligible == null ? null : List.copyOf(eligible);
        }

        /** A ride of no pool. */
        public Ride(
                String id,
                String unit,
                Stop pickup,
                List<Stop> via,
                Stop dropoff,
                Window pickupTime,
                Instant latestDropoff,
                Instant boundUntil,
                int passengers,
                int baggage,
                List<String> categories,
                List<String> eligible,
                Integer mostOnBoard_s,
                int priority,
                String after,
                Long rental_fen,
                Promise promised) {
            this(
                    id,
                    unit,
                    pickup,
                    via,
                    dropoff,
                    pickupTime,
                    latestDropoff,
                    boundUntil,
                    passengers,
                    baggage,
                    categories,
                    eligible,
                    mostOnBoard_s,
                    priority,
                    after,
                    rental_fen,
                    promised,
                    null,
                    null);
        }

        /** The same ride, open to the vehicles of a pool. */
        public Ride of(String named) {
            return new Ride(
                    id,
                    unit,
                    pickup,
                    via,
                    dropoff,
                    pickupTime,
                    latestDropoff,
                    boundUntil,
                    passengers,
                    baggage,
                    categories,
                    null,
                    mostOnBoard_s,
                    priority,
                    after,
                    rental_fen,
                    promised,
                    named,
                    togetherWith);
        }

        /** 合乘: the same ride, shared with rides of the same word; the vehicle is free once the riders are there. */
        public Ride shared(int longest_s, Window pickup, String among) {
            return new Ride(
                    id,
                    unit,
                    this.pickup,
                    via,
                    dropoff,
                    pickup,
                    latestDropoff,
                    null,
                    passengers,
                    baggage,
                    categories,
                    eligible,
                    longest_s,
                    priority,
                    after,
                    rental_fen,
                    promised,
                    pool,
                    among);
        }
    }

    /** Vehicle and driver that were announced; pinned ones are never moved, where the driver is one of the day. */
    public record Promise(String vehicle, String driver, boolean pinned) {}

    /** Body of {@code POST recommendations}: who should serve this ride, which is not in the day. */
    public record WantedRecommendation(String snapshot, Ride ride, int limit) {}

    /** Body of {@code POST explanations}: why the day treats this ride as it does. */
    public record WantedExplanation(String snapshot, String ride) {}

    /**
     * Body of {@code POST events}: what happened.
     *
     * @param kind REQUESTED with the ride, CANCELLED with its id, DELAYED with vehicle and seconds, BROKEN_DOWN with the vehicle
     * @param at never before the event before
     */
    public record Event(
            String snapshot, String kind, Instant at, Ride ride, String rideId, String vehicle, int delay_s) {}

    private static <T> List<T> listed(List<T> items) {
        return items == null ? List.of() : List.copyOf(items);
    }
}
