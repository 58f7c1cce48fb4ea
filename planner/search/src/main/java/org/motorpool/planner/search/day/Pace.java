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
    private static final int NEVER_S = Integer.MIN_VALUE / 2;
    private static final int ALWAYS_S = Integer.MAX_VALUE;
    private static final int FIRST_S = DayFacts.TimeFactor.FIRST_HOUR * HOUR_S;

    private final boolean even;
    private final double least;

    /** Billionths of a second of the way in each second of an hour, and what is behind when the hour begins. */
    private final long[] speed;

    private final long[] behind;

    /** Around each hour, from when to when ways are driven as they are measured; nothing around one that is not. */
    private final int[] freeFrom_s;

    private final int[] freeTo_s;

    /** @param factors of the hours from {@link DayFacts.TimeFactor#FIRST_HOUR} on */
    Pace(double[] factors) {
        int hours = factors.length;
        even = Arrays.stream(factors).allMatch(factor -> factor == 1);
        least = Math.min(1, Arrays.stream(factors).min().orElse(1));
        speed = new long[hours + 1];
        behind = new long[hours + 1];
        freeFrom_s = new int[hours + 1];
        freeTo_s = new int[hours + 1];
        Arrays.fill(speed, WHOLE);
        for (int hour = 0; hour < hours; hour++) {
            speed[hour] = (long) Math.ceil(WHOLE / factors[hour]);
            behind[hour + 1] = behind[hour] + HOUR_S * speed[hour];
        }
        for (int hour = 0; hour <= hours; hour++) {
            boolean goesOn = hour > 0 && speed[hour - 1] == WHOLE && speed[hour] == WHOLE;
            freeFrom_s[hour] = hour == 0 ? NEVER_S : goesOn ? freeFrom_s[hour - 1] : start_s(hour);
        }
        for (int hour = hours; hour >= 0; hour--) {
            int end_s = hour == hours ? ALWAYS_S : speed[hour + 1] == WHOLE ? freeTo_s[hour + 1] : start_s(hour + 1);
            freeTo_s[hour] = speed[hour] == WHOLE ? end_s : start_s(hour);
        }
    }

    /** The least factor of any hour, 1 at most. */
    double least() {
        return least;
    }

    /** When a vehicle is there that leaves then; {@code way_s} as it is measured. */
    public int arrive_s(int leave_s, int way_s) {
        return even ? leave_s + way_s : arriveByHour_s(leave_s, way_s);
    }

    private int arriveByHour_s(int leave_s, int way_s) {
        int free_s = leave_s + way_s;
        return free_s <= freeTo_s[hour(leave_s)] ? free_s : after(leave_s, way_s * WHOLE);
    }

    /** When it leaves at the latest to be there then. */
    public int leave_s(int arrive_s, int way_s) {
        return even ? arrive_s - way_s : leaveByHour_s(arrive_s, way_s);
    }

    private int leaveByHour_s(int arrive_s, int way_s) {
        int hour = hour(arrive_s);
        int free_s = arrive_s - way_s;
        boolean isFree = free_s >= freeFrom_s[hour] && arrive_s <= freeTo_s[hour];
        return isFree ? free_s : before(arrive_s, way_s * WHOLE);
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
        return time_s < FIRST_S ? 0 : Math.min((time_s - FIRST_S) / HOUR_S, speed.length - 1);
    }

    private static int start_s(int hour) {
        return FIRST_S + hour * HOUR_S;
    }
}
