package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.compliance.store.Indicators;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** Indicators 指标: reserved, released, returned, and what became of them; {@link IndicatorDesk} issues them. */
@Singleton
public class IndicatorService {

    private static final int MAX_REASON = 200;

    private final ScopedTransactions transactions;
    private final Indicators indicators;
    private final AuditTrail audit;
    private final Clock clock;

    IndicatorService(ScopedTransactions transactions, Indicators indicators, AuditTrail audit, Clock clock) {
        this.transactions = transactions;
        this.indicators = indicators;
        this.audit = audit;
        this.clock = clock;
    }

    /** Indicators of units in scope with one of the statuses, newest first, before {@code before}. */
    public Uni<List<IndicatorFile>> list(Scope scope, List<String> statuses, UUID before, int limit) {
        return transactions.inTransaction(
                scope, session -> indicators.list(session, scope.unitPath(), statuses, before, limit));
    }

    /** The indicator; fails with {@code indicator-unknown} when there is none in scope. */
    public Uni<IndicatorFile> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> get(session, id));
    }

    /** Keep it for one's own acquisition; fails with {@code indicator-not-open} when it is not free. */
    public Uni<IndicatorFile> reserve(Scope scope, UUID id) {
        return change(
                scope,
                id,
                "indicator-reserved",
                session -> indicators.reserve(session, id, scope.username(), clock.instant(), Days.today(clock)));
    }

    /** Give a reservation of one's own up; fails with {@code indicator-not-open} when there is none. */
    public Uni<IndicatorFile> release(Scope scope, UUID id) {
        return change(scope, id, "indicator-released", session -> indicators.release(session, id, scope.username()));
    }

    /** Give the permission back, unused; fails with {@code indicator-not-open} when it is used, over, or somebody else's. */
    public Uni<IndicatorFile> giveBack(Scope scope, UUID id, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > MAX_REASON) {
            throw Problem.invalid(
                            "reason",
                            "退回指标须说明原因（1 至 %d 字）".formatted(MAX_REASON),
                            "returning an indicator needs a reason of 1 to %d characters".formatted(MAX_REASON))
                    .asException();
        }
        return change(
                scope,
                id,
                "indicator-returned",
                session -> indicators.giveBack(session, id, clock.instant(), reason.strip(), scope.username()));
    }

    /** Ends what was not used in time; returns how many. */
    public Uni<Integer> expire() {
        return transactions.inTransaction(
                Scope.SYSTEM, session -> indicators.expire(session, clock.instant(), Days.today(clock)));
    }

    /** Add indicators as they are; for set-up by the platform itself. */
    public Uni<Void> add(Mutiny.Session session, List<IndicatorFile> files) {
        return indicators.add(session, files);
    }

    private Uni<IndicatorFile> change(Scope scope, UUID id, String act, Function<Mutiny.Session, Uni<Boolean>> update) {
        return transactions.inTransaction(scope, session -> get(session, id)
                .call(_ -> update.apply(session).invoke(changed -> {
                    if (!changed) {
                        throw notOpen(id);
                    }
                }))
                .call(indicator -> audit.note(session, scope, act, indicator.number()))
                .chain(_ -> get(session, id)));
    }

    private Uni<IndicatorFile> get(Mutiny.Session session, UUID id) {
        return indicators
                .find(session, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound(
                                "indicator-unknown",
                                "指标 %s 不存在或不在您的管理范围内".formatted(id),
                                "indicator %s does not exist or is outside your scope".formatted(id))
                        .asException()));
    }

    private static ProblemException notOpen(UUID id) {
        return Problem.conflict(
                        "indicator-not-open",
                        "指标 %s 的状态不允许此操作：已使用、已失效、已退回，或由他人预占。请刷新后重试".formatted(id),
                        "the state of indicator %s does not allow this: consumed, expired, returned, or reserved by somebody else"
                                .formatted(id))
                .asException();
    }
}
