package org.motorpool.planner.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A lower bound of the cost of all shifts, as one network flow: each ride is followed by another, or by the way home, and as many vehicles
 * come home to a group as left it. Relaxed is that a shift is driven by one vehicle: on its way it may become one of another group, and
 * a ride may be reached by who begins the ride before as early as possible. Shortest augmenting paths (Jonker and Volgenant 1987) over
 * rides and groups in whole numbers, so that it is exact; whenever it ends, the prices are a proof.
 */
final class FlowBound {

    private static final int NONE = -1;
    private static final long FAR = Long.MAX_VALUE / 4;

    private final VehicleGroups groups;
    private final int rides;
    private final int size;

    /** Columns and costs of each row, rides before groups. */
    private final int[][] column;

    private final long[][] cost;

    /** Prices of rows and columns. */
    private final long[] rowPrice;

    private final long[] columnPrice;

    /** What follows each ride, what comes before it, and vehicles of each group that stay at home; columns of groups in use. */
    private final int[] follower;

    private final int[] leader;
    private final int[] idle;
    private final int[] taken;

    private final long[] distance;
    private final int[] source;
    private final boolean[] done;
    private final long[] rowDistance;
    private final int[] through;

    FlowBound(FlowArcs arcs, VehicleGroups groups) {
        this.groups = groups;
        this.rides = arcs.rides;
        this.size = rides + groups.size;
        this.column = arcs.column;
        this.cost = arcs.cost;
        this.rowPrice = new long[size];
        this.columnPrice = new long[size];
        this.follower = new int[rides];
        this.leader = new int[rides];
        this.idle = groups.count.clone();
        this.taken = groups.count.clone();
        this.distance = new long[size];
        this.source = new int[size];
        this.done = new boolean[size];
        this.rowDistance = new long[size];
        this.through = new int[size];
        Arrays.fill(follower, NONE);
        Arrays.fill(leader, NONE);
    }

    /** Rides still without a follower are looked at until the budget is spent. */
    FlowBound raise(Budget budget) {
        reduce();
        for (int ride = 0; ride < rides && budget.spent(0) < 1; ride++) {
            if (follower[ride] == NONE) {
                augment(ride, search(ride));
            }
        }
        return this;
    }

    /** No plan costs less. */
    long bound() {
        long sum = 0;
        for (int each = 0; each < size; each++) {
            long units = each < rides ? 1 : groups.count[each - rides];
            sum += units * (rowPrice[each] + columnPrice[each]);
        }
        return sum;
    }

    /** What serving each ride is worth. */
    long[] values() {
        return IntStream.range(0, rides)
                .mapToLong(ride -> rowPrice[ride] + columnPrice[ride])
                .toArray();
    }

    private void reduce() {
        int[] cheapest = new int[size];
        Arrays.fill(columnPrice, FAR);
        for (int row = 0; row < size; row++) {
            for (int i = 0; i < column[row].length; i++) {
                if (cost[row][i] < columnPrice[column[row][i]]) {
                    columnPrice[column[row][i]] = cost[row][i];
                    cheapest[column[row][i]] = row;
                }
            }
        }
        for (int ride = 0; ride < rides; ride++) {
            match(cheapest[ride], ride);
        }
    }

    private void match(int row, int ride) {
        if (row < rides ? follower[row] == NONE : idle[row - rides] > 0 && columnPrice[row] == 0) {
            leader[ride] = row;
            if (row < rides) {
                follower[row] = ride;
            } else {
                idle[row - rides]--;
                taken[row - rides]--;
            }
        }
    }

    /** @return the nearest column that has room */
    private int search(int start) {
        Arrays.fill(distance, FAR);
        Arrays.fill(rowDistance, FAR);
        Arrays.fill(done, false);
        relax(start, 0, NONE);
        while (true) {
            int nearest = nearest();
            if (hasRoom(nearest)) {
                return nearest;
            }
            done[nearest] = true;
            follow(nearest);
        }
    }

    private int nearest() {
        int nearest = 0;
        long least = Long.MAX_VALUE;
        for (int each = 0; each < size; each++) {
            if (!done[each] && distance[each] < least) {
                least = distance[each];
                nearest = each;
            }
        }
        return nearest;
    }

    private boolean hasRoom(int at) {
        return at < rides ? leader[at] == NONE : taken[at - rides] < groups.count[at - rides];
    }

    /** Goes on from every row that this column was given to. */
    private void follow(int at) {
        if (at < rides) {
            visit(leader[at], at);
            return;
        }
        if (idle[at - rides] > 0) {
            visit(at, at);
        }
        for (int ride = 0; ride < rides; ride++) {
            if (follower[ride] == at) {
                visit(ride, at);
            }
        }
    }

    private void visit(int row, int at) {
        if (rowDistance[row] == FAR) {
            relax(row, distance[at], at);
        }
    }

    private void relax(int row, long base, int at) {
        rowDistance[row] = base;
        through[row] = at;
        int[] columns = column[row];
        long[] costs = cost[row];
        long less = base - rowPrice[row];
        for (int i = 0; i < columns.length; i++) {
            int to = columns[i];
            long reached = less + costs[i] - columnPrice[to];
            if (reached < distance[to]) {
                distance[to] = reached;
                source[to] = row;
            }
        }
    }

    private void augment(int start, int end) {
        long length = distance[end];
        for (int each = 0; each < size; each++) {
            columnPrice[each] -= done[each] ? length - distance[each] : 0;
            rowPrice[each] += rowDistance[each] < FAR ? length - rowDistance[each] : 0;
        }
        if (end >= rides) {
            taken[end - rides]++;
        }
        int at = end;
        while (true) {
            int row = source[at];
            give(row, at);
            if (row == start) {
                return;
            }
            at = through[row];
            if (row >= rides && at == row) {
                idle[row - rides]--;
            }
        }
    }

    private void give(int row, int at) {
        if (at < rides) {
            leader[at] = row;
        }
        if (row < rides) {
            follower[row] = at;
        } else if (row == at) {
            idle[row - rides]++;
        }
    }
}
