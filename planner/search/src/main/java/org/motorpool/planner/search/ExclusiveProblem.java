package org.motorpool.planner.search;

import java.util.List;

/**
 * Exclusive rides: a vehicle serves one after the other, from its parking place and back. All times are minutes; cost is minutes of
 * dead-head and {@link #vehicleCost} for each vehicle that is used.
 */
public final class ExclusiveProblem {

    final int rides;
    final int vehicles;
    final int places;
    final int vehicleCost;

    /** When the ride may begin at the earliest and the latest. */
    final int[] earliest;

    final int[] latest;

    /** From its beginning to its end. */
    final int[] duration;

    /** Least class of a vehicle that may serve it. */
    final int[] rideClass;

    /** Parking place and class of each vehicle. */
    final int[] place;

    final int[] vehicleClass;

    private final DeadHead deadHead;

    /** One more than the dead-head from the end of a ride to the beginning of the next; 0 where nobody asked yet. */
    private final short[] between;

    private final short[] out;
    private final short[] back;

    /**
     * @param places parking places, numbered from 0
     * @param vehicleCost of each vehicle that is used, minutes
     */
    public ExclusiveProblem(List<Vehicle> vehicle, List<Ride> ride, int places, int vehicleCost, DeadHead deadHead) {
        this.rides = ride.size();
        this.vehicles = vehicle.size();
        this.places = places;
        this.vehicleCost = vehicleCost;
        this.deadHead = deadHead;
        this.earliest = ride.stream().mapToInt(Ride::earliest_min).toArray();
        this.latest = ride.stream().mapToInt(Ride::latest_min).toArray();
        this.duration = ride.stream().mapToInt(Ride::duration_min).toArray();
        this.rideClass = ride.stream().mapToInt(Ride::leastClass).toArray();
        this.place = vehicle.stream().mapToInt(Vehicle::place).toArray();
        this.vehicleClass = vehicle.stream().mapToInt(Vehicle::vehicleClass).toArray();
        this.between = new short[rides * rides];
        this.out = new short[places * rides];
        this.back = new short[places * rides];
        for (int each = 0; each < rides; each++) {
            for (int at = 0; at < places; at++) {
                out[at * rides + each] = minutes(deadHead.out_min(at, each));
                back[at * rides + each] = minutes(deadHead.back_min(each, at));
            }
        }
    }

    /** A vehicle that parks at {@code place} and serves rides of its class and those below. */
    public record Vehicle(int place, int vehicleClass) {}

    /** A ride that begins within a window and takes its time, all in minutes of the day or later. */
    public record Ride(int earliest_min, int latest_min, int duration_min, int leastClass) {
        public Ride {
            if (latest_min < earliest_min || duration_min < 0) {
                throw new IllegalArgumentException("a ride from %d to %d that takes %d minutes cannot be served"
                        .formatted(earliest_min, latest_min, duration_min));
            }
        }
    }

    /** Minutes without a passenger, 0 to 32766. */
    public interface DeadHead {

        /** From the end of a ride to the beginning of another. */
        int between_min(int ride, int next);

        /** From a parking place to the beginning of a ride. */
        int out_min(int place, int ride);

        /** From the end of a ride to a parking place. */
        int back_min(int ride, int place);
    }

    int between(int ride, int next) {
        int known = between[ride * rides + next];
        return known > 0 ? known - 1 : ask(ride, next);
    }

    private int ask(int ride, int next) {
        int minutes = minutes(deadHead.between_min(ride, next));
        between[ride * rides + next] = (short) (minutes + 1);
        return minutes;
    }

    private static short minutes(int minutes) {
        if (minutes < 0 || minutes >= Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a dead-head of %d minutes, 0 to %d are possible".formatted(minutes, Short.MAX_VALUE - 1));
        }
        return (short) minutes;
    }

    int out(int place, int ride) {
        return out[place * rides + ride];
    }

    int back(int ride, int place) {
        return back[place * rides + ride];
    }
}
