package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.compliance.store.Indicators;
import org.motorpool.dispatch.contract.UnitChangeApi;
import org.motorpool.dispatch.contract.UnitChangeApi.Changed;
import org.motorpool.dispatch.identity.AccountService;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.organisation.UnitStatus;
import org.motorpool.dispatch.registry.ChangeCause;
import org.motorpool.dispatch.registry.FleetMove;

/** Units that merge, split and end, with what becomes of their quotas, vehicles, people and indicators; each act whole or not. */
@Singleton
public class UnitChangeService {

    private static final int MOST_STAFF = 10_000_000;

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final QuotaSuccession quotas;
    private final UnitSplit split;
    private final FleetMove fleet;
    private final AccountService accounts;
    private final Indicators indicators;
    private final AuditTrail audit;
    private final Clock clock;

    UnitChangeService(
            ScopedTransactions transactions,
            UnitService units,
            QuotaSuccession quotas,
            UnitSplit split,
            FleetMove fleet,
            AccountService accounts,
            Indicators indicators,
            AuditTrail audit,
            Clock clock) {
        this.transactions = transactions;
        this.units = units;
        this.quotas = quotas;
        this.split = split;
        this.fleet = fleet;
        this.accounts = accounts;
        this.indicators = indicators;
        this.audit = audit;
        this.clock = clock;
    }

    /** What an act says of itself. */
    record Act(Mutiny.Session session, Scope scope, Unit unit, LocalDate on, String document) {
        ChangeCause cause(String what) {
            return new ChangeCause(scope.username(), "%s %s".formatted(what, document));
        }
    }

    /**
     * The unit goes up in its successor. Fails with {@code unit-has-subunits}, {@code vehicle-busy}, {@code unit-ended}, or a bad
     * {@code effectiveOn}.
     */
    public Uni<Changed> merge(Scope scope, UUID id, UnitChangeApi.Merge form) {
        UUID successorId = Fields.required("successorId", form.successorId());
        if (successorId.equals(id)) {
            throw Fields.bad("successorId", "不能是本单位", "must not be the unit itself");
        }
        LocalDate on = day(form.effectiveOn());
        String document = Codes.document("documentNumber", form.documentNumber());
        return transactions.inTransaction(
                scope, session -> units.getActive(session, successorId).chain(successor -> ending(session, id)
                        .map(unit -> new Act(session, scope, unit, on, document))
                        .call(act -> quotas.moveAll(act, successor))
                        .call(act -> fleet.moveAll(session, act.unit(), successor, act.cause("合并 merger")))
                        .call(act -> accounts.moveAll(session, act.unit().id(), successor))
                        .call(act -> indicators.moveOpen(session, act.unit().id(), successor))
                        .call(act -> units.end(session, id, on, successorId))
                        .call(act -> note(act, "unit-merged", successor.code()))
                        .chain(_ -> changed(session, id, List.of()))));
    }

    /** The unit ends. Fails with {@code unit-has-vehicles} while vehicles are on file, {@code unit-has-subunits}. */
    public Uni<Changed> abolish(Scope scope, UUID id, UnitChangeApi.Abolish form) {
        LocalDate on = day(form.effectiveOn());
        String document = Codes.document("documentNumber", form.documentNumber());
        return transactions.inTransaction(scope, session -> ending(session, id)
                .call(unit -> refuseVehicles(session, unit))
                .map(unit -> new Act(session, scope, unit, on, document))
                .call(quotas::endAll)
                .call(act -> indicators.giveBackOpen(session, id, clock.instant(), document))
                .call(act -> units.end(session, id, on, null))
                .call(act -> note(act, "unit-abolished", document))
                .chain(_ -> changed(session, id, List.of())));
    }

    /** Part of the unit goes to new units beside it; the unit goes on with the rest. */
    public Uni<Changed> split(Scope scope, UUID id, UnitChangeApi.Split form) {
        LocalDate on = day(form.effectiveOn());
        String document = Codes.document("documentNumber", form.documentNumber());
        List<UnitSplit.Part> parts = UnitSplit.read(form.parts());
        return transactions
                .inTransaction(scope, session -> units.getActive(session, id)
                        .map(unit -> new Act(session, scope, unit, on, document))
                        .chain(act -> split.into(act, parts)
                                .call(_ -> note(act, "unit-split", document))
                                .chain(made -> changed(session, id, made))))
                .onFailure(ConstraintViolationException.class)
                .transform(UnitChangeService::codeTaken);
    }

    /** Complete what quota formulas and NEV shares need to know of a unit. */
    public Uni<Changed> describe(Scope scope, UUID id, UnitChangeApi.Particulars form) {
        Integer staff = form.staffCount();
        if (staff != null) {
            Codes.count("staffCount", staff, 0, MOST_STAFF);
        }
        return transactions.inTransaction(scope, session -> units.getActive(session, id)
                .call(unit -> units.describe(session, id, staff, form.mainBudget()))
                .call(unit -> audit.note(session, scope, "unit-described", unit.code()))
                .chain(_ -> changed(session, id, List.of())));
    }

    private Uni<Unit> ending(Mutiny.Session session, UUID id) {
        return units.getActive(session, id)
                .call(unit -> units.hasChildren(session, id).invoke(children -> {
                    if (children) {
                        throw Problem.conflict(
                                        "unit-has-subunits",
                                        "单位“%s”还有下级单位，请先办理下级单位的合并或撤销".formatted(unit.name()),
                                        "unit \"%s\" has units below it; merge or abolish those first"
                                                .formatted(unit.name()))
                                .asException();
                    }
                }));
    }

    private Uni<Void> refuseVehicles(Mutiny.Session session, Unit unit) {
        return fleet.countOnFile(session, unit.id())
                .invoke(vehicles -> {
                    if (vehicles > 0) {
                        throw Problem.conflict(
                                        "unit-has-vehicles",
                                        "单位“%s”在册车辆 %d 辆，请先处置或划转，或改办合并".formatted(unit.name(), vehicles),
                                        "unit \"%s\" has %d vehicles on file; dispose of or transfer them, or merge the unit"
                                                .formatted(unit.name(), vehicles))
                                .asException();
                    }
                })
                .replaceWithVoid();
    }

    /** An act is entered on the day it takes effect, or after. */
    private LocalDate day(@Nullable LocalDate effectiveOn) {
        LocalDate on = Fields.required("effectiveOn", effectiveOn);
        LocalDate today = Days.today(clock);
        if (on.isAfter(today)) {
            throw Fields.bad("effectiveOn", "不能晚于今天 " + today, "must not be after today, " + today);
        }
        return on;
    }

    private Uni<Changed> changed(Mutiny.Session session, UUID id, List<UUID> made) {
        return units.status(session, id).map(status -> view(id, status, made));
    }

    private static Changed view(UUID id, UnitStatus status, List<UUID> made) {
        return new Changed(
                id,
                status.status(),
                status.endedOn(),
                status.successorId(),
                status.staffCount(),
                status.mainBudget(),
                made);
    }

    private Uni<Void> note(Act act, String what, String with) {
        return audit.note(
                act.session(), act.scope(), what, "%s %s".formatted(act.unit().code(), with));
    }

    private static Throwable codeTaken(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("unit_")
                ? Problem.of(
                                409,
                                "unit-code-taken",
                                "状态冲突 Conflict",
                                "新单位的代码已被使用，请改用其他代码",
                                "the code of a new unit is in use; choose another",
                                "parts")
                        .asException()
                : failure;
    }
}
