package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.RequestCheckApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.store.Requests;
import org.motorpool.dispatch.request.store.Steps;

/** Submitting a use request, once per Idempotency-Key; and again, when it was returned and corrected. */
@Singleton
public class Submission {

    private final ScopedTransactions transactions;
    private final Requests requests;
    private final Steps steps;
    private final Judging judging;
    private final BusinessNumbers numbers;
    private final RequestTold told;
    private final Push push;
    private final Clock clock;
    private final IdempotencyKeys keys;

    Submission(
            ScopedTransactions transactions,
            Requests requests,
            Steps steps,
            Judging judging,
            BusinessNumbers numbers,
            RequestTold told,
            Push push,
            Clock clock,
            IdempotencyKeys keys) {
        this.transactions = transactions;
        this.requests = requests;
        this.steps = steps;
        this.judging = judging;
        this.numbers = numbers;
        this.told = told;
        this.push = push;
        this.clock = clock;
        this.keys = keys;
    }

    /** What the rules say to a request; nothing is written. */
    public Uni<RequestCheckApi.Check> check(Scope scope, @Nullable NewRequest wanted) {
        NewRequest whole = judging.requireWhole(wanted);
        return transactions.inTransaction(scope, session -> judging.judge(session, scope, whole, Judging.NONE)
                .map(Judgement::check));
    }

    /**
     * Submit a request. The same key with the same body answers with the request it made the first time; with another body
     * it is problem {@code idempotency-key-reused}.
     */
    public Uni<UseRequest> submit(Scope scope, @Nullable NewRequest wanted, @Nullable String key) {
        NewRequest whole = judging.requireWhole(wanted);
        UUID id = Ids.next();
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(scope.accountId(), key, whole, id),
                                () -> create(session, scope, new Draft(id, whole, null, false)),
                                before -> find(session, before)))
                .invoke(request -> {
                    if (request.id().equals(id)) {
                        push.tell(request.change());
                    }
                });
    }

    /**
     * A whole request that is not submitted yet.
     *
     * @param seriesId the series it belongs to; or null
     * @param decidedElsewhere whether its approval is another feature's business, so that it carries no chain
     */
    record Draft(UUID id, NewRequest wanted, @Nullable UUID seriesId, boolean decidedElsewhere) {}

    /** Submit in the session of the caller, who pushes after the commit. */
    Uni<UseRequest> create(Mutiny.Session session, Scope scope, Draft draft) {
        return judging.require(session, scope, draft.wanted(), Judging.NONE)
                .map(judgement -> draft.decidedElsewhere() ? judgement.withoutChain() : judgement)
                .chain(judgement -> numbers.next(
                                session, "YC", judgement.facts().unit().regionCode())
                        .map(number -> Submitted.of(
                                scope,
                                new Submitted.Identity(draft.id(), number, 1, draft.seriesId()),
                                judgement,
                                clock.instant())))
                .chain(submitted -> requests.add(session, submitted.request())
                        .call(request -> addSteps(session, submitted, request)))
                .call(request -> told.submitted(
                        session, scope, request, RequestTold.change(request, "request-" + request.status(), null)));
    }

    /** Submit a returned request again, corrected: the same number, a new round; by who submitted it first. */
    public Uni<UseRequest> resubmit(Scope scope, RequestService.On on, @Nullable NewRequest wanted) {
        NewRequest whole = judging.requireWhole(wanted);
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(
                                        scope.accountId(),
                                        on.key(),
                                        List.of("request-resubmit", on.id(), whole),
                                        on.id()),
                                () -> requests.lock(session, on.id())
                                        .map(found -> found.filter(request -> isOwn(scope, request))
                                                .orElseThrow(() -> RequestService.unknown(on.id())))
                                        .invoke(request -> on.match().require(request.view()))
                                        .chain(request -> askAgain(session, scope, request, whole)),
                                id -> find(session, id)))
                .invoke(request -> push.tell(request.change()));
    }

    private static boolean isOwn(Scope scope, UseRequest request) {
        return scope.covers(request.unitPath()) && request.requesterId().equals(scope.accountId());
    }

    private Uni<UseRequest> askAgain(Mutiny.Session session, Scope scope, UseRequest before, NewRequest wanted) {
        before.requireMayBecome(RequestStatus.SUBMITTED);
        requireSameKind(before, wanted);
        Submitted.Identity identity = new Submitted.Identity(
                before.id(),
                before.view().number(),
                before.view().round() + 1,
                before.view().seriesId());
        return judging.require(session, scope, wanted, before.id())
                .map(judgement -> Submitted.of(scope, identity, judgement, clock.instant()))
                .chain(submitted -> requests.ask(session, submitted.request())
                        .call(request -> addSteps(session, submitted, request)))
                .call(request -> told.submitted(
                        session, scope, request, RequestTold.change(request, "request-resubmitted", before.state())));
    }

    private static void requireSameKind(UseRequest before, NewRequest wanted) {
        if (!wanted.unitId().equals(before.view().unitId())) {
            throw Problem.invalid("unitId", "重新提交时不能更换单位，请另行申请", "a request stays with its unit; submit another one")
                    .asException();
        }
        if (Boolean.TRUE.equals(wanted.emergency())) {
            throw Problem.invalid(
                            "emergency",
                            "已退回的申请不能改为先派后补，请另行提交紧急申请",
                            "a returned request does not become an emergency; submit another one")
                    .asException();
        }
    }

    private Uni<Void> addSteps(Mutiny.Session session, Submitted submitted, UseRequest request) {
        return steps.add(session, submitted.steps(), request.view().unitId(), request.unitPath());
    }

    private Uni<UseRequest> find(Mutiny.Session session, UUID id) {
        return requests.find(session, id).map(found -> found.orElseThrow(() -> RequestService.unknown(id)));
    }
}
