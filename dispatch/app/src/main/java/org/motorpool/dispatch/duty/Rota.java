package org.motorpool.dispatch.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.DutyApi;
import org.motorpool.dispatch.duty.store.Shifts;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.DriverService;

/** Shifts 排班: planning and withdrawing them. */
@Singleton
public class Rota {

    private final ScopedTransactions transactions;
    private final Shifts shifts;
    private final DriverService drivers;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Push push;
    private final Clock clock;

    Rota(
            ScopedTransactions transactions,
            Shifts shifts,
            DriverService drivers,
            IdempotencyKeys keys,
            Changes changes,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.shifts = shifts;
        this.drivers = drivers;
        this.keys = keys;
        this.changes = changes;
        this.push = push;
        this.clock = clock;
    }

    /** Shifts in scope, newest first. */
    public Uni<List<ShiftFile>> list(Scope scope, ShiftFilter filter) {
        return transactions.inTransaction(scope, session -> shifts.list(session, scope.unitPath(), filter));
    }

    /**
     * Plan shifts, all or none; the same key again answers with what it made. Problems {@code driver-unknown},
     * {@code shift-template-unknown}, {@code shift-overlap}.
     */
    public Uni<List<ShiftFile>> plan(Scope scope, DutyApi.@Nullable NewShifts form, @Nullable String key) {
        DutyApi.NewShifts wanted = DutyForms.shifts(form, Days.today(clock));
        UUID batch = Ids.next();
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(scope.accountId(), key, wanted, batch),
                                () -> make(session, scope, wanted, batch),
                                before -> shifts.listOfBatch(session, before)))
                .onFailure()
                .transform(DutyConstraints::explain)
                .invoke(made -> made.forEach(shift -> push.tell(shift.change())));
    }

    private Uni<List<ShiftFile>> make(Mutiny.Session session, Scope scope, DutyApi.NewShifts wanted, UUID batch) {
        List<UUID> ids = wanted.driverIds().stream().distinct().toList();
        return times(session, wanted)
                .chain(timed -> drivers.listByIds(session, ids)
                        .invoke(found -> requireAll(ids, found))
                        .chain(found -> shifts.add(
                                session, NewShift.each(found, timed), batch, scope.username(), clock.instant())))
                .call(made -> tellAll(session, scope, made));
    }

    private Uni<DutyApi.NewShifts> times(Mutiny.Session session, DutyApi.NewShifts wanted) {
        UUID templateId = wanted.templateId();
        return templateId == null
                ? Uni.createFrom().item(wanted)
                : shifts.getTemplate(session, templateId)
                        .map(template -> new DutyApi.NewShifts(
                                wanted.driverIds(),
                                wanted.days(),
                                templateId,
                                template.view().startsAt(),
                                template.view().endsAt()));
    }

    private static void requireAll(List<UUID> ids, List<DriverFile> found) {
        List<UUID> known = found.stream().map(DriverFile::id).toList();
        ids.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw Problem.notFound(
                            "driver-unknown",
                            "驾驶员 %s 不存在或不在您的管理范围内，请检查驾驶员编号".formatted(id),
                            "driver %s does not exist or is outside your scope; check the id".formatted(id))
                    .asException();
        });
    }

    private Uni<Void> tellAll(Mutiny.Session session, Scope scope, List<ShiftFile> made) {
        Uni<Void> told = Uni.createFrom().voidItem();
        for (ShiftFile shift : made) {
            told = told.chain(() -> changes.tell(session, scope, change(shift, "shift-planned", null, shift.state())));
        }
        return told;
    }

    /** Withdraw a planned shift; problems {@code shift-unknown}, {@code shift-state}, {@code version-stale}. */
    public Uni<ShiftFile> withdraw(
            Scope scope, UUID id, IfMatch ifMatch, @Nullable String reason, @Nullable String key) {
        String why = DutyForms.reason(reason);
        IdempotencyKeys.Wish wish =
                new IdempotencyKeys.Wish(scope.accountId(), key, List.of("shift-withdraw", id, why), id);
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                wish,
                                () -> withdraw(session, scope, id, ifMatch, why),
                                same -> shifts.lock(session, same)))
                .invoke(shift -> push.tell(shift.change()));
    }

    private Uni<ShiftFile> withdraw(Mutiny.Session session, Scope scope, UUID id, IfMatch ifMatch, String why) {
        return shifts.lock(session, id).chain(before -> {
            ifMatch.require(before.view());
            if (before.view().status().equals("WITHDRAWN")) {
                throw Problem.conflict("shift-state", "班次已撤销", "the shift is withdrawn already")
                        .asException();
            }
            return shifts.withdraw(session, id)
                    .call(after -> changes.tell(
                            session,
                            scope,
                            change(after, "shift-withdrawn", before.state(), after.state() + ": " + why)));
        });
    }

    private static StateChange change(ShiftFile shift, String action, @Nullable String before, String after) {
        UUID id = shift.view().id();
        return new StateChange("shift", id, id, shift.view().driverId().toString(), action, before, after);
    }
}
