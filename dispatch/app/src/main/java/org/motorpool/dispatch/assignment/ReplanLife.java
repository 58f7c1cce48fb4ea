package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.assignment.store.Replans;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** From state to state of re-plan proposals, each told in its transaction and pushed after it. */
@Singleton
class ReplanLife {

    private final ScopedTransactions transactions;
    private final Replans replans;
    private final Changes changes;
    private final Push push;
    private final Clock clock;

    ReplanLife(ScopedTransactions transactions, Replans replans, Changes changes, Push push, Clock clock) {
        this.transactions = transactions;
        this.replans = replans;
        this.changes = changes;
        this.push = push;
        this.clock = clock;
    }

    Uni<Replan> carryOut(Scope scope, Function<Mutiny.Session, Uni<ReplanOutcome>> work) {
        return transactions
                .inTransaction(scope, work)
                .invoke(outcome -> outcome.push(push))
                .map(ReplanOutcome::replan);
    }

    /** The proposal; fails with problem {@code replan-unknown} when there is none in the scope of the session. */
    Uni<Replan> find(Mutiny.Session session, UUID id) {
        return replans.find(session, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** The proposal that waits for a decision, locked; problems {@code replan-state}, {@code version-stale}. */
    Uni<Replan> lockOffered(Mutiny.Session session, UUID id, IfMatch ifMatch) {
        return lock(session, id)
                .invoke(replan -> ifMatch.require(replan.view()))
                .map(Replan::requireOffered);
    }

    Uni<Replan> lock(Mutiny.Session session, UUID id) {
        return replans.lock(session, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** What was offered for the same cause before, and nobody decided, ends with it. */
    Uni<ReplanOutcome> add(Mutiny.Session session, Scope by, Replan proposal) {
        Instant now = clock.instant();
        return replans.supersede(session, proposal, now).chain(superseded -> replans.add(session, proposal)
                .call(added -> tell(session, by, "replan-offered", null, added))
                .map(added -> new ReplanOutcome(added, List.of(), superseded)));
    }

    /** @param refusal code of the problem that made it stale, or null */
    Uni<Replan> close(Mutiny.Session session, Scope by, Replan before, ReplanState next, @Nullable String refusal) {
        String action = "replan-" + next.name().toLowerCase(Locale.ROOT);
        return replans.close(session, before.id(), next, by.username(), clock.instant(), refusal)
                .call(after -> tell(session, by, action, before, after));
    }

    private Uni<Void> tell(Mutiny.Session session, Scope by, String action, @Nullable Replan before, Replan after) {
        return changes.tell(
                session,
                by,
                new StateChange(
                        "replan",
                        after.id(),
                        after.id(),
                        after.view().subject(),
                        action,
                        before == null ? null : before.told(),
                        after.told()));
    }

    private static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "replan-unknown",
                        "重排方案 %s 不存在或不在您的管理范围内".formatted(id),
                        "re-plan %s does not exist or is outside your scope".formatted(id))
                .asException();
    }
}
