package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.HoldRuleApi.HoldRule;
import org.motorpool.dispatch.contract.HoldRuleApi.NewHoldRule;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.request.store.HoldRules;

/** How long pending requests hold a vehicle 占用, as rows of units; a new row ends the open one before it. */
@Singleton
public class HoldRuleService {

    private static final int LONGEST_CLAUSE = 200;
    private static final long LONGEST_H = 720;

    private static final Problem TWICE =
            Problem.conflict("hold-rule-overlap", "该单位在该期间已有占用规则", "the unit has a hold rule in that time already");

    private final ScopedTransactions transactions;
    private final HoldRules rules;
    private final UnitService units;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Clock clock;

    HoldRuleService(
            ScopedTransactions transactions,
            HoldRules rules,
            UnitService units,
            IdempotencyKeys keys,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.rules = rules;
        this.units = units;
        this.keys = keys;
        this.changes = changes;
        this.clock = clock;
    }

    /** Rows of the caller's units and of those above, newest first. */
    public Uni<List<HoldRule>> list(Scope scope, UUID before, int limit) {
        return transactions.inTransaction(scope, session -> rules.list(session, before, limit));
    }

    /** A row from today or a later day on; problem {@code hold-rule-overlap}. */
    public Uni<HoldRule> add(Scope scope, @Nullable NewHoldRule wanted, @Nullable String key) {
        HoldRule rule = rule(scope, Fields.required("unitId", wanted));
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(
                                        scope.accountId(), key, List.of("hold-rule", wanted), rule.id()),
                                () -> add(session, scope, rule),
                                id -> find(session, id)))
                .onFailure()
                .transform(failure -> Constraints.explain(failure, Map.of("hold_rule_once", TWICE)));
    }

    private Uni<HoldRule> add(Mutiny.Session session, Scope scope, HoldRule rule) {
        return units.getActive(session, rule.unitId())
                .chain(unit -> rules.add(session, rule, unit.path())
                        .chain(() -> changes.tell(
                                session,
                                scope,
                                new StateChange(
                                        "hold-rule",
                                        rule.id(),
                                        rule.id(),
                                        unit.name(),
                                        "hold-rule-added",
                                        null,
                                        "%d h, %s, %s from %s"
                                                .formatted(
                                                        rule.hours(),
                                                        rule.expiry(),
                                                        rule.severity(),
                                                        rule.effectiveFrom())))))
                .replaceWith(rule);
    }

    private Uni<HoldRule> find(Mutiny.Session session, UUID id) {
        return rules.list(session, new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 1), 1)
                .map(List::getFirst);
    }

    private HoldRule rule(Scope scope, NewHoldRule wanted) {
        LocalDate today = Days.today(clock);
        LocalDate from = Fields.day("effectiveFrom", wanted.effectiveFrom(), today, today.plusYears(10));
        if (wanted.effectiveTo() != null && !wanted.effectiveTo().isAfter(from)) {
            throw Fields.bad("effectiveTo", "应晚于 effectiveFrom", "must be after effectiveFrom");
        }
        Long hours = wanted.hours() == null ? null : wanted.hours().longValue();
        return new HoldRule(
                Ids.next(),
                Fields.required("unitId", wanted.unitId()),
                (int) Fields.number("hours", hours, 1, LONGEST_H),
                Fields.oneOf("expiry", wanted.expiry(), Set.of("LAPSE", "KEEP")),
                Fields.oneOf("severity", wanted.severity(), Set.of("REFUSE", "WARN", "INFO")),
                Fields.text("clause", wanted.clause(), LONGEST_CLAUSE),
                scope.username(),
                from,
                wanted.effectiveTo());
    }
}
