package org.motorpool.planner.search;

import java.util.Arrays;

/**
 * The cheapest one-to-one assignment of rows to columns: shortest augmenting paths with dual prices (Jonker and Volgenant 1987,
 * without their initial reductions), O(n³) at worst.
 */
final class Assignment {

    /** A cost that stands for "not allowed"; far above any sum of real costs. */
    static final int FORBIDDEN = 10_000_000;

    private Assignment() {}

    /** @return the column of each row */
    static int[] solve(int[][] cost) {
        int n = cost.length;
        long[] price = new long[n];
        int[] rowOf = new int[n];
        int[] columnOf = new int[n];
        Arrays.fill(rowOf, -1);
        Arrays.fill(columnOf, -1);
        reduceColumns(cost, price, rowOf, columnOf);
        long[] distance = new long[n];
        int[] from = new int[n];
        boolean[] done = new boolean[n];
        for (int row = 0; row < n; row++) {
            if (columnOf[row] < 0) {
                augment(cost, price, rowOf, columnOf, row, distance, from, done);
            }
        }
        return columnOf;
    }

    private static void reduceColumns(int[][] cost, long[] price, int[] rowOf, int[] columnOf) {
        int n = cost.length;
        for (int column = n - 1; column >= 0; column--) {
            int least = 0;
            for (int row = 1; row < n; row++) {
                if (cost[row][column] < cost[least][column]) {
                    least = row;
                }
            }
            price[column] = cost[least][column];
            if (columnOf[least] < 0) {
                columnOf[least] = column;
                rowOf[column] = least;
            }
        }
    }

    private static void augment(
            int[][] cost,
            long[] price,
            int[] rowOf,
            int[] columnOf,
            int start,
            long[] distance,
            int[] from,
            boolean[] done) {
        int n = cost.length;
        for (int j = 0; j < n; j++) {
            distance[j] = cost[start][j] - price[j];
            from[j] = start;
            done[j] = false;
        }
        int end;
        long least;
        while (true) {
            end = -1;
            least = Long.MAX_VALUE;
            for (int j = 0; j < n; j++) {
                if (!done[j] && distance[j] < least) {
                    least = distance[j];
                    end = j;
                }
            }
            if (rowOf[end] < 0) {
                break;
            }
            done[end] = true;
            int row = rowOf[end];
            int[] costs = cost[row];
            long base = least - (costs[end] - price[end]);
            for (int j = 0; j < n; j++) {
                if (!done[j]) {
                    long through = base + costs[j] - price[j];
                    if (through < distance[j]) {
                        distance[j] = through;
                        from[j] = row;
                    }
                }
            }
        }
        for (int j = 0; j < n; j++) {
            if (done[j]) {
                price[j] += distance[j] - least;
            }
        }
        int column = end;
        while (true) {
            int row = from[column];
            rowOf[column] = row;
            int next = columnOf[row];
            columnOf[row] = column;
            if (row == start) {
                return;
            }
            column = next;
        }
    }
}
