package org.motorpool.dispatch.sharing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.TariffApi;
import org.motorpool.dispatch.contract.TariffApi.NewTariff;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.sharing.store.TariffRows;

/** Tariffs 收费标准 as those who charge handle them: draft, publish, withdraw, end. */
@Singleton
public class TariffService {

    private static final int MOST_VERSIONS = 1000;

    private final ScopedTransactions transactions;
    private final TariffRows tariffs;
    private final UnitService units;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Clock clock;

    TariffService(
            ScopedTransactions transactions,
            TariffRows tariffs,
            UnitService units,
            IdempotencyKeys keys,
            Changes changes,
            Clock clock) {
        this.transactions = transactions;
        this.tariffs = tariffs;
        this.units = units;
        this.keys = keys;
        this.changes = changes;
        this.clock = clock;
    }

    /** An act on a version. */
    public record Act(
            UUID id,
            int tariffVersion,
            IfMatch ifMatch,
            @Nullable String key) {}

    /** The last version of each tariff that concerns the caller, the newest first. */
    public Uni<List<Tariff>> list(Scope scope, UUID before, int limit) {
        return transactions.inTransaction(scope, session -> tariffs.list(session, before, limit));
    }

    /** All versions of a tariff, the last first. */
    public Uni<List<Tariff>> listVersions(Scope scope, UUID id) {
        return transactions
                .inTransaction(scope, session -> tariffs.listVersions(session, id, MOST_VERSIONS))
                .map(found -> {
                    if (found.isEmpty()) {
                        throw unknown(id);
                    }
                    return found;
                });
    }

    /** Path of the unit that charges by the tariff. */
    Uni<Optional<String>> findUnitPath(Mutiny.Session session, UUID id) {
        return tariffs.listVersions(session, id, 1)
                .map(found -> found.stream().findFirst().map(Tariff::unitPath));
    }

    public Uni<Tariff> get(Scope scope, UUID id, int tariffVersion) {
        return transactions.inTransaction(scope, session -> get(session, id, tariffVersion));
    }

