package org.motorpool.planner.day;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.motorpool.planner.PlannerConfig;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.PlannerCommand.SolvePlan;
import org.motorpool.planner.contract.PlannerEvent.PlanProgressed;
import org.motorpool.planner.contract.PlannerEvent.PlanProposed;
import org.motorpool.planner.travel.Travels;

/**
 * One solve of one plan: {@link #solve} on a worker thread, {@link #stop} from any thread at any time. Days are solved one after the other,
 * each in the part of the time that it has of the rides; what a day promises is promised on those after it.
 */
public final class PlanRun {

    private final SolvePlan command;
    private final PlannerConfig config;
    private final Travels travels;
    private volatile boolean stopped;
    private volatile boolean searching;

    public PlanRun(SolvePlan command, PlannerConfig config, Travels travels) {
        this.command = command;
        this.config = config;
        this.travels = travels;
    }

    /** {@link #solve(Consumer)} without telling of progress. */
    public PlanProposed solve() {
        return solve(_ -> {});
    }

    /**
     * Blocks for about the command's seconds, less when the search ends by its moves or {@link #stop} is called; tells of better plans
     * meanwhile. Fails with {@link DayRefused} when facts are wrong.
     */
    public PlanProposed solve(Consumer<PlanProgressed> told) {
        List<DayApi.Facts> days =
                command.days().isEmpty() ? new CommandOfBefore(command, config.cost()).days() : command.days();
        int asked = (int) days.stream().flatMap(PlanRun::asked).count();
        PlanNews news = new PlanNews(command, asked, told);
        Proposal proposal = new Proposal(command);
        searching = true;
        for (DayApi.Facts facts : days) {
            int own = (int) asked(facts).count();
            news.begin(own);
            DayPlanner planner =
                    new DayPlanner(Promises.promised(facts, proposal.promised()), config, travels, part(own, asked));
            proposal.add(planner.solve(command.seed(), () -> stopped, news));
            news.settle(proposal.cost_fen(), proposal.served());
        }
        searching = false;
        return proposal.event(news.elapsed_ms());
    }

    private static Stream<DayApi.Ride> asked(DayApi.Facts facts) {
        return facts.rides().stream().filter(ride -> !Promises.isPinned(ride));
    }

    private DayPlanner.Part part(int own, int all) {
        Duration time = Duration.ofSeconds(command.seconds());
        return new DayPlanner.Part(time.multipliedBy(own).dividedBy(Math.max(1, all)), own);
    }

    /** Ends the search with the best plan so far; a run that has not begun proposes its first plan. */
    public void stop() {
        stopped = true;
    }

    public boolean isSearching() {
        return searching;
    }
}
