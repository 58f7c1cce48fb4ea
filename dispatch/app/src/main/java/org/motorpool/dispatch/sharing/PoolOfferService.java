package org.motorpool.dispatch.sharing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.PoolOfferApi;
import org.motorpool.dispatch.contract.PoolOfferApi.NewOffer;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.sharing.store.OfferRows;

/** Offers 共享 as units handle them: make, read, withdraw. */
@Singleton
public class PoolOfferService {

    private final ScopedTransactions transactions;
    private final OfferRows offers;
    private final UnitService units;
    private final TariffService tariffs;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Push push;
    private final Clock clock;

    PoolOfferService(
            ScopedTransactions transactions,
            OfferRows offers,
            UnitService units,
            TariffService tariffs,
            IdempotencyKeys keys,
            Changes changes,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.offers = offers;
        this.units = units;
        this.tariffs = tariffs;
        this.keys = keys;
        this.changes = changes;
        this.push = push;
        this.clock = clock;
    }

    /** Offers of the units in scope, and those made to them, the newest first. */
    public Uni<List<PoolOffer>> list(Scope scope, UUID before, int limit) {
        return transactions.inTransaction(scope, session -> offers.list(session, before, limit));
    }

    /** The offer; fails with problem {@code offer-unknown} when it is neither of the caller's unit nor made to it. */
    public Uni<PoolOffer> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> get(session, id));
    }

    private Uni<PoolOffer> get(Mutiny.Session session, UUID id) {
        return offers.find(session, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /** Offer vehicles to other units. They may lie outside the caller's scope: the platform looks them up. */
    public Uni<PoolOffer> create(Scope scope, @Nullable NewOffer form, @Nullable String key) {
        NewOffer wanted = PoolOfferForms.require(form);
        UUID id = Ids.next();
        IdempotencyKeys.Wish wish = new IdempotencyKeys.Wish(scope.accountId(), key, List.of("pool-offer", wanted), id);
        return transactions
                .inTransaction(
                        Scope.SYSTEM,
                        session -> keys.once(
                                session, wish, () -> make(session, scope, id, wanted), before -> get(session, before)))
                .invoke(offer -> push.tell(offer.change()));
    }

    private Uni<PoolOffer> make(Mutiny.Session session, Scope scope, UUID id, NewOffer wanted) {
        return owner(session, scope, wanted.unitId())
                .call(unit -> requireTariff(session, unit, wanted.tariffId()))
                .chain(unit -> users(session, wanted.userCodes()).map(users -> offer(id, unit, users, wanted)))
                .call(offer -> offers.add(session, offer, scope.username(), clock.instant()))
                .call(offer -> tell(session, scope, "pool-offer-made", null, offer));
    }

    private Uni<Unit> owner(Mutiny.Session session, Scope scope, UUID unitId) {
        return units.getActive(session, unitId).invoke(unit -> {
            if (!scope.covers(unit.path())) {
                throw Problem.notFound(
                                "unit-unknown",
                                "单位 %s 不存在或不在您的管理范围内，请检查 unitId".formatted(unitId),
                                "unit %s does not exist or is outside your scope; check unitId".formatted(unitId))
                        .asException();
            }
        });
    }

    /** The tariff is of the unit itself or of one above it. */
    private Uni<Void> requireTariff(Mutiny.Session session, Unit unit, @Nullable UUID tariffId) {
        if (tariffId == null) {
            return Uni.createFrom().voidItem();
        }
        return tariffs.findUnitPath(session, tariffId)
                .invoke(path -> {
                    if (path.filter(unit.path()::startsWith).isEmpty()) {
                        throw Fields.bad(
                                "tariffId", "应为本单位或上级单位的收费标准", "must be a tariff of the unit or of one above it");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<List<Unit>> users(Mutiny.Session session, List<String> codes) {
        return units.listByCodes(session, Scope.SYSTEM, codes).map(found -> {
            Map<String, Unit> byCode = found.stream().collect(Collectors.toMap(Unit::code, Function.identity()));
            codes.stream().filter(code -> !byCode.containsKey(code)).findFirst().ifPresent(code -> {
                throw Fields.bad(
                        "userCodes",
                        "单位 %s 不存在".formatted(code),
                        "names unit %s, which does not exist".formatted(code));
            });
            return found;
        });
    }

    private static PoolOffer offer(UUID id, Unit unit, List<Unit> users, NewOffer wanted) {
        return new PoolOffer(
                new PoolOfferApi.Offer(
                        id,
                        unit.id(),
                        unit.name(),
                        wanted.name().strip(),
                        OfferStatus.OPEN.name(),
                        wanted.unitsBelow(),
                        wanted.terms(),
                        wanted.free(),
                        wanted.tariffId(),
                        wanted.cutoffHours(),
                        users.stream()
                                .map(user -> new PoolOfferApi.User(user.id(), user.name()))
                                .toList(),
                        wanted.validFrom(),
                        wanted.validTo(),
                        0),
                unit.path(),
                users.stream().map(Unit::path).toList());
    }

    /** Withdraw an offer: no new use. What was lent under it stays lent, and goes back only as the cut-off allows. */
    public Uni<PoolOffer> withdraw(Scope scope, UUID id, IfMatch ifMatch, @Nullable String key) {
        IdempotencyKeys.Wish wish =
                new IdempotencyKeys.Wish(scope.accountId(), key, List.of("pool-offer-withdraw", id), id);
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session, wish, () -> withdraw(session, scope, id, ifMatch), _ -> get(session, id)))
                .invoke(offer -> push.tell(offer.change()));
    }

    private Uni<PoolOffer> withdraw(Mutiny.Session session, Scope scope, UUID id, IfMatch ifMatch) {
        return offers.lock(session, id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .invoke(offer -> requireOwn(scope, offer))
                .invoke(offer -> ifMatch.require(offer.view()))
                .invoke(PoolOfferService::requireOpen)
                .call(_ -> offers.withdraw(session, id))
                .chain(before ->
                        get(session, id).call(after -> tell(session, scope, "pool-offer-withdrawn", before, after)));
    }

    private static void requireOwn(Scope scope, PoolOffer offer) {
        if (!scope.covers(offer.unitPath())) {
            throw Problem.forbidden(
                            "共享“%s”属于 %s，只能由该单位撤回"
                                    .formatted(offer.view().name(), offer.view().unitName()),
                            "offer \"%s\" is of %s; only that unit withdraws it"
                                    .formatted(offer.view().name(), offer.view().unitName()))
                    .asException();
        }
    }

    private static void requireOpen(PoolOffer offer) {
        if (offer.status() != OfferStatus.OPEN) {
            throw Problem.conflict(
                            "offer-state",
                            "共享“%s”已撤回".formatted(offer.view().name()),
                            "offer \"%s\" is withdrawn already"
                                    .formatted(offer.view().name()))
                    .asException();
        }
    }

    private Uni<Void> tell(
            Mutiny.Session session, Scope by, String action, @Nullable PoolOffer before, PoolOffer after) {
        return changes.tell(
                session,
                by,
                new StateChange(
                        "pool-offer",
                        after.id(),
                        after.id(),
                        after.view().name(),
                        action,
                        before == null ? null : before.view().status(),
                        after.view().status()));
    }

    /** Put offers on file as they are; for a world that is written at once. */
    public Uni<Void> add(Mutiny.Session session, List<PoolOffer> added) {
        return Multi.createFrom()
                .iterable(added)
                .onItem()
                .transformToUniAndConcatenate(
                        each -> offers.add(session, each, Scope.SYSTEM.username(), clock.instant()))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "offer-unknown",
                        "共享 %s 不存在或与您的单位无关".formatted(id),
                        "offer %s does not exist or does not concern your unit".formatted(id))
                .asException();
    }
}
