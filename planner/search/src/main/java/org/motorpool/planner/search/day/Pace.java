package org.motorpool.planner.search.day;

import java.util.Arrays;

/**
 * How fast vehicles get on in one region by the hour. In a second of an hour with factor f a vehicle covers ⌈10⁹ / f⌉ billionths of a
 * second of its way as it is measured, and it is there with the first whole second after the whole of it; beyond the hours of the table f is 1.
 * Who leaves later is never there earlier, so that the latest departure for an arrival is as exact as the arrival of a departure (Ichoua,
 * Gendreau and Potvin, 2003).
 */
public final class Pace {

    /** What is driven at any hour as it is measured. */
    public static final Pace EVEN = new Pace(new double[0]);

    private static final long WHOLE = 1_000_000_000L;
    private static final int HOUR_S = 3_600;
    private static final int FIRST_S = DayFacts.TimeFactor.FIRST_HOUR * HOUR_S;

    private final boolean even;
    private final double least;

    /** Billionths of a second of the way in each second of an hour, and what is behind when the hour begins. */
    private final long[] speed;

    private final long[] behind;

    /** @param factors of the hours from {@link DayFacts.TimeFactor#FIRST_HOUR} on */
    Pace(double[] factors) {
        even = Arrays.stream(factors).allMatch(factor -> factor == 1);
        least = Math.min(1, Arrays.stream(factors).min().orElse(1));
        speed = new long[factors.length + 1];
        behind = new long[factors.length + 1];
        Arrays.fill(speed, WHOLE);
        for (int hour = 0; hour < factors.length; hour++) {
            speed[hour] = (long) Math.ceil(WHOLE / factors[hour]);
            behind[hour + 1] = behind[hour] + HOUR_S * speed[hour];
        }
    }

    /** The least factor of any hour, 1 at most. */
    double least() {
        return least;
    }

    /** When a vehicle is there that leaves then; {@code way_s} as it is measured. */
    public int arrive_s(int leave_s, int way_s) {
        return even ? leave_s + way_s : after(leave_s, way_s * WHOLE);
    }

    /** When it leaves at the latest to be there then. */
    public int leave_s(int arrive_s, int way_s) {
        return even ? arrive_s - way_s : before(arrive_s, way_s * WHOLE);
    }

    /** Billionths of such a way. */
    static long whole(int way_s) {
        return way_s * WHOLE;
    }

    /** What is behind of a way after driving from then to then. */
    long between(int from_s, int to_s) {
        return even ? (to_s - from_s) * WHOLE : at(to_s) - at(from_s);
    }

    /** When so many billionths are behind. */
    int after(int from_s, long way) {
        long goal = at(from_s) + way;
        int hour = hour(from_s);
        while (hour + 1 < speed.length && behind[hour + 1] < goal) {
            hour++;
        }
        return start_s(hour) + (int) Math.ceilDiv(goal - behind[hour], speed(hour, goal));
    }

    private int before(int to_s, long way) {
        long goal = at(to_s) - way;
        int hour = hour(to_s);
        while (hour > 0 && behind[hour] > goal) {
            hour--;
        }
        return start_s(hour) + (int) Math.floorDiv(goal - behind[hour], speed(hour, goal));
    }

    /** Billionths behind since the table begins. */
    private long at(int time_s) {
        int hour = hour(time_s);
        long since_s = (long) time_s - start_s(hour);
        return behind[hour] + since_s * (since_s < 0 ? WHOLE : speed[hour]);
    }

    private long speed(int hour, long goal) {
        return goal < behind[hour] ? WHOLE : speed[hour];
    }

    private int hour(int time_s) {
        return Math.clamp(Math.floorDiv((long) time_s - FIRST_S, HOUR_S), 0, speed.length - 1);
    }

    private static int start_s(int hour) {
        return FIRST_S + hour * HOUR_S;
    }
}