    /** The version; fails with problem {@code tariff-unknown} when there is none in the scope of the session. */
    public Uni<Tariff> get(Mutiny.Session session, UUID id, int tariffVersion) {
        return tariffs.find(session, id, tariffVersion).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** The version in force on the day; fails with problem {@code tariff-not-in-force}. */
    public Uni<Tariff> getInForce(Mutiny.Session session, UUID id, LocalDate day) {
        return tariffs.findInForce(session, id, day)
                .map(found -> found.orElseThrow(() -> Problem.conflict(
                                "tariff-not-in-force",
                                "收费标准 %s 在 %s 没有已发布的版本，请先发布".formatted(id, day),
                                "tariff %s has no published version on %s; publish one".formatted(id, day))
                        .asException()));
    }

    /** Draft a tariff, or the next version of one; once per key. */
    public Uni<Tariff> create(Scope scope, @Nullable NewTariff form, @Nullable String key) {
        NewTariff wanted = TariffForms.require(form);
        UUID id = Optional.ofNullable(wanted.tariffId()).orElseGet(Ids::next);
        return transactions.inTransaction(
                scope,
                session -> keys.once(
                        session,
                        new IdempotencyKeys.Wish(scope.accountId(), key, List.of("tariff", wanted), id),
                        () -> create(session, scope, id, wanted),
                        before -> last(session, before)));
    }

    private Uni<Tariff> create(Mutiny.Session session, Scope scope, UUID id, NewTariff wanted) {
        return units.getActive(session, wanted.unitId())
                .chain(unit -> nextVersion(session, id, unit, wanted).map(next -> draft(id, next, unit, wanted)))
                .call(tariff -> tariffs.add(session, tariff, scope.username(), clock.instant()))
                .call(tariff -> tell(session, scope, "tariff-drafted", null, tariff));
    }

    private Uni<Integer> nextVersion(Mutiny.Session session, UUID id, Unit unit, NewTariff wanted) {
        return wanted.tariffId() == null
                ? Uni.createFrom().item(1)
                : last(session, id)
                        .map(before -> requireSameUnit(before, unit))
                        .map(before -> before.view().tariffVersion() + 1);
    }

    private static Tariff requireSameUnit(Tariff before, Unit unit) {
        if (!before.view().unitId().equals(unit.id())) {
            throw Fields.bad("unitId", "应与收费标准的前一版本相同", "must be that of the tariff's last version");
        }
        return before;
    }

    private Uni<Tariff> last(Mutiny.Session session, UUID id) {
        return tariffs.listVersions(session, id, 1)
                .map(found -> found.stream().findFirst().orElseThrow(() -> unknown(id)));
    }

    private static Tariff draft(UUID id, int tariffVersion, Unit unit, NewTariff wanted) {
        return new Tariff(
                new TariffApi.Tariff(
                        id,
                        tariffVersion,
                        unit.id(),
                        unit.name(),
                        wanted.name().strip(),
                        TariffStatus.DRAFT.name(),
                        wanted.free(),
                        wanted.rates(),
                        wanted.passThrough(),
                        wanted.rounding(),
                        wanted.effectiveFrom(),
                        wanted.effectiveTo(),
                        0),
                unit.path());
    }

    /** Publish a draft: uses of its period are priced by it. Fails with {@code tariff-overlap} over another version. */
    public Uni<Tariff> publish(Scope scope, Act act) {
        return carryOut(scope, act, "tariff-published", (session, tariff) -> {
            requireDraft(tariff);
            return tariffs.move(session, tariff, TariffStatus.PUBLISHED);
        });
    }

    /** Drop a draft. */
    public Uni<Tariff> withdraw(Scope scope, Act act) {
        return carryOut(scope, act, "tariff-withdrawn", (session, tariff) -> {
            requireDraft(tariff);
            return tariffs.move(session, tariff, TariffStatus.WITHDRAWN);
        });
    }

    /** End a published version before this day, today or later. */
    public Uni<Tariff> end(Scope scope, Act act, TariffApi.@Nullable End form) {
        LocalDate to = Fields.required("effectiveTo", form == null ? null : form.effectiveTo());
        return carryOut(scope, act, "tariff-ended", (session, tariff) -> {
            requireMayEnd(tariff, to);
            return tariffs.end(session, tariff, to);
        });
    }

    private Uni<Tariff> carryOut(
            Scope scope, Act act, String action, BiFunction<Mutiny.Session, Tariff, Uni<Void>> work) {
        IdempotencyKeys.Wish wish = new IdempotencyKeys.Wish(
                scope.accountId(), act.key(), List.of(action, act.id(), act.tariffVersion()), act.id());
        Function<Mutiny.Session, Uni<Tariff>> read = session -> get(session, act.id(), act.tariffVersion());
        return transactions.inTransaction(
                scope,
                session -> keys.once(
                        session,
                        wish,
                        () -> lock(session, scope, act)
                                .call(tariff -> work.apply(session, tariff))
                                .chain(before ->
                                        read.apply(session).call(after -> tell(session, scope, action, before, after))),
                        _ -> read.apply(session)));
    }

    private Uni<Tariff> lock(Mutiny.Session session, Scope scope, Act act) {
        return tariffs.lock(session, act.id(), act.tariffVersion())
                .map(found -> found.orElseThrow(() -> unknown(act.id())))
                .invoke(tariff -> requireOwn(scope, tariff))
                .invoke(tariff -> act.ifMatch().require(tariff.view()));
    }

    private static void requireOwn(Scope scope, Tariff tariff) {
        if (!scope.covers(tariff.unitPath())) {
            throw Problem.forbidden(
                            "收费标准 %s 属于 %s，只能由该单位变更"
                                    .formatted(
                                            tariff.view().name(), tariff.view().unitName()),
                            "tariff %s is of %s; only that unit changes it"
                                    .formatted(
                                            tariff.view().name(), tariff.view().unitName()))
                    .asException();
        }
    }

    private static void requireDraft(Tariff tariff) {
        if (tariff.status() != TariffStatus.DRAFT) {
            throw wrongState(tariff, TariffStatus.DRAFT);
        }
    }

    private void requireMayEnd(Tariff tariff, LocalDate to) {
        if (tariff.status() != TariffStatus.PUBLISHED) {
            throw wrongState(tariff, TariffStatus.PUBLISHED);
        }
        LocalDate known = tariff.view().effectiveTo();
        LocalDate last = known == null ? LocalDate.of(2199, 12, 31) : known;
        LocalDate today = Days.today(clock);
        LocalDate first = tariff.view().effectiveFrom().plusDays(1);
        Fields.day("effectiveTo", to, first.isBefore(today) ? today : first, last);
    }

    private static RuntimeException wrongState(Tariff tariff, TariffStatus wanted) {
        return Problem.conflict(
                        "tariff-state",
                        "收费标准第 %d 版当前状态为 %s，须为 %s".formatted(tariff.view().tariffVersion(), tariff.status(), wanted),
                        "version %d of the tariff is %s, it must be %s"
                                .formatted(tariff.view().tariffVersion(), tariff.status(), wanted))
                .asException();
    }

    private Uni<Void> tell(Mutiny.Session session, Scope by, String action, @Nullable Tariff before, Tariff after) {
        return changes.tell(
                session,
                by,
                new StateChange(
                        "tariff",
                        after.id(),
                        after.id(),
                        after.view().name(),
                        action,
                        before == null ? null : told(before),
                        told(after)));
    }

    private static String told(Tariff tariff) {
        TariffApi.Tariff view = tariff.view();
        return "%s v%d %s – %s"
                .formatted(view.status(), view.tariffVersion(), view.effectiveFrom(), view.effectiveTo());
    }

    /** Put tariffs on file as they are; for a world that is written at once. */
    public Uni<Void> add(Mutiny.Session session, List<Tariff> added) {
        return Multi.createFrom()
                .iterable(added)
                .onItem()
                .transformToUniAndConcatenate(
                        each -> tariffs.add(session, each, Scope.SYSTEM.username(), clock.instant()))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "tariff-unknown",
                        "收费标准 %s 不存在或与您的单位无关".formatted(id),
                        "tariff %s does not exist or does not concern your unit".formatted(id))
                .asException();
    }
}
