package org.motorpool.dispatch.compliance;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.compliance.store.RuleBooks;
import org.motorpool.dispatch.compliance.store.RuleRows;
import org.motorpool.dispatch.compliance.store.RuleRows.Recorded;
import org.motorpool.dispatch.contract.RuleApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.UnitService;

/** Rules as rows: listed for a day, added by the authority of their level, closed; never changed. */
@Singleton
public class RuleService {

    private static final TypeReference<Map<String, Object>> CONTENT = new TypeReference<>() {};

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final RuleRows rows;
    private final RuleBooks books;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final Clock clock;

    RuleService(
            ScopedTransactions transactions,
            UnitService units,
            RuleRows rows,
            RuleBooks books,
            AuditTrail audit,
            ObjectMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.units = units;
        this.rows = rows;
        this.books = books;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** The rules in force in a region on a day, in the caller's session; what other features judge by. */
    public Uni<RuleBook> book(Mutiny.Session session, String regionCode, LocalDate day) {
        return books.load(session, regionCode, day);
    }

    /** Which rows a list shows: in force on the day (null: today), of the kind (null: all), for the region (empty: all). */
    public record Wanted(@Nullable LocalDate day, @Nullable RuleKind kind, String region) {}

    /** Rows in force after an id; refuses a day before the first rule. */
    public Uni<List<RuleApi.Rule>> list(Scope scope, Wanted wanted, long after, int limit) {
        LocalDate day = Objects.requireNonNullElse(wanted.day(), Days.today(clock));
        return transactions.inTransaction(scope, session -> rows.firstDay(session)
                .invoke(first -> notBefore("day", day, first))
                .chain(_ -> rows.list(session, after, wanted.kind(), wanted.region(), day, limit))
                .map(found -> found.stream().map(this::view).toList()));
    }

    /** A row, in force or not; fails with {@code rule-unknown}. */
    public Uni<RuleApi.Rule> get(Scope scope, long id) {
        return transactions.inTransaction(scope, session -> find(session, id).map(this::view));
    }

    /**
     * Add a row of the caller's own level. Fails with {@code rule-overlaps} when a row of the key and jurisdiction holds in its
     * time, with {@code rule-laxer} when a level above is stricter and does not let go.
     */
    public Uni<RuleApi.Rule> add(Scope scope, RuleApi.NewRule form) {
        Rule checked = RuleForm.read(json, form, 0);
        return transactions
                .inTransaction(scope, session -> requireAuthority(
                                session, scope, checked.head().jurisdiction())
                        .chain(_ -> rows.listOverlapping(session, checked))
                        .invoke(others -> others.forEach(other -> bothStand(checked, other)))
                        .chain(_ -> rows.nextId(session))
                        .map(id -> RuleForm.read(json, form, id))
                        .call(rule -> rows.add(session, rule, scope.username()))
                        .call(rule -> audit.note(session, scope, "rule-added", name(rule)))
                        .map(rule -> view(new Recorded(rule, scope.username()))))
                .onFailure(ConstraintViolationException.class)
                .transform(_ -> overlaps(checked, null));
    }

    /** End a row of the caller's own level, from a day that has not passed. */
    public Uni<RuleApi.Rule> close(Scope scope, long id, RuleApi.RuleEnd form) {
        LocalDate end = Fields.required("effectiveTo", form.effectiveTo());
        return transactions.inTransaction(scope, session -> find(session, id)
                .call(found ->
                        requireAuthority(session, scope, found.rule().head().jurisdiction()))
                .invoke(found -> mayEnd(found.rule(), end))
                .call(found -> rows.close(session, found.rule(), end))
                .call(found -> audit.note(session, scope, "rule-closed", name(found.rule())))
                .chain(_ -> find(session, id))
                .map(this::view));
    }

    private Uni<Recorded> find(Mutiny.Session session, long id) {
        return rows.find(session, id)
                .map(found -> found.orElseThrow(() -> Problem.notFound(
                                "rule-unknown", "没有规则 %d".formatted(id), "there is no rule %d".formatted(id))
                        .asException()));
    }

    /** Rules are made by the fleet authority of their level, not by its departments, nor by levels above or below. */
    public Uni<Void> requireAuthority(Mutiny.Session session, Scope scope, String jurisdiction) {
        return units.get(session, scope.unitId())
                .chain(unit -> rows.isAuthority(session, unit.id()).invoke(head -> {
                    if (!head || !unit.regionCode().equals(jurisdiction)) {
                        throw Problem.forbidden(
                                        "适用地区 %s 的规则由该地区公务用车主管部门维护".formatted(jurisdiction),
                                        "rules of jurisdiction %s are kept by its own fleet authority"
                                                .formatted(jurisdiction))
                                .asException();
                    }
                }))
                .replaceWithVoid();
    }

    private static void bothStand(Rule rule, Rule other) {
        if (other.head().jurisdiction().equals(rule.head().jurisdiction())) {
            throw overlaps(rule, other);
        }
        if (!other.head().relaxable()) {
            Strictness.laxer(rule, other).ifPresent(field -> {
                throw laxer(field, rule, other);
            });
        }
    }

    private static ProblemException overlaps(Rule rule, @Nullable Rule other) {
        String row = other == null
                ? "-"
                : "%d（%s 至 %s）"
                        .formatted(
                                other.head().id(),
                                other.head().effectiveFrom(),
                                other.head().effectiveTo());
        return Problem.of(
                        409,
                        "rule-overlaps",
                        "状态冲突 Conflict",
                        "effectiveFrom、effectiveTo 与规则 %s（%s）的有效期重叠，请先将其关闭或调整日期".formatted(row, name(rule)),
                        "effectiveFrom and effectiveTo overlap rule row %s of the same key; close that one first or change the dates"
                                .formatted(row),
                        "effectiveFrom")
                .asException();
    }

    private static ProblemException laxer(String field, Rule rule, Rule other) {
        return Problem.of(
                        409,
                        "rule-laxer",
                        "状态冲突 Conflict",
                        "content.%s 比上级规则 %d（%s，%s）宽松，下级只能更严，请改严"
                                .formatted(
                                        field, other.head().id(), other.head().jurisdiction(), other.clause()),
                        "content.%s is laxer than rule row %d of %s, which may only be made stricter"
                                .formatted(
                                        field, other.head().id(), other.head().jurisdiction()),
                        "content." + field)
                .asException();
    }

    private void mayEnd(Rule rule, LocalDate end) {
        notBefore("effectiveTo", end, rule.head().effectiveFrom().plusDays(1));
        notBefore("effectiveTo", end, Days.today(clock));
        LocalDate ends = rule.head().effectiveTo();
        if (ends != null && end.isAfter(ends)) {
            throw Fields.bad(
                    "effectiveTo", "规则已于 %s 失效，不能延长".formatted(ends), "must not be after " + ends + ", its end");
        }
    }

    static void notBefore(String field, LocalDate day, LocalDate first) {
        if (day.isBefore(first)) {
            throw Fields.bad(
                    field, "不能早于规则的第一天 " + first, "must not be before " + first + ", the first day of the rule");
        }
    }

    private static String name(Rule rule) {
        return "%s %s %s".formatted(rule.kind(), rule.head().jurisdiction(), rule.key());
    }

    private RuleApi.Rule view(Recorded recorded) {
        Rule rule = recorded.rule();
        RuleHead head = rule.head();
        Map<String, Object> content = json.convertValue(rule, CONTENT);
        content.remove("head");
        return new RuleApi.Rule(
                head.id(),
                rule.kind().name(),
                head.jurisdiction(),
                rule.key(),
                head.clause(),
                head.articleVerified(),
                head.relaxable(),
                head.documentNumber(),
                head.effectiveFrom(),
                head.effectiveTo(),
                recorded.recordedBy(),
                content);
    }
}
