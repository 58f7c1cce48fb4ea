package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.compliance.RuleService;
import org.motorpool.dispatch.contract.RequestRuleApi.NewRequestRule;
import org.motorpool.dispatch.contract.RequestRuleApi.RequestRule;
import org.motorpool.dispatch.contract.RequestRuleApi.RuleEnd;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.store.RequestRuleRows;

/** What requests are judged by, as rows: added by the authority of their jurisdiction, ended, never changed. */
@Singleton
public class RequestRuleService {

    private final ScopedTransactions transactions;
    private final RequestRuleRows rows;
    private final RuleService authorities;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Clock clock;

    RequestRuleService(
            ScopedTransactions transactions,
            RequestRuleRows rows,
            RuleService authorities,
            IdempotencyKeys keys,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.authorities = authorities;
        this.keys = keys;
        this.changes = changes;
        this.clock = clock;
    }

    /** Rows that are or will be in force, of a kind (null: all) and a place with all above it (empty: all), by id after one. */
    public Uni<List<RequestRule>> list(
            Scope scope, @Nullable RequestRuleKind kind, String region, UUID after, int limit) {
        LocalDate today = Days.today(clock);
        return transactions.inTransaction(scope, session -> rows.list(session, kind, region, today, after, limit));
    }

    /**
     * Add a row, once per key. Problems {@code forbidden}, {@code rule-overlaps}, and {@code rule-laxer} when it is milder than one
     * of a level above that holds in its time.
     */
    public Uni<RequestRule> add(Scope scope, @Nullable NewRequestRule form, @Nullable String key) {
        RequestRule rule = RequestRuleForm.read(form, Days.today(clock), scope.username());
        IdempotencyKeys.Wish wish =
                new IdempotencyKeys.Wish(scope.accountId(), key, List.of("request-rule", form), rule.id());
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(session, wish, () -> add(session, scope, rule), id -> find(session, id)))
                .onFailure()
                .transform(failure -> Constraints.explain(failure, overlaps(rule)));
    }

    private Uni<RequestRule> add(Mutiny.Session session, Scope scope, RequestRule rule) {
        return authorities
                .requireAuthority(session, scope, rule.jurisdiction())
                .chain(() -> rows.findStricterAbove(session, rule))
                .invoke(stricter -> stricter.ifPresent(other -> {
                    throw laxer(other).asException();
                }))
                .chain(() -> rows.add(session, rule))
                .chain(() -> changes.tell(session, scope, change(rule, "request-rule-added", null, told(rule))))
                .replaceWith(rule);
    }

    /** End a row of the caller's own jurisdiction, from a day that has not passed. */
    public Uni<RequestRule> end(Scope scope, UUID id, @Nullable RuleEnd form, @Nullable String key) {
        LocalDate end = Fields.required("effectiveTo", form == null ? null : form.effectiveTo());
        return transactions.inTransaction(
                scope,
                session -> keys.once(
                        session,
                        new IdempotencyKeys.Wish(scope.accountId(), key, List.of("request-rule-end", id, end), id),
                        () -> find(session, id)
                                .call(rule -> authorities.requireAuthority(session, scope, rule.jurisdiction()))
                                .invoke(rule -> requireEnd(rule, end))
                                .call(rule -> rows.end(session, rule, end))
                                .call(rule -> changes.tell(
                                        session,
                                        scope,
                                        change(rule, "request-rule-ended", told(rule), "ends on " + end)))
                                .chain(_ -> find(session, id)),
                        same -> find(session, same)));
    }

    private Uni<RequestRule> find(Mutiny.Session session, UUID id) {
        return rows.find(session, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound(
                                "rule-unknown", "没有规则 %s".formatted(id), "there is no rule %s".formatted(id))
                        .asException()));
    }

    private void requireEnd(RequestRule rule, LocalDate end) {
        LocalDate first = rule.effectiveFrom().plusDays(1);
        LocalDate today = Days.today(clock);
        LocalDate least = first.isBefore(today) ? today : first;
        LocalDate ends = rule.effectiveTo();
        if (end.isBefore(least) || (ends != null && end.isAfter(ends))) {
            throw Fields.bad(
                    "effectiveTo",
                    "应不早于 %s，且不能延长规则".formatted(least),
                    "must not be before %s, nor prolong the rule".formatted(least));
        }
    }

    private static StateChange change(RequestRule rule, String action, @Nullable String before, String after) {
        String name = "%s %s %s".formatted(rule.kind(), rule.key(), rule.jurisdiction());
        return new StateChange("request-rule", rule.id(), rule.id(), name, action, before, after);
    }

    private static String told(RequestRule rule) {
        return "%s %s from %s to %s"
                .formatted(rule.severity(), rule.content(), rule.effectiveFrom(), rule.effectiveTo());
    }

    /** Of each table the constraint that two rows of one time break. */
    private static Map<String, Problem> overlaps(RequestRule rule) {
        Problem overlaps = conflict(
                "rule-overlaps",
                "%s %s 在 %s 已有有效期重叠的规则，请先结束该规则或调整日期".formatted(rule.kind(), rule.key(), rule.jurisdiction()),
                "%s %s of %s has a row in that time already; end that one first or change the dates"
                        .formatted(rule.kind(), rule.key(), rule.jurisdiction()),
                "effectiveFrom");
        return Map.of(
                "request_rule_rule_key_jurisdiction_daterange_excl",
                overlaps,
                "purpose_class_code_jurisdiction_daterange_excl",
                overlaps,
                "emergency_rule_jurisdiction_daterange_excl",
                overlaps,
                "request_estimate_rule_jurisdiction_daterange_excl",
                overlaps);
    }

    private static Problem laxer(RequestRule other) {
        return conflict(
                "rule-laxer",
                "比上级规则（%s，%s）宽松，下级只能更严，请改严".formatted(other.jurisdiction(), other.clause()),
                "is milder than the row of %s (%s), which may only be made stricter"
                        .formatted(other.jurisdiction(), other.clause()),
                other.severity() == null ? "content" : "severity");
    }

    private static Problem conflict(String code, String zh, String en, String field) {
        return Problem.of(409, code, "状态冲突 Conflict", field + " " + zh, field + " " + en, field);
    }
}
