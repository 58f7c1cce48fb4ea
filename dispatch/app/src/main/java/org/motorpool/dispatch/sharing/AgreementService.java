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
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.AgreementApi;
import org.motorpool.dispatch.contract.AgreementApi.NewAgreement;
import org.motorpool.dispatch.contract.AgreementApi.Party;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.sharing.store.AgreementRows;

/** Agreements 协议 as the authorities handle them: read and draw up. What is done with one is in {@link AgreementActs}. */
@Singleton
public class AgreementService {

    private final ScopedTransactions transactions;
    private final AgreementRows agreements;
    private final UnitService units;
    private final TariffService tariffs;
    private final IdempotencyKeys keys;
    private final AgreementTold told;
    private final Push push;
    private final Clock clock;

    AgreementService(
            ScopedTransactions transactions,
            AgreementRows agreements,
            UnitService units,
            TariffService tariffs,
            IdempotencyKeys keys,
            AgreementTold told,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.agreements = agreements;
        this.units = units;
        this.tariffs = tariffs;
        this.keys = keys;
        this.told = told;
        this.push = push;
        this.clock = clock;
    }

    /** Agreements of the caller's unit, those above it and those below, the newest first. */
    public Uni<List<Agreement>> list(Scope scope, UUID before, int limit) {
        return transactions.inTransaction(scope, session -> agreements.list(session, before, limit));
    }

    /** The agreement; fails with problem {@code agreement-unknown} when the caller belongs to none of its parties. */
    public Uni<Agreement> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> get(session, id));
    }

    Uni<Agreement> get(Mutiny.Session session, UUID id) {
        return agreements.find(session, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    /**
     * Draw up an agreement; the first party is the caller's. The others are outside their scope: the platform looks them up.
     */
    public Uni<Agreement> create(Scope scope, @Nullable NewAgreement form, @Nullable String key) {
        NewAgreement wanted = AgreementForms.require(form);
        UUID id = Ids.next();
        IdempotencyKeys.Wish wish = new IdempotencyKeys.Wish(scope.accountId(), key, List.of("agreement", wanted), id);
        Function<Mutiny.Session, Uni<Agreement>> make = session -> parties(session, wanted)
                .invoke(parties -> requireOwnFirst(scope, parties))
                .call(() -> requireOwnTariff(session, scope, wanted.terms().tariffId()))
                .map(parties -> draft(id, wanted, parties))
                .call(agreement -> agreements.add(session, agreement, scope.username(), clock.instant()))
                .call(agreement -> told.tell(session, scope, "agreement-drafted", null, agreement));
        return transactions
                .inTransaction(
                        Scope.SYSTEM,
                        session -> keys.once(session, wish, () -> make.apply(session), before -> get(session, before)))
                .invoke(agreement -> push.tell(agreement.change()));
    }

    private Uni<List<Unit>> parties(Mutiny.Session session, NewAgreement wanted) {
        return units.listByCodes(session, Scope.SYSTEM, wanted.unitCodes()).map(found -> {
            Map<String, Unit> byCode = found.stream().collect(Collectors.toMap(Unit::code, Function.identity()));
            return wanted.unitCodes().stream().map(code -> known(byCode, code)).toList();
        });
    }

    private static Unit known(Map<String, Unit> byCode, String code) {
        Unit unit = byCode.get(code);
        if (unit == null) {
            throw Fields.bad(
                    "unitCodes", "单位 %s 不存在".formatted(code), "names unit %s, which does not exist".formatted(code));
        }
        return unit;
    }

    /** What the caller proposes is a tariff of their own; naming another's would show it to all parties. */
    private Uni<Void> requireOwnTariff(Mutiny.Session session, Scope scope, UUID tariffId) {
        return tariffs.findUnitPath(session, tariffId)
                .invoke(path -> {
                    if (path.filter(scope::covers).isEmpty()) {
                        throw Fields.bad("terms.tariffId", "应为本单位的收费标准", "must be a tariff of a unit in your scope");
                    }
                })
                .replaceWithVoid();
    }

    /** The first party is in the caller's scope, and no party is part of another. */
    private static void requireOwnFirst(Scope scope, List<Unit> parties) {
        if (!scope.covers(parties.getFirst().path())) {
            throw Fields.bad("unitCodes", "第一方应在您的管理范围内", "must begin with a unit in your scope");
        }
        parties.stream()
                .filter(each -> parties.stream()
                        .anyMatch(other -> other != each && each.path().startsWith(other.path())))
                .findFirst()
                .ifPresent(below -> {
                    throw Fields.bad(
                            "unitCodes",
                            "%s 隶属于另一方，不能作为单独一方".formatted(below.name()),
                            "names %s, which is part of another party".formatted(below.name()));
                });
    }

    private static Agreement draft(UUID id, NewAgreement wanted, List<Unit> parties) {
        return new Agreement(
                new AgreementApi.Agreement(
                        id,
                        wanted.number().strip(),
                        wanted.title().strip(),
                        AgreementStatus.DRAFT.name(),
                        parties.stream()
                                .map(unit -> new Party(unit.id(), unit.name(), unit.regionCode(), null, null))
                                .toList(),
                        wanted.validFrom(),
                        wanted.validTo(),
                        wanted.terms(),
                        null,
                        0),
                parties.stream().map(Unit::path).toList());
    }

    /** Put agreements on file as they are, signed or not; for a world that is written at once. */
    public Uni<Void> add(Mutiny.Session session, List<Agreement> added) {
        return Multi.createFrom()
                .iterable(added)
                .onItem()
                .transformToUniAndConcatenate(
                        each -> agreements.add(session, each, Scope.SYSTEM.username(), clock.instant()))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "agreement-unknown",
                        "协议 %s 不存在或您的单位不是协议一方".formatted(id),
                        "agreement %s does not exist or your unit is none of its parties".formatted(id))
                .asException();
    }
}
