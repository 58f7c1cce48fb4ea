package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.assignment.store.Replans;
import org.motorpool.dispatch.contract.ReplanApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** Re-planning 重排: what should change in a running day because of an incident, offered to dispatchers. */
@Singleton
public class ReplanService {

    private final ScopedTransactions transactions;
    private final ReplanCases cases;
    private final Replanning replanning;
    private final ReplanLife life;
    private final Replans replans;
    private final IdempotencyKeys keys;
    private final Clock clock;

    ReplanService(
            ScopedTransactions transactions,
            ReplanCases cases,
            Replanning replanning,
            ReplanLife life,
            Replans replans,
            IdempotencyKeys keys,
            Clock clock) {
        this.transactions = transactions;
        this.cases = cases;
        this.replanning = replanning;
        this.life = life;
        this.replans = replans;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Ask the planner what should change, and keep that. Problems {@code planner-unavailable}, and of what the event names:
     * {@code vehicle-unknown}, {@code driver-unknown}, {@code order-unknown}, {@code request-unknown}, {@code order-state},
     * {@code request-state}, {@code order-in-past}.
     */
    public Uni<Replan> propose(Scope scope, ReplanApi.@Nullable DayEvent form, @Nullable String key) {
        ReplanApi.DayEvent event = Fields.required("kind", form);
        Incident incident = ReplanForms.incident(event, clock.instant());
        return transactions
                .inTransaction(scope, session -> cases.read(session, scope, incident))
                .chain(replanning::ask)
                .chain(answer -> keep(scope, proposal(scope, event, answer, ReplanState.OFFERED), key));
    }

    /** The platform itself asks; what comes to nothing is kept too, but offered to nobody. Problems as of proposing. */
    Uni<Replan> offer(Scope scope, ReplanApi.DayEvent event) {
        Incident incident = ReplanForms.incident(event, clock.instant());
        return transactions
                .inTransaction(scope, session -> cases.read(session, scope, incident))
                .chain(replanning::ask)
                .map(answer -> proposal(scope, event, answer, state(answer)))
                .chain(proposal -> keep(scope, proposal, null));
    }

    private static ReplanState state(ReplanAnswer answer) {
        boolean nothing = answer.moves().isEmpty() && answer.unserved().isEmpty();
        return nothing ? ReplanState.DISCARDED : ReplanState.OFFERED;
    }

    private Replan proposal(Scope scope, ReplanApi.DayEvent event, ReplanAnswer answer, ReplanState state) {
        ReplanCase asked = answer.asked();
        boolean open = state == ReplanState.OFFERED;
        ReplanApi.Replan view = new ReplanApi.Replan(
                Ids.next(),
                state.name(),
                scope.unitId(),
                event,
                asked.subject().name(),
                asked.candidates().day(),
                scope.username(),
                clock.instant(),
                asked.rule().moved_fen(),
                answer.costBefore_fen(),
                answer.costAfter_fen(),
                answer.moves(),
                answer.unserved(),
                open ? null : scope.username(),
                open ? null : clock.instant(),
                null,
                0);
        return new Replan(view, asked.incident().causeId(), scope.unitPath());
    }

    private Uni<Replan> keep(Scope scope, Replan proposal, @Nullable String key) {
        IdempotencyKeys.Wish wish = new IdempotencyKeys.Wish(
                scope.accountId(), key, List.of("replan", proposal.view().event()), proposal.id());
        return life.carryOut(
                scope,
                session ->
                        keys.once(session, wish, () -> life.add(session, scope, proposal), id -> life.find(session, id)
                                .map(ReplanOutcome::of)));
    }

    /** Proposals in scope, newest first. */
    public Uni<List<Replan>> list(Scope scope, ReplanFilter filter) {
        return transactions.inTransaction(scope, session -> replans.list(session, scope.unitPath(), filter));
    }

    /** The proposal; fails with problem {@code replan-unknown} when there is none in scope. */
    public Uni<Replan> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> life.find(session, id));
    }
}
