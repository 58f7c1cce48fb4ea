package org.motorpool.planner.solver;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerEvent.PlanProgressed;
import org.motorpool.planner.search.ExclusiveSolution;

/** Tells of better plans while a plan is being solved: of the first at once, of later ones a second apart at least. */
final class ProgressNews implements Consumer<ExclusiveSolution> {

    private static final long APART_NS = Duration.ofSeconds(1).toNanos();

    private final SolvePlan command;
    private final List<PlanRide> rides;
    private final long start_ns;
    private final Consumer<PlanProgressed> told;
    private long next_ns;

    ProgressNews(SolvePlan command, RidePlan plan, long start_ns, Consumer<PlanProgressed> told) {
        this.command = command;
        this.rides = plan.getRides();
        this.start_ns = start_ns;
        this.told = told;
        this.next_ns = start_ns;
    }

    @Override
    public void accept(ExclusiveSolution better) {
        long now_ns = System.nanoTime();
        if (now_ns - next_ns >= 0) {
            next_ns = now_ns + APART_NS;
            told.accept(news(better, now_ns));
        }
    }

    private PlanProgressed news(ExclusiveSolution better, long now_ns) {
        return new PlanProgressed(
                command.planId(),
                command.planningUnit(),
                better.cost() - RideModel.absence_fen(unservedWeight(better)),
                rides.size() - better.unserved(),
                rides.size(),
                Duration.ofNanos(now_ns - start_ns).toMillis());
    }

    private long unservedWeight(ExclusiveSolution better) {
        long all = rides.stream().mapToLong(PlanRide::unservedWeight).sum();
        long served = better.shifts().stream()
                .flatMap(shift -> shift.rides().stream())
                .mapToLong(ride -> rides.get(ride).unservedWeight())
                .sum();
        return all - served;
    }
}
