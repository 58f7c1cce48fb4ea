package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.contract.ReplanApi;
import org.motorpool.dispatch.organisation.Scope;

/** What dispatchers do with a re-plan proposal: carry out all of it, or discard it. */
@Singleton
public class ReplanDecisions {

    /** Refusals that say nothing against the proposal. */
    private static final Set<String> HARMLESS = Set.of("replan-state", "replan-empty", "idempotency-key-reused");

    /**
     * A decision.
     *
     * @param key Idempotency-Key, or null
     */
    private record Decision(
            Scope by, UUID id, IfMatch ifMatch, @Nullable String key, String name) {

        IdempotencyKeys.Wish wish() {
            return new IdempotencyKeys.Wish(by.accountId(), key, List.of(name, id), id);
        }
    }

    private final ReplanService replans;
    private final ReplanLife life;
    private final ReplanCommit commit;
    private final Aftermath aftermath;
    private final IdempotencyKeys keys;

    ReplanDecisions(
            ReplanService replans, ReplanLife life, ReplanCommit commit, Aftermath aftermath, IdempotencyKeys keys) {
        this.replans = replans;
        this.life = life;
        this.commit = commit;
        this.aftermath = aftermath;
        this.keys = keys;
    }

    /**
     * Carry out all of a proposal, or nothing. Problems {@code replan-unknown}, {@code replan-stale}, {@code replan-state},
     * {@code replan-empty}, {@code version-stale}, and all of reassigning. What cannot be carried out as it is becomes stale.
     */
    public Uni<Replan> commit(Scope scope, UUID id, IfMatch ifMatch, @Nullable String key) {
        Decision decision = new Decision(scope, id, ifMatch, key, "replan-commit");
        return decide(decision, session -> life.lockOffered(session, id, ifMatch)
                        .map(Replan::requireMoves)
                        .chain(offered -> commit(session, scope, offered)))
                .onFailure(ReplanDecisions::isOvertaken)
                .call(failure -> spoil(scope, id, problem(failure).code()));
    }

    private Uni<ReplanOutcome> commit(Mutiny.Session session, Scope scope, Replan offered) {
        ReplanApi.Replan view = offered.view();
        String reason = "重排 re-plan: %s %s".formatted(view.event().kind(), view.subject());
        return commit.carryOut(session, scope, view.moves(), reason)
                .chain(moved -> aftermath.settle(session, scope, view).chain(more -> life.close(
                                session, scope, offered, ReplanState.COMMITTED, null)
                        .map(closed -> new ReplanOutcome(
                                closed,
                                Stream.concat(moved.stream(), more.stream()).toList(),
                                List.of()))));
    }

    /** Discard a proposal. Problems {@code replan-unknown}, {@code replan-state}, {@code version-stale}. */
    public Uni<Replan> discard(Scope scope, UUID id, IfMatch ifMatch, @Nullable String key) {
        Decision decision = new Decision(scope, id, ifMatch, key, "replan-discard");
        return decide(decision, session -> life.lockOffered(session, id, ifMatch)
                .chain(offered -> life.close(session, scope, offered, ReplanState.DISCARDED, null))
                .map(ReplanOutcome::of));
    }

    /** Once per key, in the platform's scope: requests or vehicles of the orders may lie outside the caller's. */
    private Uni<Replan> decide(Decision decision, Function<Mutiny.Session, Uni<ReplanOutcome>> work) {
        return replans.get(decision.by(), decision.id())
                .chain(_ -> life.carryOut(
                        Scope.SYSTEM,
                        session -> keys.once(
                                session, decision.wish(), () -> work.apply(session), id -> life.find(session, id)
                                        .map(ReplanOutcome::of))));
    }

    /** What was refused for the state of things will not pass later either. */
    private static boolean isOvertaken(Throwable failure) {
        if (!(failure instanceof ProblemException refused)) {
            return false;
        }
        int status = refused.problem().status();
        return (status == 409 || status == 422)
                && !HARMLESS.contains(refused.problem().code());
    }

    private static Problem problem(Throwable failure) {
        return ((ProblemException) failure).problem();
    }

    private Uni<Replan> spoil(Scope by, UUID id, String refusal) {
        return life.carryOut(Scope.SYSTEM, session -> life.lock(session, id)
                .chain(replan -> replan.state() == ReplanState.OFFERED
                        ? life.close(session, by, replan, ReplanState.STALE, refusal)
                        : Uni.createFrom().item(replan))
                .map(ReplanOutcome::of));
    }
}
