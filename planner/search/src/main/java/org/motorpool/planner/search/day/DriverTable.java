package org.motorpool.planner.search.day;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.motorpool.planner.search.day.DayFacts.Driver;

/** Drivers as arrays. */
final class DriverTable {

    final int size;
    final int[] place;
    final int[] vehicle;
    final int[] from_s;
    final int[] to_s;
    final int[] mostOvertime_s;
    final int[] mostDriving_s;

    private final BitSet[] licences;
    private final int[][] ofVehicle;
    private final int[][] freeAt;

    DriverTable(DayFacts facts) {
        List<Driver> drivers = facts.drivers();
        size = drivers.size();
        place = drivers.stream().mapToInt(Driver::place).toArray();
        vehicle = drivers.stream().mapToInt(Driver::vehicle).toArray();
        from_s = drivers.stream().mapToInt(driver -> driver.shift().from_s()).toArray();
        to_s = drivers.stream().mapToInt(driver -> driver.shift().to_s()).toArray();
        mostOvertime_s = drivers.stream().mapToInt(Driver::mostOvertime_s).toArray();
        mostDriving_s = drivers.stream().mapToInt(Driver::mostDriving_s).toArray();
        licences = drivers.stream().map(DriverTable::licences).toArray(BitSet[]::new);
        ofVehicle = grouped(facts.vehicles().size(), vehicle);
        int[] free = IntStream.range(0, size)
                .map(each -> vehicle[each] == DayFacts.NONE ? place[each] : DayFacts.NONE)
                .toArray();
        freeAt = grouped(facts.places().size(), free);
    }

    private static BitSet licences(Driver driver) {
        BitSet classes = new BitSet();
        driver.licences().forEach(classes::set);
        return classes;
    }

    private static int[][] grouped(int groups, int[] groupOf) {
        int[] count = new int[groups];
        IntStream.of(groupOf).filter(group -> group >= 0).forEach(group -> count[group]++);
        int[][] members = IntStream.of(count).mapToObj(int[]::new).toArray(int[][]::new);
        for (int i = groupOf.length - 1; i >= 0; i--) {
            if (groupOf[i] >= 0) {
                members[groupOf[i]][--count[groupOf[i]]] = i;
            }
        }
        return members;
    }

    /** Those bound to the vehicle. */
    int[] of(int bound) {
        return ofVehicle[bound];
    }

    /** Those who may take any vehicle that is parked there. */
    int[] freeAt(int home) {
        return freeAt[home];
    }

    boolean mayDrive(int driver, int licence) {
        return licences[driver].get(licence);
    }

    /** Whether one stands for the other in every plan. */
    boolean alike(int one, int other) {
        return from_s[one] == from_s[other]
                && to_s[one] == to_s[other]
                && mostOvertime_s[one] == mostOvertime_s[other]
                && mostDriving_s[one] == mostDriving_s[other]
                && licences[one].equals(licences[other]);
    }

    int latestReturn_s(int driver) {
        return to_s[driver] + mostOvertime_s[driver];
    }
}
