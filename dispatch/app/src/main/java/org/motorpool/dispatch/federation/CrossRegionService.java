package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.FederationApi.Reconciliation;
import org.motorpool.dispatch.contract.FederationMessage.DigestAsked;
import org.motorpool.dispatch.contract.FederationMessage.DigestTold;
import org.motorpool.dispatch.contract.FederationMessage.Located;
import org.motorpool.dispatch.federation.store.Cases;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** Uses across regions 跨区域用车, each side as its own row says. */
@Singleton
public class CrossRegionService {

    private final ScopedTransactions transactions;
    private final Cases cases;
    private final CaseActs acts;
    private final Conversation conversation;

    CrossRegionService(ScopedTransactions transactions, Cases cases, CaseActs acts, Conversation conversation) {
        this.transactions = transactions;
        this.cases = cases;
        this.acts = acts;
        this.conversation = conversation;
    }

    /** Cases of units in scope, newest first. */
    public Uni<List<ServiceCase>> list(Scope scope, CaseFilter filter) {
        return transactions.inTransaction(scope, session -> cases.list(session, scope.unitPath(), filter));
    }

    /** The case; fails with problem {@code case-unknown} when there is none in scope. */
    public Uni<ServiceCase> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> acts.get(session, id));
    }

    /** Where the vehicle is, for the home side while the task runs; before and after it is problem {@code position-unavailable}. */
    public Uni<Located> position(Scope scope, UUID id) {
        return get(scope, id)
                .map(side -> side.status() == CaseStatus.UNDERWAY
                        ? side.facts().find(Located.class).orElseThrow(() -> nowhere(side))
                        : nothing(side));
    }

    private static Located nothing(ServiceCase side) {
        throw nowhere(side);
    }

    private static RuntimeException nowhere(ServiceCase side) {
        return Problem.notFound(
                        "position-unavailable",
                        "跨区域用车 %s 未在执行中，不提供车辆位置".formatted(side.number()),
                        "case %s is not under way; the position is told while the task runs only"
                                .formatted(side.number()))
                .asException();
    }

    /** What both ledgers come to; the other side's figure is what it answered last. */
    public Uni<Reconciliation> reconciliation(Scope scope, UUID id) {
        return get(scope, id).map(CrossRegionService::compare);
    }

    /** Ask the other side what its ledger comes to. */
    public Uni<Reconciliation> reconcile(Scope scope, UUID id) {
        return transactions
                .inTransaction(scope, session -> acts.get(session, id))
                .chain(_ -> transactions.inTransaction(Scope.SYSTEM, session -> cases.lock(session, id)
                        .map(found -> found.orElseThrow())
                        .call(side -> conversation.send(session, side, new DigestAsked()))))
                .map(CrossRegionService::compare);
    }

    private static Reconciliation compare(ServiceCase side) {
        DigestTold own = LedgerDigest.of(side);
        DigestTold peer = side.facts().find(DigestTold.class).orElse(null);
        return new Reconciliation(
                side.sharedId(),
                own.digest(),
                own.total_fen(),
                peer == null ? null : peer.digest(),
                peer == null ? null : peer.total_fen(),
                peer == null ? null : own.equals(peer));
    }
}
