package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.compliance.store.Quotas;
import org.motorpool.dispatch.compliance.store.RuleBooks;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.QuotaApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;

/** Quotas 编制 set, raised and lowered by the body that may (办法第六条), and what a formula would give. */
@Singleton
public class QuotaDesk {

    private static final int MOST_VEHICLES = 100_000;
    private static final int MOST_STAFF = 10_000_000;

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final Quotas quotas;
    private final RuleBooks books;
    private final AuditTrail audit;
    private final Clock clock;

    QuotaDesk(
            ScopedTransactions transactions,
            UnitService units,
            Quotas quotas,
            RuleBooks books,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.units = units;
        this.quotas = quotas;
        this.books = books;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The number from a day on; the row before it ends that day. Fails with {@code quota-refused} naming the clause when the
     * body may not fix the category, with {@code quota-overlaps} when a later row exists.
     */
    public Uni<QuotaFile> set(Scope scope, QuotaApi.NewQuota form) {
        QuotaForm quota = QuotaForm.read(form);
        return transactions
                .inTransaction(scope, session -> units.getActive(session, quota.unitId())
                        .chain(unit -> set(session, scope, unit, quota)))
                .onFailure(ConstraintViolationException.class)
                .transform(_ -> overlaps(quota.effectiveFrom(), null));
    }

    /** All numbers of a unit and category, newest first. */
    public Uni<List<QuotaFile>> history(Scope scope, @Nullable UUID unitId, String category) {
        UUID id = Fields.required("unitId", unitId);
        return transactions.inTransaction(
                scope, session -> units.get(session, id).chain(_ -> quotas.history(session, id, category)));
    }

    /** What each formula in force would give the unit with this staff; without one the list is empty. */
    public Uni<List<QuotaApi.WhatIf>> whatIf(Scope scope, @Nullable UUID unitId, @Nullable Integer staff) {
        UUID id = Fields.required("unitId", unitId);
        int asked = Codes.count("staff", staff, 0, MOST_STAFF);
        LocalDate today = Days.today(clock);
        return transactions.inTransaction(scope, session -> units.getActive(session, id)
                .chain(unit -> books.load(session, unit.regionCode(), today))
                .chain(book -> quotas.held(session, id, today).map(held -> book.list(QuotaFormula.class).stream()
                        .map(formula -> whatIf(formula, held, asked))
                        .toList())));
    }

    private static QuotaApi.WhatIf whatIf(QuotaFormula formula, List<Quotas.Held> held, int staff) {
        List<Quotas.Held> counted = held.stream()
                .filter(each -> formula.categories().contains(each.category()))
                .toList();
        int quota = counted.stream().mapToInt(Quotas.Held::quota).sum();
        return new QuotaApi.WhatIf(
                formula.code(),
                formula.categories(),
                staff,
                formula.number(staff),
                quota,
                counted.stream().mapToInt(Quotas.Held::inUse).sum(),
                formula.number(staff) - quota,
                formula.binding(),
                formula.clause(),
                formula.head().articleVerified());
    }

    private Uni<QuotaFile> set(Mutiny.Session session, Scope scope, Unit unit, QuotaForm quota) {
        return books.load(session, unit.regionCode(), Days.today(clock))
                .chain(book -> violations(session, unit, book, quota))
                .invoke(QuotaDesk::refuse)
                .chain(_ -> quotas.lockLatest(session, unit.id(), quota.category()))
                .invoke(latest -> latest.ifPresent(before -> refuseEarlier(before, quota)))
                .call(latest -> end(session, latest, quota.effectiveFrom()))
                .map(_ -> file(unit, quota))
                .call(file -> quotas.add(session, List.of(file), scope.username()))
                .call(file -> audit.note(
                        session,
                        scope,
                        "quota-set",
                        "%s %s %d".formatted(unit.code(), file.category(), file.number())));
    }

    private Uni<List<Violation>> violations(Mutiny.Session session, Unit unit, RuleBook book, QuotaForm quota) {
        VehicleCategory category = book.findCategory(quota.category())
                .orElseThrow(() -> Fields.bad(
                        "category", "没有车辆类别“%s”".formatted(quota.category()), "is none of the unit's region"));
        RuleService.notBefore(
                "effectiveFrom", quota.effectiveFrom(), category.head().effectiveFrom());
        List<Violation> found = new ArrayList<>(authority(book, category, quota));
        return quotas.held(session, unit.id(), quota.effectiveFrom())
                .chain(held -> units.findStaff(session, unit.id()).map(staff -> {
                    staff.ifPresent(count -> found.addAll(overFormula(book, quota, held, count)));
                    return found;
                }));
    }

    static List<Violation> authority(RuleBook book, VehicleCategory category, QuotaForm quota) {
        String clause = book.clause("quota-authority");
        if (!category.quotaAuthority().equals(quota.approvingBody())) {
            boolean finance = category.fixedByFinance();
            return List.of(new Violation(
                    "quota-authority",
                    clause,
                    "“%s”编制由%s确定，不能由 %s 核定"
                            .formatted(
                                    category.name(),
                                    finance ? "财政部门会同有关部门(FINANCE)" : "公务用车主管部门(FLEET_AUTHORITY)",
                                    quota.approvingBody()),
                    "the quota of %s is fixed by %s, not by %s"
                            .formatted(category.code(), category.quotaAuthority(), quota.approvingBody())));
        }
        if (category.fixedByFinance() && quota.filingNumber() == null) {
            return List.of(new Violation(
                    "quota-authority",
                    clause,
                    "“%s”编制由财政部门确定后须报公务用车主管部门备案，请填写 filingNumber（备案号）".formatted(category.name()),
                    "a quota of %s fixed by finance is filed with the fleet authority; give filingNumber"
                            .formatted(category.code())));
        }
        return List.of();
    }

    static List<Violation> overFormula(RuleBook book, QuotaForm quota, List<Quotas.Held> held, int staff) {
        return book.list(QuotaFormula.class).stream()
                .filter(formula -> formula.binding() && formula.categories().contains(quota.category()))
                .filter(formula -> after(formula, quota, held) > formula.number(staff))
                .map(formula -> new Violation(
                        "quota-over-formula",
                        formula.clause(),
                        "单位人员编制 %d 人，%s 合计最多 %d 辆，核定后为 %d 辆，请调低"
                                .formatted(
                                        staff,
                                        formula.categories(),
                                        formula.number(staff),
                                        after(formula, quota, held)),
                        "a staff of %d may have %d of %s, this makes %d; lower it"
                                .formatted(
                                        staff,
                                        formula.number(staff),
                                        formula.categories(),
                                        after(formula, quota, held))))
                .toList();
    }

    private static int after(QuotaFormula formula, QuotaForm quota, List<Quotas.Held> held) {
        return quota.number()
                + held.stream()
                        .filter(each -> formula.categories().contains(each.category())
                                && !each.category().equals(quota.category()))
                        .mapToInt(Quotas.Held::quota)
                        .sum();
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.refused("quota-refused", violations).asException();
        }
    }

