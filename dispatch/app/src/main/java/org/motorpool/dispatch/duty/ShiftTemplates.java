package org.motorpool.dispatch.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.DutyApi;
import org.motorpool.dispatch.duty.store.Shifts;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.UnitService;

/** The kinds of shift a unit plans with. */
@Singleton
public class ShiftTemplates {

    private final ScopedTransactions transactions;
    private final Shifts shifts;
    private final UnitService units;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Clock clock;

    ShiftTemplates(
            ScopedTransactions transactions,
            Shifts shifts,
            UnitService units,
            IdempotencyKeys keys,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.shifts = shifts;
        this.units = units;
        this.keys = keys;
        this.changes = changes;
        this.clock = clock;
    }

    /** Templates in scope, newest first. */
    public Uni<List<TemplateFile>> list(Scope scope, UUID before, int limit) {
        return transactions.inTransaction(
                scope, session -> shifts.listTemplates(session, scope.unitPath(), before, limit));
    }

    /** Add a template; problem {@code shift-template-exists} when the unit has one of that name. */
    public Uni<TemplateFile> add(Scope scope, DutyApi.@Nullable NewShiftTemplate form, @Nullable String key) {
        DutyApi.NewShiftTemplate wanted = DutyForms.template(form);
        UUID id = Ids.next();
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(scope.accountId(), key, wanted, id),
                                () -> make(session, scope, wanted, id),
                                before -> shifts.getTemplate(session, before)))
                .onFailure()
                .transform(DutyConstraints::explain);
    }

    private Uni<TemplateFile> make(Mutiny.Session session, Scope scope, DutyApi.NewShiftTemplate wanted, UUID id) {
        DutyApi.ShiftTemplate view = new DutyApi.ShiftTemplate(
                id, wanted.unitId(), wanted.name(), wanted.startsAt(), wanted.endsAt(), false, 0);
        return units.get(session, wanted.unitId())
                .chain(unit -> shifts.addTemplate(
                        session, new TemplateFile(view, unit.path()), scope.username(), clock.instant()))
                .call(made -> changes.tell(session, scope, change(made, "shift-template-added", null)));
    }

    /** Plan with it no more; its shifts stay. */
    public Uni<TemplateFile> retire(Scope scope, UUID id, IfMatch ifMatch, @Nullable String key) {
        IdempotencyKeys.Wish wish =
                new IdempotencyKeys.Wish(scope.accountId(), key, List.of("shift-template-retire", id), id);
        return transactions.inTransaction(
                scope,
                session -> keys.once(
                        session,
                        wish,
                        () -> retire(session, scope, id, ifMatch),
                        same -> shifts.getTemplate(session, same)));
    }

    private Uni<TemplateFile> retire(Mutiny.Session session, Scope scope, UUID id, IfMatch ifMatch) {
        return shifts.lockTemplate(session, id)
                .invoke(before -> ifMatch.require(before.view()))
                .chain(before -> shifts.retire(session, id)
                        .call(after ->
                                changes.tell(session, scope, change(after, "shift-template-retired", before.state()))));
    }

    private static StateChange change(TemplateFile template, String action, @Nullable String before) {
        UUID id = template.view().id();
        return new StateChange("shift-template", id, id, template.view().name(), action, before, template.state());
    }
}
