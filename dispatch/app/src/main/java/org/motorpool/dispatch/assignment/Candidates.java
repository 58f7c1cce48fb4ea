package org.motorpool.dispatch.assignment;

import java.util.List;
import java.util.Map;
import org.motorpool.dispatch.duty.Absence;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.dispatch.sharing.SharingBook;

/**
 * What a plan is made from.
 *
 * @param vehicles in service
 * @param drivers on duty
 * @param bookings what vehicles and drivers are promised for already
 * @param absences when drivers are on leave or between shifts
 * @param sharing what may be used of other units
 * @param costs_fen_per_km running cost by energy type
 */
record Candidates(
        List<UseRequest> requests,
        List<VehicleFile> vehicles,
        List<DriverFile> drivers,
        List<Booking> bookings,
        List<Absence> absences,
        ServingRules rules,
        SharingBook sharing,
        Map<String, Integer> costs_fen_per_km) {
    Candidates {
        requests = List.copyOf(requests);
        vehicles = List.copyOf(vehicles);
        drivers = List.copyOf(drivers);
        bookings = List.copyOf(bookings);
        absences = List.copyOf(absences);
        costs_fen_per_km = Map.copyOf(costs_fen_per_km);
    }
}
