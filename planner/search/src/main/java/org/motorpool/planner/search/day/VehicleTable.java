package org.motorpool.planner.search.day;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.motorpool.planner.search.day.DayFacts.Energy;
import org.motorpool.planner.search.day.DayFacts.Unit;
import org.motorpool.planner.search.day.DayFacts.Vehicle;
import org.motorpool.planner.search.day.DayFacts.Weights;
import org.motorpool.planner.search.day.DayFacts.Window;

/** Vehicles as arrays, with what their owners count as a cost. */
final class VehicleTable {

    static final int UNLIMITED_M = Integer.MAX_VALUE / 2;

    final int size;
    final int[] home;
    final int[] unit;
    final int[] category;
    final int[] seats;
    final int[] boot;
    final int[] licence;
    final boolean[] offered;
    final boolean[] newEnergy;

    /** Metres with full and with present energy; {@link #UNLIMITED_M} where filling up takes a moment. */
    final int[] range_m;

    final int[] charge_m;

    /** Places where it may charge, and how many metres each second of charging there gives. */
    final int[][] charger;

    final double[][] rate_m_s;

    /** Windows in which it stands at home, in order, the first and the last second of each. */
    final int[][] blockedFrom_s;

    final int[][] blockedTo_s;

    final long[] km_fen;
    final long[] deadheadKm_fen;
    final long[] waiting_h_fen;
    final long[] overtime_h_fen;
    final long[] vehicle_fen;
    final long[] driver_fen;

    /** Regions it may go to; empty for all. */
    final BitSet[] regions;

    VehicleTable(DayFacts facts) {
        List<Vehicle> vehicles = facts.vehicles();
        size = vehicles.size();
        home = ints(vehicles, Vehicle::home);
        unit = ints(vehicles, Vehicle::unit);
        category = ints(vehicles, Vehicle::category);
        seats = ints(vehicles, Vehicle::seats);
        boot = ints(vehicles, Vehicle::boot);
        licence = ints(vehicles, Vehicle::licence);
        offered = new boolean[size];
        newEnergy = new boolean[size];
        range_m = ints(vehicles, vehicle -> isElectric(vehicle) ? vehicle.tank().range_m() : UNLIMITED_M);
        charge_m =
                ints(vehicles, vehicle -> isElectric(vehicle) ? vehicle.tank().charge_m() : UNLIMITED_M);
        charger = new int[size][];
        rate_m_s = new double[size][];
        blockedFrom_s = new int[size][];
        blockedTo_s = new int[size][];
        km_fen = new long[size];
        deadheadKm_fen = new long[size];
        waiting_h_fen = new long[size];
        overtime_h_fen = new long[size];
        vehicle_fen = new long[size];
        driver_fen = new long[size];
        regions = new BitSet[size];
        for (int i = 0; i < size; i++) {
            fill(i, vehicles.get(i), facts);
        }
    }

    private static int[] ints(List<Vehicle> vehicles, java.util.function.ToIntFunction<Vehicle> of) {
        return vehicles.stream().mapToInt(of).toArray();
    }

    private static boolean isElectric(Vehicle vehicle) {
        return vehicle.tank().energy() == Energy.ELECTRIC;
    }

    private void fill(int i, Vehicle vehicle, DayFacts facts) {
        offered[i] = vehicle.offered();
        newEnergy[i] = isElectric(vehicle) || vehicle.tank().energy() == Energy.HYBRID;
        regions[i] = new BitSet();
        vehicle.regions().forEach(regions[i]::set);
        block(
                i,
                vehicle.blocked().stream()
                        .sorted(Comparator.comparing(Window::from_s))
                        .toList());
        price(i, facts.units().get(vehicle.unit()), vehicle.tank().energy());
        charge(i, vehicle, facts);
    }

    private void price(int i, Unit owner, Energy energy) {
        Weights weights = owner.weights();
        km_fen[i] = weights.km_fen().getOrDefault(energy, 0);
        deadheadKm_fen[i] = weights.deadheadKm_fen();
        waiting_h_fen[i] = weights.waiting_h_fen();
        overtime_h_fen[i] = weights.overtime_h_fen();
        vehicle_fen[i] = weights.vehicle_fen();
        driver_fen[i] = weights.driver_fen();
    }

    private void charge(int i, Vehicle vehicle, DayFacts facts) {
        int use_wh_km = Math.max(1, vehicle.tank().use_wh_km());
        List<DayFacts.Charger> usable = facts.chargers().stream()
                .filter(each ->
                        isElectric(vehicle) && vehicle.tank().chargingPlaces().contains(each.place()))
                .toList();
        charger[i] = usable.stream().mapToInt(DayFacts.Charger::place).toArray();
        rate_m_s[i] = usable.stream()
                .mapToDouble(each -> Math.min(each.power_w(), vehicle.tank().power_w()) / (3.6 * use_wh_km))
                .toArray();
    }

    private void block(int i, List<Window> windows) {
        blockedFrom_s[i] = windows.stream().mapToInt(Window::from_s).toArray();
        blockedTo_s[i] = windows.stream().mapToInt(Window::to_s).toArray();
    }

    boolean mayGo(int vehicle, int region) {
        return regions[vehicle].isEmpty() || regions[vehicle].get(region);
    }
}
