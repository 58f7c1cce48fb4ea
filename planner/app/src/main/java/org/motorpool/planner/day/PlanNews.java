package org.motorpool.planner.day;

import java.time.Duration;
import java.util.function.Consumer;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerEvent.PlanProgressed;
import org.motorpool.planner.search.day.DaySearch.Found;

/** Tells of better plans while a plan is being solved: of the first at once, of later ones a second apart at least. */
final class PlanNews implements Consumer<Found> {

    private static final long APART_NS = Duration.ofSeconds(1).toNanos();

    private final SolvePlan command;
    private final int rides;
    private final Consumer<PlanProgressed> told;
    private final long start_ns = System.nanoTime();
    private long next_ns = start_ns;

    /** Of the days that are solved already. */
    private long settled_fen;

    private int settled;

    /** Rides of the day that is being solved. */
    private int asked;

    PlanNews(SolvePlan command, int rides, Consumer<PlanProgressed> told) {
        this.command = command;
        this.rides = rides;
        this.told = told;
    }

    /** The next day begins, with so many rides. */
    void begin(int own) {
        asked = own;
    }

    /** A day is solved. */
    void settle(long cost_fen, int served) {
        settled_fen = cost_fen;
        settled = served;
    }

    @Override
    public void accept(Found better) {
        long now_ns = System.nanoTime();
        if (now_ns - next_ns >= 0) {
            next_ns = now_ns + APART_NS;
            told.accept(new PlanProgressed(
                    command.planId(),
                    command.planningUnit(),
                    settled_fen + better.cost_fen(),
                    settled + Math.max(0, asked - better.unserved()),
                    rides,
                    elapsed_ms()));
        }
    }

    long elapsed_ms() {
        return Duration.ofNanos(System.nanoTime() - start_ns).toMillis();
    }
}