    private static void refuseEarlier(QuotaFile before, QuotaForm quota) {
        LocalDate end = before.effectiveTo();
        if (!quota.effectiveFrom().isAfter(before.effectiveFrom())
                || (end != null && quota.effectiveFrom().isBefore(end))) {
            throw overlaps(quota.effectiveFrom(), before);
        }
    }

    private static ProblemException overlaps(LocalDate from, @Nullable QuotaFile other) {
        String row = other == null
                ? "-"
                : "%s（%s 至 %s）".formatted(other.documentNumber(), other.effectiveFrom(), other.effectiveTo());
        return Problem.of(
                        409,
                        "quota-overlaps",
                        "状态冲突 Conflict",
                        "effectiveFrom %s 与已有编制 %s 的有效期重叠，请改为其后的日期".formatted(from, row),
                        "effectiveFrom %s overlaps the quota %s; choose a later day".formatted(from, row),
                        "effectiveFrom")
                .asException();
    }

    private Uni<Void> end(Mutiny.Session session, Optional<QuotaFile> latest, LocalDate day) {
        return latest.filter(before -> before.effectiveTo() == null)
                .map(before -> quotas.end(session, before.id(), day))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static QuotaFile file(Unit unit, QuotaForm quota) {
        return new QuotaFile(
                Ids.next(),
                unit.id(),
                unit.path(),
                unit.name(),
                unit.regionCode(),
                quota.category(),
                quota.number(),
                quota.documentNumber(),
                quota.approvedBy(),
                quota.approvingBody().equals("FINANCE") ? "FILED" : "APPROVED",
                quota.filingNumber(),
                quota.effectiveFrom(),
                null);
    }

    /** A quota asked for, every field checked in itself. */
    record QuotaForm(
            UUID unitId,
            String category,
            int number,
            String approvingBody,
            String approvedBy,
            String documentNumber,
            @Nullable String filingNumber,
            LocalDate effectiveFrom) {
        static QuotaForm read(QuotaApi.NewQuota form) {
            return new QuotaForm(
                    Fields.required("unitId", form.unitId()),
                    Codes.code("category", form.category()),
                    Codes.count("number", form.number(), 0, MOST_VEHICLES),
                    Fields.oneOf("approvingBody", form.approvingBody(), Set.of("FLEET_AUTHORITY", "FINANCE")),
                    Fields.text("approvedBy", form.approvedBy(), 100),
                    Codes.document("documentNumber", form.documentNumber()),
                    Codes.optionalDocument("filingNumber", form.filingNumber()),
                    Fields.required("effectiveFrom", form.effectiveFrom()));
        }
    }
}
