package org.motorpool.dispatch.registry;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.ChargerApi.Charger;
import org.motorpool.dispatch.contract.ChargerApi.NewCharger;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.registry.store.Chargers;

/** Chargers 充电桩 on file: add, correct, retire. Who is below a unit reads its chargers, and charges there. */
@Singleton
public class ChargerService {

    private static final String KIND = "charger";

    private final ScopedTransactions transactions;
    private final Chargers chargers;
    private final UnitService units;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Event<EnergyChanged> changed;
    private final Clock clock;

    ChargerService(
            ScopedTransactions transactions,
            Chargers chargers,
            UnitService units,
            IdempotencyKeys keys,
            Changes changes,
            Event<EnergyChanged> changed,
            Clock clock) {
        this.transactions = transactions;
        this.chargers = chargers;
        this.units = units;
        this.keys = keys;
        this.changes = changes;
        this.changed = changed;
        this.clock = clock;
    }

    /** Chargers of the units in scope and of those above, the newest first, retired ones too. */
    public Uni<List<ChargerFile>> list(Scope scope, UUID before, int limit) {
        return transactions.inTransaction(scope, session -> chargers.list(session, before, limit));
    }

    /** The charger; problem {@code charger-unknown} when it concerns the scope in no way. */
    public Uni<ChargerFile> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> get(session, id));
    }

    /** Those that vehicles may charge at now, as far as the session sees. */
    public Uni<List<ChargerFile>> listInService(Mutiny.Session session) {
        return chargers.listInService(session);
    }

    private Uni<ChargerFile> get(Mutiny.Session session, UUID id) {
        return chargers.find(session, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** Put a charger of a unit in scope on file; problem {@code unit-unknown}. */
    public Uni<ChargerFile> add(Scope scope, @Nullable NewCharger form, @Nullable String key) {
        NewCharger wanted = ChargerForms.added(form);
        UUID id = Ids.next();
        IdempotencyKeys.Wish wish = new IdempotencyKeys.Wish(scope.accountId(), key, List.of(KIND, wanted), id);
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session, wish, () -> add(session, scope, id, wanted), before -> get(session, before)))
                .invoke(this::tell);
    }

    private Uni<ChargerFile> add(Mutiny.Session session, Scope scope, UUID id, NewCharger wanted) {
        return units.getActive(session, wanted.unitId())
                .chain(unit ->
                        chargers.add(session, List.of(file(id, unit, wanted)), scope.username(), clock.instant()))
                .map(List::getFirst)
                .call(added -> tell(session, scope, "charger-added", null, added.view()));
    }

    private static ChargerFile file(UUID id, Unit unit, NewCharger wanted) {
        Charger view = new Charger(
                id,
                unit.id(),
                unit.name(),
                wanted.place(),
                wanted.power_kW(),
                wanted.sockets(),
                wanted.inService(),
                null,
                0);
        return new ChargerFile(view, unit.path(), unit.regionCode());
    }

    /** Put chargers on file as they are; for a world that is written at once. */
    public Uni<Void> addAll(Mutiny.Session session, List<ChargerFile> added) {
        return chargers.add(session, added, Scope.SYSTEM.username(), clock.instant())
                .replaceWithVoid();
    }

    /** Correct place, power, sockets, or whether it works; problems {@code charger-unknown}, {@code charger-retired}. */
    public Uni<ChargerFile> correct(Scope scope, UUID id, @Nullable NewCharger form, IfMatch match) {
        NewCharger wanted = ChargerForms.corrected(form);
        return transactions
                .inTransaction(
                        scope,
                        session -> change(
                                session, scope, id, match, "charger-corrected", before -> corrected(before, wanted)))
                .invoke(this::tell);
    }

    private static Charger corrected(Charger before, NewCharger wanted) {
        if (wanted.unitId() != null && !wanted.unitId().equals(before.unitId())) {
            throw Fields.bad("unitId", "不能更改充电桩所属单位", "cannot be changed: a charger stays with its unit");
        }
        return new Charger(
                before.id(),
                before.unitId(),
                before.unitName(),
                wanted.place(),
                wanted.power_kW(),
                wanted.sockets(),
                wanted.inService(),
                null,
                before.version());
    }

    /** It is there no more from today on; its record stays. */
    public Uni<ChargerFile> retire(Scope scope, UUID id, IfMatch match, @Nullable String key) {
        IdempotencyKeys.Wish wish = new IdempotencyKeys.Wish(scope.accountId(), key, List.of("charger-retire", id), id);
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                wish,
                                () -> change(session, scope, id, match, "charger-retired", this::retired),
                                _ -> get(session, id)))
                .invoke(this::tell);
    }

    private Charger retired(Charger before) {
        return new Charger(
                before.id(),
                before.unitId(),
                before.unitName(),
                before.place(),
                before.power_kW(),
                before.sockets(),
                false,
                Days.today(clock),
                before.version());
    }

    private Uni<ChargerFile> change(
            Mutiny.Session session, Scope scope, UUID id, IfMatch match, String action, UnaryOperator<Charger> act) {
        return chargers.lock(session, id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .invoke(before -> match.require(before.view()))
                .invoke(before -> requireThere(before.view()))
                .chain(before -> chargers.change(
                                session,
                                new ChargerFile(act.apply(before.view()), before.unitPath(), before.regionCode()))
                        .call(after -> tell(session, scope, action, before.view(), after.view())));
    }

    private static void requireThere(Charger charger) {
        if (charger.retiredOn() != null) {
            throw Problem.conflict(
                            "charger-retired",
                            "充电桩“%s”已于 %s 停用，不能再更改".formatted(charger.place().name(), charger.retiredOn()),
                            "charger \"%s\" was retired on %s and changes no more"
                                    .formatted(charger.place().name(), charger.retiredOn()))
                    .asException();
        }
    }

    private void tell(ChargerFile charger) {
        changed.fire(new EnergyChanged(charger.unitPath()));
    }

    private Uni<Void> tell(Mutiny.Session session, Scope by, String action, @Nullable Charger before, Charger after) {
        return changes.tell(
                session,
                by,
                new StateChange(
                        KIND,
                        after.id(),
                        after.id(),
                        after.place().name(),
                        action,
                        before == null ? null : words(before),
                        words(after)));
    }

    private static String words(Charger charger) {
        String state = charger.retiredOn() != null ? "RETIRED" : charger.inService() ? "IN_SERVICE" : "OUT_OF_SERVICE";
        return "%s %s kW × %d, %s %s"
                .formatted(
                        state,
                        charger.power_kW(),
                        charger.sockets(),
                        charger.place().latitude(),
                        charger.place().longitude());
    }

    private static ProblemException unknown(UUID id) {
        return Problem.notFound(
                        "charger-unknown",
                        "充电桩 %s 不存在或不在您的管理范围内，请检查编号".formatted(id),
                        "charger %s does not exist or is outside your scope; check the id".formatted(id))
                .asException();
    }
}
