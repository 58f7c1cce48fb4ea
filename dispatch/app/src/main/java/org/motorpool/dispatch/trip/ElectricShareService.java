package org.motorpool.dispatch.trip;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.contract.ExpenseApi.ElectricShare;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.trip.store.Hybrids;

/**
 * Electric kilometres over total kilometres of plug-in hybrids, so that a new-energy share that is one on paper only shows as
 * such.
 */
@Singleton
public class ElectricShareService {

    /** Of what the shares are told. */
    public sealed interface Level {
        record Provinces() implements Level {}

        record Units() implements Level {}

        /** The vehicles of one unit: the rows behind its share. */
        record Vehicles(UUID unitId) implements Level {}
    }

    /** A share with the key it is sorted and paged by. */
    public record Keyed(String key, ElectricShare share) {}

    private static final int FIRST_YEAR = 2012;

    private final ScopedTransactions transactions;
    private final Hybrids hybrids;
    private final Clock clock;

    ElectricShareService(ScopedTransactions transactions, Hybrids hybrids, Clock clock) {
        this.transactions = transactions;
        this.hybrids = hybrids;
        this.clock = clock;
    }

    /**
     * Shares in the scope, by key after {@code after}.
     *
     * @param year null for this year
     */
    public Uni<List<Keyed>> list(Scope scope, @Nullable Integer year, Level level, String after, int limit) {
        int thisYear = Days.today(clock).getYear();
        int asked = Math.toIntExact(
                Fields.number("year", year == null ? thisYear : year.longValue(), FIRST_YEAR, thisYear));
        return transactions
                .inTransaction(
                        scope,
                        session -> hybrids.list(
                                session,
                                scope.unitPath(),
                                Days.start(LocalDate.of(asked, 1, 1)),
                                Days.start(LocalDate.of(asked + 1, 1, 1))))
                .map(found -> shares(found, asked, level).stream()
                        .filter(keyed -> keyed.key().compareTo(after) > 0)
                        .limit(limit)
                        .toList());
    }

    static List<Keyed> shares(List<Hybrid> hybrids, int year, Level level) {
        return switch (level) {
            case Level.Provinces() ->
                grouped(
                        hybrids,
                        hybrid -> hybrid.home().provinceCode(),
                        (key, group) ->
                                sum("PROVINCE", key, group.getFirst().home().provinceName(), year, group));
            case Level.Units() ->
                grouped(hybrids, hybrid -> hybrid.home().unitCode(), (_, group) -> {
                    Hybrid.Home home = group.getFirst().home();
                    return sum("UNIT", home.unitId().toString(), home.unitName(), year, group);
                });
            case Level.Vehicles(UUID unitId) ->
                grouped(
                        hybrids.stream()
                                .filter(hybrid -> !hybrid.confidential()
                                        && hybrid.home().unitId().equals(unitId))
                                .toList(),
                        hybrid -> hybrid.vehicleId().toString(),
                        (key, group) -> sum("VEHICLE", key, group.getFirst().plate(), year, group));
        };
    }

    /** Makes the share of a group. */
    private interface Summing {
        ElectricShare of(String key, List<Hybrid> group);
    }

    private static List<Keyed> grouped(List<Hybrid> hybrids, Function<Hybrid, String> key, Summing summing) {
        Map<String, List<Hybrid>> groups =
                hybrids.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(entry -> new Keyed(entry.getKey(), summing.of(entry.getKey(), entry.getValue())))
                .toList();
    }

    private static ElectricShare sum(String level, String key, String name, int year, List<Hybrid> group) {
        double total_km = 0;
        double electric_km = 0;
        int byRefuelling = 0;
        int byCharging = 0;
        for (Hybrid hybrid : group) {
            switch (hybrid.electric()) {
                case ElectricKilometres.ByRefuelling(double km) -> {
                    electric_km += km;
                    total_km += hybrid.running().total_km();
                    byRefuelling++;
                }
                case ElectricKilometres.ByCharging(double km) -> {
                    electric_km += km;
                    total_km += hybrid.running().total_km();
                    byCharging++;
                }
                case ElectricKilometres.Unknown() -> {}
            }
        }
        Double share = total_km > 0 ? Double.valueOf(electric_km / total_km) : null;
        int assessed = byRefuelling + byCharging;
        return new ElectricShare(
                level, key, name, year, group.size(), assessed, total_km, electric_km, share, byRefuelling, byCharging);
    }
}
