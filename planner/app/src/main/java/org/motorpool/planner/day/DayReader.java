package org.motorpool.planner.day;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.search.day.DayCheck;
import org.motorpool.planner.search.day.DayCheck.Checked;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DispatchDay;
import org.motorpool.planner.search.day.Travel;
import org.motorpool.planner.travel.Travels;

/** Reads facts and checks them. */
final class DayReader {

    private final PlannerConfig.Cost cost;
    private final Travels travels;

    DayReader(PlannerConfig.Cost cost, Travels travels) {
        this.cost = cost;
        this.travels = travels;
    }

    /**
     * A day that can be searched.
     *
     * @param faults of rides that are wrong in themselves, by their ids
     */
    record Read(DayWords words, DispatchDay day, Travel travel, Map<String, DayCheck.Fault> faults) {}

    /** Fails with {@link DayRefused} when no day can be made of them. */
    Read read(DayApi.Facts facts) {
        requireComplete(facts);
        DayWords words = new DayWords(facts.midnight(), travels);
        DayFacts read = new FactsReader(words, cost).read(facts);
        Travel travel = travels.between(read.places());
        return switch (DayCheck.check(read, travel)) {
            case Checked.Refused(DayCheck.Fault fault) -> throw DayRefused.of(fault);
            case Checked.Accepted(DispatchDay day, Map<Integer, DayCheck.Fault> found) -> {
                Map<String, DayCheck.Fault> faults = new LinkedHashMap<>();
                new TreeMap<>(found).forEach((ride, fault) -> faults.put(words.rides.get(ride), fault));
                yield new Read(words, day, travel, faults);
            }
        };
    }

    private static void requireComplete(DayApi.Facts facts) {
        RideReader.require(facts.snapshot(), "snapshot");
        RideReader.require(facts.midnight(), "midnight");
        if (facts.rides().size() > DayCheck.MOST || facts.vehicles().size() > DayCheck.MOST) {
            String list = facts.rides().size() > DayCheck.MOST ? "rides" : "vehicles";
            int count = Math.max(facts.rides().size(), facts.vehicles().size());
            throw DayRefused.of(new DayCheck.Fault(
                    list,
                    "too-many",
                    "共 %d 项，超过上限 %d；请分批排班".formatted(count, DayCheck.MOST),
                    "%d entries are more than the limit of %d; plan them in parts".formatted(count, DayCheck.MOST)));
        }
    }
}
