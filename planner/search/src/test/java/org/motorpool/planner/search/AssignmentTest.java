package org.motorpool.planner.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private static final int SIZE = 6;

    private final SplittableRandom random = new SplittableRandom(6);

    @Test
    void isAsCheapAsTheBestOfAllPermutations() {
        for (int round = 0; round < 200; round++) {
            int[][] cost = made(round % 3 == 0);
            int[] column = Assignment.solve(cost);
            assertThat(IntStream.of(column).sorted()).containsExactly(0, 1, 2, 3, 4, 5);
            assertThat(IntStream.range(0, SIZE)
                            .mapToLong(row -> cost[row][column[row]])
                            .sum())
                    .isEqualTo(least(cost, 0, 0));
        }
    }

    @Test
    void keepsADiagonalThatCannotBeBeaten() {
        int[][] cost = new int[SIZE][SIZE];
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                cost[row][column] = row == column ? 0 : Assignment.FORBIDDEN;
            }
        }
        assertThat(Assignment.solve(cost)).containsExactly(0, 1, 2, 3, 4, 5);
    }

    private int[][] made(boolean withForbidden) {
        int[][] cost = new int[SIZE][SIZE];
        for (int[] row : cost) {
            for (int column = 0; column < SIZE; column++) {
                row[column] = withForbidden && random.nextInt(4) == 0 ? Assignment.FORBIDDEN : random.nextInt(50);
            }
        }
        return cost;
    }

    private static long least(int[][] cost, int row, int taken) {
        if (row == SIZE) {
            return 0;
        }
        return IntStream.range(0, SIZE)
                .filter(column -> (taken >> column & 1) == 0)
                .mapToLong(column -> cost[row][column] + least(cost, row + 1, taken | 1 << column))
                .min()
                .orElseThrow();
    }
}
