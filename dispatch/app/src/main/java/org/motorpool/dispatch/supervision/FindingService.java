package org.motorpool.dispatch.supervision;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.SupervisionApi.Finding;
import org.motorpool.dispatch.contract.SupervisionApi.NewStep;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.supervision.store.Findings;

/** Findings 线索: listed, explained by the unit, closed or transferred by a reviewer. */
@Singleton
public class FindingService {

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final Findings findings;
    private final AuditTrail audit;
    private final Clock clock;

    FindingService(
            ScopedTransactions transactions, UnitService units, Findings findings, AuditTrail audit, Clock clock) {
        this.transactions = transactions;
        this.units = units;
        this.findings = findings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Findings in scope, newest first.
     *
     * @param unitId of this unit and those below it; null for all in scope
     * @param filter made for a subtree
     */
    public Uni<List<Finding>> list(Scope scope, @Nullable UUID unitId, Function<String, FindingFilter> filter) {
        return transactions.inTransaction(scope, session -> path(session, scope, unitId)
                .chain(path -> findings.list(session, filter.apply(path), today()))
                .map(found -> found.stream().map(FindingFile::view).toList()));
    }

    public Uni<Finding> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> findings.find(session, id, today())
                .map(found -> found.orElseThrow(() -> unknown(id)).view()));
    }

    /**
     * Take a step. Fails with problem {@code finding-unknown}, {@code finding-state}, {@code finding-not-explained}, or
     * {@code forbidden} when the caller is not the one who may.
     */
    public Uni<Finding> step(Scope scope, UUID id, @Nullable NewStep body) {
        FindingStep step = FindingStep.read(body);
        return transactions.inTransaction(scope, session -> findings.lock(session, id)
                .chain(_ -> findings.find(session, id, today()))
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .invoke(finding -> FindingRules.require(finding, step, scope, today()))
                .chain(_ -> findings.take(session, id, step, scope.username(), clock.instant()))
                .chain(_ -> audit.note(session, scope, "finding-" + step.outcomeStatus(), "finding " + id))
                .chain(_ -> findings.find(session, id, today()))
                .map(found -> found.orElseThrow(() -> unknown(id)).view()));
    }

    public LocalDate today() {
        return Days.today(clock);
    }

    private Uni<String> path(Mutiny.Session session, Scope scope, @Nullable UUID unitId) {
        return unitId == null
                ? Uni.createFrom().item(scope.unitPath())
                : units.get(session, unitId).map(unit -> unit.path());
    }

    private static ProblemException unknown(UUID id) {
        return Problem.notFound(
                        "finding-unknown",
                        "线索 %s 不存在或不在您的管理范围内，请检查编号".formatted(id),
                        "finding %s does not exist or is outside your scope; check the id".formatted(id))
                .asException();
    }
}
