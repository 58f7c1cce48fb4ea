package org.motorpool.planner.referee;

import org.motorpool.planner.search.day.DayFacts;

/**
 * A driver's time at the wheel of one vehicle.
 *
 * @param number of the driver
 * @param from_s when taking over begins
 * @param ready_s when it is over
 * @param takeOver_s what it takes after another vehicle
 */
public record Turn(
        int number,
        DayFacts.Driver driver,
        RefereedVehicle vehicle,
        int from_s,
        int ready_s,
        int to_s,
        int driving_s,
        int takeOver_s) {

    /** In time; of two that begin at once the one of the lower vehicle. */
    boolean isBefore(Turn other) {
        return from_s < other.from_s || from_s == other.from_s && vehicle.number() < other.vehicle.number();
    }

    long price_fen() {
        return vehicle.owner().weights().driver_fen();
    }

    /** What is wrong with it, counted. */
    int faults() {
        int faults = driver.licences().contains(vehicle.facts().licence()) ? 0 : 1;
        faults += driver.place() == vehicle.facts().home() ? 0 : 1;
        faults += driver.vehicle() == DayFacts.NONE || driver.vehicle() == vehicle.number() ? 0 : 1;
        faults += from_s >= driver.shift().from_s() ? 0 : 1;
        return faults + (to_s <= driver.shift().to_s() + driver.mostOvertime_s() ? 0 : 1);
    }
}
