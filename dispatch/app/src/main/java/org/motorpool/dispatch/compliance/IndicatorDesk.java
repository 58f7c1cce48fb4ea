package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.compliance.PlanFile.Item;
import org.motorpool.dispatch.compliance.store.Indicators;
import org.motorpool.dispatch.compliance.store.OldVehicles;
import org.motorpool.dispatch.compliance.store.Quotas;
import org.motorpool.dispatch.compliance.store.RuleBooks;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.IndicatorApi.NewIndicator;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;

/** Issues indicators from approved plans, and checks plans: both against rules, quota and what is issued already. */
@Singleton
class IndicatorDesk {

    private final UnitService units;
    private final RuleBooks books;
    private final Quotas quotas;
    private final Indicators indicators;
    private final OldVehicles oldVehicles;
    private final AuditTrail audit;
    private final Clock clock;

    IndicatorDesk(
            UnitService units,
            RuleBooks books,
            Quotas quotas,
            Indicators indicators,
            OldVehicles oldVehicles,
            AuditTrail audit,
            Clock clock) {
        this.units = units;
        this.books = books;
        this.quotas = quotas;
        this.indicators = indicators;
        this.oldVehicles = oldVehicles;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every rule the plan breaks. */
    Uni<List<Violation>> check(Mutiny.Session session, PlanFile plan) {
        return units.getActive(session, plan.unitId())
                .chain(unit -> books.load(session, unit.regionCode(), Days.today(clock)))
                .chain(rules -> vacancies(session, plan).map(vacancies -> PlanRules.check(rules, plan, vacancies)));
    }

    /** What is known when an indicator is to be issued. */
    record Application(
            PlanFile plan,
            Item item,
            Unit unit,
            RuleBook rules,
            int vacancies,
            @Nullable OldVehicle old,
            NewIndicator form) {}

    /** The plan is locked by the caller, so that its items are not issued twice. */
    Uni<IndicatorFile> issue(Mutiny.Session session, Scope scope, PlanFile plan, NewIndicator form) {
        Item item = plan.items().stream()
                .filter(each -> each.id().equals(form.planItemId()))
                .findFirst()
                .orElseThrow();
        LocalDate validUntil = validUntil(plan, form.validUntil());
        checkOldVehicle(item, form);
        return application(session, plan, item, form)
                .invoke(application -> refuse(IssueRules.check(application, Days.today(clock))))
                .chain(application ->
                        indicators.nextNumber(session).map(number -> indicator(application, scope, number, validUntil)))
                .call(indicator -> indicators.add(session, List.of(indicator)))
                .call(indicator -> audit.note(session, scope, "indicator-issued", indicator.number()));
    }

    private Uni<Application> application(Mutiny.Session session, PlanFile plan, Item item, NewIndicator form) {
        return units.getActive(session, plan.unitId()).chain(unit -> books.load(
                        session, unit.regionCode(), Days.today(clock))
                .chain(rules -> vacancies(session, plan).chain(vacancies -> old(session, form.oldVehicleId())
                        .map(old -> new Application(
                                plan, item, unit, rules, vacancies.getOrDefault(item.category(), 0), old, form)))));
    }

    private Uni<@Nullable OldVehicle> old(Mutiny.Session session, @Nullable UUID id) {
        return id == null
                ? Uni.createFrom().nullItem()
                : oldVehicles
                        .find(session, id)
                        .map(found -> found.orElseThrow(() -> Problem.of(
                                        404,
                                        "vehicle-unknown",
                                        "未找到 Not found",
                                        "车辆 %s 不存在或不在您的管理范围内".formatted(id),
                                        "vehicle %s does not exist or is outside your scope".formatted(id),
                                        "oldVehicleId")
                                .asException()));
    }

    /** Places that nobody uses and no indicator holds, of the categories of the plan. */
    private Uni<Map<String, Integer>> vacancies(Mutiny.Session session, PlanFile plan) {
        LocalDate today = Days.today(clock);
        return Multi.createFrom()
                .items(plan.items().stream().map(Item::category).distinct())
                .onItem()
                .transformToUniAndConcatenate(category -> quotas.occupancy(session, plan.unitId(), category, today)
                        .chain(occupancy -> indicators
                                .countOpenNew(session, plan.unitId(), category)
                                .map(open -> Map.entry(category, occupancy.quota() - occupancy.inUse() - open))))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private LocalDate validUntil(PlanFile plan, @Nullable LocalDate asked) {
        LocalDate last = LocalDate.of(plan.year(), 12, 31);
        LocalDate day = Objects.requireNonNullElse(asked, last);
        if (day.isBefore(Days.today(clock)) || day.isAfter(last)) {
            throw Fields.bad(
                    "validUntil",
                    "应在今天到 %s（计划年度末）之间".formatted(last),
                    "must be from today to %s, the end of the plan's year".formatted(last));
        }
        return day;
    }

    private static void checkOldVehicle(Item item, NewIndicator form) {
        boolean renewal = item.kind().equals("RENEWAL");
        if (renewal != (form.oldVehicleId() != null)) {
            throw Fields.bad(
                    "oldVehicleId",
                    renewal ? "更新(RENEWAL)指标必须指明被更新的车辆" : "新增(NEW)指标不能指明旧车",
                    renewal ? "is required for RENEWAL" : "must be absent for NEW");
        }
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.refused("indicator-refused", violations).asException();
        }
    }

    private IndicatorFile indicator(Application application, Scope scope, long number, LocalDate validUntil) {
        Unit unit = application.unit();
        return new IndicatorFile(
                Ids.next(),
                "ZB-%s-%d-%06d".formatted(unit.regionCode(), application.plan().year(), number),
                application.item().id(),
                unit.id(),
                unit.path(),
                unit.name(),
                unit.regionCode(),
                application.plan().year(),
                terms(application),
                "ISSUED",
                validUntil,
                scope.username(),
                clock.instant(),
                null,
                null,
                null);
    }

    private static IndicatorFile.Terms terms(Application application) {
        Item item = application.item();
        return new IndicatorFile.Terms(
                item.category(),
                item.tier(),
                item.kind(),
                item.newEnergy(),
                application.rules().useClass(item.category(), item.useClass()),
                item.priceMax_fen(),
                displacementMax(application.rules(), item),
                application.form().oldVehicleId());
    }

    private static @Nullable Double displacementMax(RuleBook rules, Item item) {
        return rules.listLimits(item.category(), item.tier()).stream()
                .map(EquipmentLimit::displacementMax_l)
                .filter(Objects::nonNull)
                .min(Double::compare)
                .orElse(null);
    }

    /** What stands against an indicator; pure. */
    static final class IssueRules {
        private IssueRules() {}

        static List<Violation> check(Application it, LocalDate today) {
            List<Violation> found = new ArrayList<>();
            RuleBook rules = it.rules();
            if (!it.plan().status().equals("APPROVED")) {
                found.add(new Violation(
                        "plan-not-approved",
                        rules.clause("plan-not-approved"),
                        "计划状态为 %s，批准后才能下达指标".formatted(it.plan().status()),
                        "the plan is %s; indicators are issued after its approval"
                                .formatted(it.plan().status())));
            }
            if (it.item().issued() >= it.item().count()) {
                found.add(new Violation(
                        "plan-exceeded",
                        rules.clause("plan-exceeded"),
                        "计划项共 %d 辆，已下达指标 %d 个，不能再下达。请先退回未用指标，或调整计划"
                                .formatted(it.item().count(), it.item().issued()),
                        "the item has %d vehicles and %d indicators already; return an unused one, or change the plan"
                                .formatted(it.item().count(), it.item().issued())));
            }
            if (it.item().kind().equals("NEW") && it.vacancies() < 1) {
                found.add(new Violation(
                        "quota-exceeded",
                        rules.clause("quota-exceeded"),
                        "“%s”没有空编（空编 %d 辆，含已下达未使用的新增指标）。请以更新方式办理，或先核增编制"
                                .formatted(it.item().category(), it.vacancies()),
                        "no place of the quota of %s is vacant (%d, open indicators counted); renew, or have the quota raised first"
                                .formatted(it.item().category(), it.vacancies())));
            }
            found.addAll(renewal(it, today));
            return found;
        }

        private static List<Violation> renewal(Application it, LocalDate today) {
            OldVehicle old = it.old();
            if (old == null) {
                return List.of();
            }
            if (!old.unitId().equals(it.unit().id())
                    || !old.category().equals(it.item().category())) {
                throw Fields.bad(
                        "oldVehicleId",
                        "车辆 %s 不属于同一单位、同一类别".formatted(old.plate()),
                        "%s is not of the same unit and category".formatted(old.plate()));
            }
            return RenewalRules.tooEarly(
                    it.rules(), old, it.item().category(), it.form().earlyRenewalDocument(), today);
        }
    }
}
