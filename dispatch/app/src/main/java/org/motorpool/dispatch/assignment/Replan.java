package org.motorpool.dispatch.assignment;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.ReplanApi;

/** A re-plan proposal 重排方案, and the unit whose it is. */
public record Replan(ReplanApi.Replan view, UUID causeId, String unitPath) {

    private static final Set<String> READERS = Set.of("DISPATCHER", "SUPERVISOR");

    public UUID id() {
        return view.id();
    }

    public ReplanState state() {
        return ReplanState.valueOf(view.state());
    }

    /** Fails with problem {@code replan-state} unless it waits for a decision. */
    Replan requireOffered() {
        if (state() != ReplanState.OFFERED) {
            throw Problem.conflict(
                            "replan-state",
                            "重排方案当前状态为 %s，不能再采用或放弃".formatted(view.state()),
                            "the re-plan is %s; it can be neither committed nor discarded any more"
                                    .formatted(view.state()))
                    .asException();
        }
        return this;
    }

    /** Fails with problem {@code replan-empty} when there is nothing to carry out. */
    Replan requireMoves() {
        if (view.moves().isEmpty()) {
            throw Problem.conflict("replan-empty", "该重排方案没有需要改派的派车单", "this re-plan moves nothing")
                    .asException();
        }
        return this;
    }

    /** State and decisive values, for the audit trail and the stream. */
    String told() {
        return "%s %s %s moves=%d unserved=%d %d→%d fen"
                .formatted(
                        view.state(),
                        view.event().kind(),
                        view.subject(),
                        view.moves().size(),
                        view.unserved().size(),
                        view.costBefore_fen(),
                        view.costAfter_fen());
    }

    /** The push that tells the open consoles of this state. */
    public Push.Change change() {
        return new Push.Change("replan", List.of(unitPath), view, READERS);
    }
}
