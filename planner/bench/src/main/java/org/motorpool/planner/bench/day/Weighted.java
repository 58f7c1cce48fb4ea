package org.motorpool.planner.bench.day;

import java.util.SplittableRandom;

/** Draws in which some things are more likely than others. */
final class Weighted {

    private Weighted() {}

    static City city(SplittableRandom random) {
        int all = City.ALL.stream().mapToInt(city -> city.weight).sum();
        int left = random.nextInt(all);
        for (City city : City.ALL) {
            left -= city.weight;
            if (left < 0) {
                return city;
            }
        }
        throw new IllegalStateException("no city of weight %d".formatted(all));
    }

    /** When people want to leave: before nine, after lunch, at five, and all day. */
    static int rushHour_s(SplittableRandom random) {
        double[] peak_h = {8.5, 14, 17};
        int kind = random.nextInt(5);
        double at_h = kind < peak_h.length ? peak_h[kind] + 0.8 * random.nextGaussian() : random.nextDouble(6.5, 20);
        return 300 * (int) (Math.clamp(at_h, 6.5, 20.5) * 12);
    }

    /** 0 mostly, 9 is an emergency. */
    static int priority(SplittableRandom random) {
        double luck = random.nextDouble();
        if (luck < 0.8) {
            return 0;
        }
        return luck < 0.92 ? 1 : luck < 0.98 ? 3 : 9;
    }
}
