package org.motorpool.dispatch.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/fleet-sizing}. */
public final class FleetSizingApi {
    private FleetSizingApi() {}

    /**
     * What fleet the uses of a period needed, from departures and returns as they were driven.
     *
     * @param from first day, {@code to} last day
     * @param uses trips that were counted
     * @param categories what sharing saves, by vehicle category
     * @param needs of units, counties and cities, the largest first; the first thousand of {@code needsInAll}
     * @param electric which days of the vehicles an electric one could have driven
     */
    public record FleetSizing(
            UUID unitId,
            String unitName,
            LocalDate from,
            LocalDate to,
            long uses,
            List<CategoryFleet> categories,
            List<LeastFleet> needs,
            int needsInAll,
            ElectricDays electric) {
        public FleetSizing {
            categories = List.copyOf(categories);
            needs = List.copyOf(needs);
        }
    }

    /**
     * The least number of vehicles of a category, however they are shared; no fleet can be smaller.
     *
     * @param alone each unit keeps its own
     * @param county the units of a county share theirs
     * @param city the units of a city do
     * @param shared all do, across regions
     * @param saved {@code alone} − {@code shared}
     * @param saved_percent of {@code alone}
     * @param electric so many of the shared ones may be electric: no day asks more of them than the range
     */
    public record CategoryFleet(
            String category,
            int alone,
            int county,
            int city,
            int shared,
            int saved,
            double saved_percent,
            int electric) {}

    /**
     * The least number of vehicles of one category.
     *
     * @param level UNIT, COUNTY or CITY
     * @param code of the unit, or of the region
     * @param name of the unit; null for a region
     */
    public record LeastFleet(String level, String code, String name, String category, int vehicles, int electric) {}

    /**
     * Days of the unit's own vehicles, and which of them an electric one could have driven, charging overnight.
     *
     * @param range_km what it drives on one day
     * @param vehicleDays on which a vehicle was driven
     * @param withinRange so many of them no further than that
     */
    public record ElectricDays(int range_km, long vehicleDays, long withinRange, double share_percent) {}
}
