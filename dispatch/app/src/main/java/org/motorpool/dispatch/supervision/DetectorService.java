package org.motorpool.dispatch.supervision;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.SupervisionApi.NewDetectorRule;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.supervision.detector.Detectors;
import org.motorpool.dispatch.supervision.store.DetectorRules;

/** Rule rows of detectors: who may read them all may; a row is added by who stands for the jurisdiction. */
@Singleton
public class DetectorService {

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final DetectorRules rules;
    private final AuditTrail audit;
    private final Clock clock;

    DetectorService(
            ScopedTransactions transactions, UnitService units, DetectorRules rules, AuditTrail audit, Clock clock) {
        this.transactions = transactions;
        this.units = units;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** Rows in force on the day (null is today), in the order of {@link #key}, after {@code after}. */
    public Uni<List<DetectorRule>> list(Scope scope, @Nullable LocalDate day, String after, int limit) {
        LocalDate on = day == null ? Days.today(clock) : day;
        return transactions.inTransaction(scope, session -> rules.inForce(session, on, after, limit));
    }

    public static String key(DetectorRule rule) {
        return DetectorRules.key(rule.detector(), rule.jurisdiction());
    }

    /**
     * Add a row; the open one before it ends where it begins. Fails with problem {@code invalid-input}, {@code forbidden},
     * {@code rule-refused} (milder than the nation) or {@code rule-overlaps}.
     */
    public Uni<DetectorRule> add(Scope scope, @Nullable NewDetectorRule form) {
        DetectorRule rule = DetectorForm.read(form, Days.today(clock));
        return requireJurisdiction(scope, rule.jurisdiction())
                .chain(_ -> transactions.inTransaction(scope, session -> refuseMilder(session, rule)
                        .chain(_ -> rules.add(session, rule))
                        .chain(_ -> audit.note(
                                session,
                                scope,
                                "detector-rule-added",
                                "%s %s from %s"
                                        .formatted(rule.detector(), rule.jurisdiction(), rule.effectiveFrom())))))
                .onFailure(ConstraintViolationException.class)
                .transform(_ -> overlaps(rule))
                .replaceWith(rule);
    }

    private Uni<Void> refuseMilder(Mutiny.Session session, DetectorRule rule) {
        return rule.jurisdiction().equals(DetectorRule.NATION)
                ? Uni.createFrom().voidItem()
                : rules.find(session, rule.detector(), DetectorRule.NATION, rule.effectiveFrom())
                        .invoke(nation -> refuseMilder(rule, nation))
                        .replaceWithVoid();
    }

    private static void refuseMilder(DetectorRule rule, Optional<DetectorRule> nation) {
        List<Violation> milder = Detectors.find(rule.detector())
                .flatMap(detector -> nation.map(national -> StricterRule.check(detector, rule, national)))
                .orElse(List.of());
        if (!milder.isEmpty()) {
            throw Problem.refused("rule-refused", milder).asException();
        }
    }

    /** National rows are for who has everything in scope, provincial ones for the province's own top unit and those above. */
    private Uni<Void> requireJurisdiction(Scope scope, String jurisdiction) {
        return jurisdiction.equals(DetectorRule.NATION)
                ? units.coversAll(scope).invoke(DetectorService::require).replaceWithVoid()
                : units.coversAll(scope)
                        .chain(all -> all
                                ? Uni.createFrom().item(true)
                                : transactions.inTransaction(scope, session -> units.get(session, scope.unitId())
                                        .map(unit -> isProvince(unit, jurisdiction))))
                        .invoke(DetectorService::require)
                        .replaceWithVoid();
    }

    private static boolean isProvince(Unit unit, String jurisdiction) {
        return unit.level().equals("PROVINCE") && unit.regionCode().equals(jurisdiction);
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw Problem.forbidden(
                            "全国规则由全国管理范围的人员添加，省级规则由本省省级单位添加",
                            "national rules are added by who has national scope, provincial ones by the province's own level")
                    .asException();
        }
    }

    private static RuntimeException overlaps(DetectorRule rule) {
        return Problem.of(
                        409,
                        "rule-overlaps",
                        "状态冲突 Conflict",
                        "%s 在 %s 已有与该时段重叠的规则，请调整 effectiveFrom、effectiveTo"
                                .formatted(rule.detector(), rule.jurisdiction()),
                        "%s has a rule in %s that overlaps this period; change effectiveFrom or effectiveTo"
                                .formatted(rule.detector(), rule.jurisdiction()),
                        "effectiveFrom")
                .asException();
    }
}
