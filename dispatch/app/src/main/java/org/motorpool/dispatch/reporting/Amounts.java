package org.motorpool.dispatch.reporting;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The sums of one unit or several: what the figures of a report are made of. Adding those of parts gives those of the whole. */
public final class Amounts {

    /** Of nothing. */
    public static final Amounts NONE = new Amounts(Map.of());

    private final Map<Measure, Map<Split, BigDecimal>> sums;

    private Amounts(Map<Measure, Map<Split, BigDecimal>> sums) {
        this.sums = sums;
    }

    /** These sums; what is 0 is left out. */
    public static Amounts of(Map<Measure, Map<Split, BigDecimal>> sums) {
        Map<Measure, Map<Split, BigDecimal>> copy = new EnumMap<>(Measure.class);
        sums.forEach((measure, splits) -> {
            Map<Split, BigDecimal> kept = new HashMap<>();
            splits.forEach((split, amount) -> put(kept, split, amount));
            if (!kept.isEmpty()) {
                copy.put(measure, Collections.unmodifiableMap(kept));
            }
        });
        return new Amounts(copy);
    }

    private static void put(Map<Split, BigDecimal> kept, Split split, BigDecimal amount) {
        if (amount.signum() != 0) {
            kept.put(split, amount.stripTrailingZeros());
        }
    }

    /** The sum of all rows. */
    public BigDecimal total(Measure measure) {
        return part(measure, Split.ALL);
    }

    /** The sum of a part of the rows; 0 when there are none. */
    public BigDecimal part(Measure measure, Split split) {
        return sums.getOrDefault(measure, Map.of()).getOrDefault(split, BigDecimal.ZERO);
    }

    /** The keys that rows of the measure have, sorted. */
    public TreeSet<String> keys(Measure measure, String by) {
        TreeSet<String> keys = new TreeSet<>();
        sums.getOrDefault(measure, Map.of()).keySet().stream()
                .filter(split -> split.by().equals(by))
                .forEach(split -> keys.add(split.key()));
        return keys;
    }

    /** These and those together. */
    public Amounts plus(Amounts other) {
        Map<Measure, Map<Split, BigDecimal>> all = new EnumMap<>(Measure.class);
        sums.forEach((measure, splits) -> all.put(measure, new HashMap<>(splits)));
        other.sums.forEach((measure, splits) -> {
            Map<Split, BigDecimal> merged = all.computeIfAbsent(measure, _ -> new HashMap<>());
            splits.forEach((split, amount) -> merged.merge(split, amount, BigDecimal::add));
        });
        return of(all);
    }

    /** The sums, for writing them down. */
    public Map<Measure, Map<Split, BigDecimal>> sums() {
        return Collections.unmodifiableMap(sums);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Amounts amounts && sums.equals(amounts.sums);
    }

    @Override
    public int hashCode() {
        return sums.hashCode();
    }

    @Override
    public String toString() {
        return sums.toString();
    }
}
