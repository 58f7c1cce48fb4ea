package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.federation.store.Cases;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** People act on their side of a case: once per key, on the version they read, in one transaction. */
@Singleton
class CaseActs {

    private final ScopedTransactions transactions;
    private final Cases cases;
    private final Conversation conversation;
    private final IdempotencyKeys keys;
    private final Push push;

    CaseActs(ScopedTransactions transactions, Cases cases, Conversation conversation, IdempotencyKeys keys, Push push) {
        this.transactions = transactions;
        this.cases = cases;
        this.conversation = conversation;
        this.keys = keys;
        this.push = push;
    }

    /**
     * An act.
     *
     * @param role the side it belongs to
     * @param name of it, for the audit trail
     * @param body what is asked for; the same key with another body is refused
     */
    record Wanted(
            CaseAct act,
            CaseRole role,
            String name,
            @Nullable Object body) {}

    /** What an act does, in its transaction. */
    @FunctionalInterface
    interface Step {
        Uni<Moved> apply(Mutiny.Session session, ServiceCase side);
    }

    Uni<ServiceCase> take(Scope scope, Wanted wanted, Function<ServiceCase, Moved> step) {
        return take(scope, wanted, (_, side) -> Uni.createFrom().item(step.apply(side)));
    }

    /** Whoever sees the case may be outside the units its vehicle and request belong to: the platform carries the act out. */
    Uni<ServiceCase> take(Scope scope, Wanted wanted, Step step) {
        UUID id = wanted.act().id();
        return transactions
                .inTransaction(scope, session -> get(session, id))
                .chain(_ -> transactions.inTransaction(
                        Scope.SYSTEM,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(
                                        scope.accountId(),
                                        wanted.act().key(),
                                        Arrays.asList(wanted.name(), id, wanted.body()),
                                        id),
                                () -> lock(session, wanted).chain(before -> step.apply(session, before)
                                        .chain(moved ->
                                                conversation.carryOut(session, scope, before, moved, wanted.name()))),
                                _ -> get(session, id))))
                .invoke(after -> push.tell(CaseView.change(after)));
    }

    private Uni<ServiceCase> lock(Mutiny.Session session, Wanted wanted) {
        return cases.lock(session, wanted.act().id())
                .map(found -> found.orElseThrow(() -> unknown(wanted.act().id())))
                .invoke(side -> wanted.act().ifMatch().require(CaseView.of(side)))
                .invoke(side -> requireRole(side, wanted.role()));
    }

    Uni<ServiceCase> get(Mutiny.Session session, UUID id) {
        return cases.find(session, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    Uni<ServiceCase> getOfRequest(Mutiny.Session session, UUID requestId) {
        return cases.findOfRequest(session, requestId).map(found -> found.orElseThrow(() -> unknown(requestId)));
    }

    private static void requireRole(ServiceCase side, CaseRole role) {
        requireRole(side.role(), side.number(), role);
    }

    /** Fails with problem {@code case-role} unless the act is this side's. */
    static void requireRole(CaseRole own, String number, CaseRole role) {
        if (own != role) {
            throw Problem.conflict(
                            "case-role",
                            "跨区域用车 %s 在本方为 %s，这一步由对方办理".formatted(number, own),
                            "this side of %s is the %s; the step is the other side's".formatted(number, own))
                    .asException();
        }
    }

    /** Fails with problem {@code case-monthly} where the bill of the month or matter is confirmed and settled, not each use. */
    static void requireByItself(ServiceCase side) {
        if (side.isCollected()) {
            throw Problem.conflict(
                            "case-monthly",
                            "跨区域用车 %s 按协议月结或一事一结，请在合并账单上办理".formatted(side.number()),
                            "use %s is settled by the month or the matter; confirm and settle that bill"
                                    .formatted(side.number()))
                    .asException();
        }
    }

    /** Fails with problem {@code case-state} unless the case stands at one of these. */
    static void require(ServiceCase side, CaseStatus... allowed) {
        if (!Arrays.asList(allowed).contains(side.status())) {
            throw state(side);
        }
    }

    static ProblemException state(ServiceCase side) {
        return Problem.conflict(
                        "case-state",
                        "跨区域用车 %s 当前状态为 %s，不能办理这一步，请刷新后再试".formatted(side.number(), side.status()),
                        "case %s is %s, which does not allow this; reload and try again"
                                .formatted(side.number(), side.status()))
                .asException();
    }

    private static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "case-unknown",
                        "跨区域用车 %s 不存在或不在您的管理范围内".formatted(id),
                        "case %s does not exist or is outside your scope".formatted(id))
                .asException();
    }
}
