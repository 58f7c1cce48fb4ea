package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.ApprovalApi;
import org.motorpool.dispatch.contract.BulkApi;
import org.motorpool.dispatch.contract.RequestApi.NewDecision;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.store.Requests;
import org.motorpool.dispatch.request.store.Steps;

/** Use requests as requesters and approvers handle them: read, decide, cancel. */
@Singleton
public class RequestService {

    private static final int MOST_ITEMS = 200;

    private final ScopedTransactions transactions;
    private final Requests requests;
    private final Steps steps;
    private final Approving approving;
    private final RequestTold told;
    private final IdempotencyKeys keys;
    private final Push push;
    private final Clock clock;

    RequestService(
            ScopedTransactions transactions,
            Requests requests,
            Steps steps,
            Approving approving,
            RequestTold told,
            IdempotencyKeys keys,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.requests = requests;
        this.steps = steps;
        this.approving = approving;
        this.told = told;
        this.keys = keys;
        this.push = push;
        this.clock = clock;
    }

    /**
     * An act on one request.
     *
     * @param key Idempotency-Key; null when the caller gave none
     */
    public record On(UUID id, IfMatch match, @Nullable String key) {}

    /** Requests in scope, newest first. */
    public Uni<List<UseRequest>> list(Scope scope, RequestFilter filter) {
        return transactions.inTransaction(scope, session -> requests.list(session, scope.unitPath(), filter));
    }

    /** Requests that wait for the caller's decision, newest first, older than an id. */
    public Uni<List<UseRequest>> listAwaiting(Scope scope, UUID before, int limit) {
        return transactions.inTransaction(scope, session -> steps.listAwaiting(
                        session, scope, before, clock.instant(), limit)
                .chain(ids ->
                        ids.isEmpty() ? Uni.createFrom().item(List.<UseRequest>of()) : requests.listByIds(session, ids))
                .map(found -> found.stream()
                        .sorted(Comparator.comparing(UseRequest::id).reversed())
                        .toList()));
    }

    /** The request; fails with problem {@code request-unknown} when there is none in scope. */
    public Uni<UseRequest> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> get(session, id));
    }

    /** Decide on a submitted request, or on the paper of an emergency; nobody decides on their own, nor twice. */
    public Uni<UseRequest> decide(Scope scope, On on, @Nullable NewDecision wanted) {
        Ruling ruling = Ruling.of(wanted);
        return transactions
                .inTransaction(
                        scope,
                        session -> once(
                                session,
                                scope,
                                on,
                                "request-decision",
                                ruling,
                                request -> approving.decide(session, scope, request, ruling)))
                .invoke(request -> push.tell(request.change()));
    }

    /** Many decisions, each in a transaction of its own, and each once per key. */
    public Uni<BulkApi.Results> decideAll(
            Scope scope, ApprovalApi.@Nullable BulkDecision wanted, @Nullable String key) {
        List<ApprovalApi.Item> items = wanted == null ? List.of() : wanted.items();
        if (items.isEmpty() || items.size() > MOST_ITEMS) {
            throw Problem.invalid(
                            "items",
                            "一次审批 1 到 %d 件，收到 %d 件".formatted(MOST_ITEMS, items.size()),
                            "decide on 1 to %d items at once, got %d".formatted(MOST_ITEMS, items.size()))
                    .asException();
        }
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> decideOne(scope, item, key))
                .collect()
                .asList()
                .map(BulkApi.Results::new);
    }

    private Uni<BulkApi.Result> decideOne(Scope scope, ApprovalApi.Item item, @Nullable String key) {
        String id = String.valueOf(item.id());
        return Uni.createFrom()
                .deferred(() -> {
                    if (item.id() == null) {
                        throw Problem.missing("items.id").asException();
                    }
                    return decide(
                            scope,
                            new On(item.id(), IfMatch.ANY, key == null ? null : key + "." + item.id()),
                            new NewDecision(item.decision(), item.reason()));
                })
                .map(_ -> new BulkApi.Result(id, "OK", null))
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> {
                    Problem problem = ((ProblemException) failure).problem();
                    return new BulkApi.Result(id, problem.code(), problem);
                });
    }

    /** Cancel a request that has no vehicle (any more). */
    public Uni<UseRequest> cancel(Scope scope, On on) {
        return transactions
                .inTransaction(
                        scope,
                        session -> once(
                                session, scope, on, "request-cancel", "", request -> cancel(session, scope, request)))
                .invoke(request -> push.tell(request.change()));
    }

    Uni<UseRequest> cancel(Mutiny.Session session, Scope scope, UseRequest request) {
        request.requireMayBecome(RequestStatus.CANCELLED);
        return approving
                .voidSteps(session, request)
                .chain(() -> requests.cancel(session, request.id()))
                .call(after -> told.changed(session, scope, request, after, "request-" + RequestStatus.CANCELLED));
    }

    /** The act on the locked request, once per key. */
    private Uni<UseRequest> once(
            Mutiny.Session session,
            Scope scope,
            On on,
            String act,
            Object body,
            Function<UseRequest, Uni<UseRequest>> work) {
        return keys.once(
                session,
                new IdempotencyKeys.Wish(scope.accountId(), on.key(), List.of(act, on.id(), body), on.id()),
                () -> lockOwned(session, scope, on.id())
                        .invoke(request -> on.match().require(request.view()))
                        .chain(work::apply),
                id -> get(session, id));
    }

    private Uni<UseRequest> get(Mutiny.Session session, UUID id) {
        return requests.find(session, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** A unit that only lends a vehicle sees the request, but does not decide on it: to it, the request is unknown. */
    Uni<UseRequest> lockOwned(Mutiny.Session session, Scope scope, UUID id) {
        return requests.lock(session, id).map(found -> found.filter(request -> scope.covers(request.unitPath()))
                .orElseThrow(() -> unknown(id)));
    }

    static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "request-unknown",
                        "用车申请 %s 不存在或不在您的管理范围内".formatted(id),
                        "request %s does not exist or is outside your scope".formatted(id))
                .asException();
    }
}
