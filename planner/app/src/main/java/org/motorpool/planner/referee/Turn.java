package org.motorpool.planner.referee;

import org.motorpool.planner.search.day.DayFacts;

/**
 * A driver's time at the wheel of one vehicle.
 *
 * @param number of the driver
 */
public record Turn(int number, DayFacts.Driver driver, RefereedVehicle vehicle, int from_s, int to_s, int driving_s) {

    /** What is wrong with it, counted. */
    int faults() {
        int faults = driver.licences().contains(vehicle.facts().licence()) ? 0 : 1;
        faults += driver.place() == vehicle.facts().home() ? 0 : 1;
        faults += driver.vehicle() == DayFacts.NONE || driver.vehicle() == vehicle.number() ? 0 : 1;
        faults += from_s >= driver.shift().from_s() ? 0 : 1;
        faults += to_s <= driver.shift().to_s() + driver.mostOvertime_s() ? 0 : 1;
        return faults + (driving_s <= driver.mostDriving_s() ? 0 : 1);
    }
}
