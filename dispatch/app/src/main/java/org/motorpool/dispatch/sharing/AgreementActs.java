package org.motorpool.dispatch.sharing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.AgreementApi;
import org.motorpool.dispatch.contract.AgreementApi.Party;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.sharing.store.AgreementRows;

/** Offering, signing and ending an agreement; each party acts for itself only. */
@Singleton
public class AgreementActs {

    private final ScopedTransactions transactions;
    private final AgreementRows agreements;
    private final AgreementService service;
    private final TariffService tariffs;
    private final IdempotencyKeys keys;
    private final AgreementTold told;
    private final Push push;
    private final Clock clock;

    AgreementActs(
            ScopedTransactions transactions,
            AgreementRows agreements,
            AgreementService service,
            TariffService tariffs,
            IdempotencyKeys keys,
            AgreementTold told,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.agreements = agreements;
        this.service = service;
        this.tariffs = tariffs;
        this.keys = keys;
        this.told = told;
        this.push = push;
        this.clock = clock;
    }

    /** An act on an agreement. */
    public record Act(UUID id, IfMatch ifMatch, @Nullable String key) {}

    /** Offer the draft to the other parties and sign it; its tariff is in force by its first day. */
    public Uni<Agreement> offer(Scope scope, Act act, AgreementApi.@Nullable Signature form) {
        return carryOut(scope, act, "agreement-offered", form, (session, agreement) -> {
            agreement.requireMayBecome(AgreementStatus.OFFERED);
            return tariffs.getInForce(
                            session,
                            agreement.view().terms().tariffId(),
                            agreement.view().validFrom())
                    .chain(() -> agreements.move(session, agreement.id(), AgreementStatus.OFFERED))
                    .chain(() -> sign(session, scope, agreement, form));
        });
    }

    /** Sign an offered agreement; with the last signature it is in force. */
    public Uni<Agreement> sign(Scope scope, Act act, AgreementApi.@Nullable Signature form) {
        return carryOut(scope, act, "agreement-signed", form, (session, agreement) -> {
            agreement.requireMayBecome(AgreementStatus.IN_FORCE);
            requireNotOver(agreement);
            return sign(session, scope, agreement, form).chain(() -> enterIntoForce(session, agreement.id()));
        });
    }

    private Uni<Void> sign(
            Mutiny.Session session, Scope scope, Agreement agreement, AgreementApi.@Nullable Signature form) {
        Party party = own(scope, agreement, form == null ? null : form.unitId());
        if (party.signedBy() != null) {
            throw Problem.conflict(
                            "agreement-signed",
                            "%s 已由 %s 签署".formatted(party.unitName(), party.signedBy()),
                            "%s has signed already, by %s".formatted(party.unitName(), party.signedBy()))
                    .asException();
        }
        return agreements.sign(session, agreement.id(), party.unitId(), scope.username(), clock.instant());
    }

    private Uni<Void> enterIntoForce(Mutiny.Session session, UUID id) {
        return service.get(session, id)
                .chain(agreement -> agreement.view().parties().stream().allMatch(party -> party.signedBy() != null)
                        ? agreements.move(session, id, AgreementStatus.IN_FORCE)
                        : agreements.touch(session, id));
    }

    /** End an agreement, or drop one not in force yet; orders made under it stay. */
    public Uni<Agreement> end(Scope scope, Act act, AgreementApi.@Nullable End form) {
        String reason = AgreementForms.reason(form == null ? null : form.reason());
        return carryOut(scope, act, "agreement-ended", form, (session, agreement) -> {
            agreement.requireMayBecome(AgreementStatus.ENDED);
            own(scope, agreement, null);
            return agreements.end(session, agreement.id(), reason);
        });
    }

    private Uni<Agreement> carryOut(
            Scope scope,
            Act act,
            String action,
            @Nullable Object body,
            BiFunction<Mutiny.Session, Agreement, Uni<Void>> work) {
        List<?> wanted = body == null ? List.of(action, act.id()) : List.of(action, act.id(), body);
        IdempotencyKeys.Wish wish = new IdempotencyKeys.Wish(scope.accountId(), act.key(), wanted, act.id());
        return transactions
                .inTransaction(
                        scope,
                        session -> keys.once(
                                session,
                                wish,
                                () -> lock(session, act)
                                        .call(before -> work.apply(session, before))
                                        .chain(before -> service.get(session, act.id())
                                                .call(after -> told.tell(session, scope, action, before, after))),
                                _ -> service.get(session, act.id())))
                .invoke(agreement -> push.tell(agreement.change()));
    }

    private Uni<Agreement> lock(Mutiny.Session session, Act act) {
        return agreements
                .lock(session, act.id())
                .map(found -> found.orElseThrow(() -> AgreementService.unknown(act.id())))
                .invoke(agreement -> act.ifMatch().require(agreement.view()));
    }

    /** The party the caller acts for: the only one in their scope, or the one they name. */
    private static Party own(Scope scope, Agreement agreement, @Nullable UUID unitId) {
        return IntStream.range(0, agreement.unitPaths().size())
                .filter(i -> scope.covers(agreement.unitPaths().get(i)))
                .mapToObj(agreement.view().parties()::get)
                .filter(party -> unitId == null || party.unitId().equals(unitId))
                .findFirst()
                .orElseThrow(() -> Problem.forbidden(
                                "您只能代表本单位签署或终止协议 %s".formatted(agreement.view().number()),
                                "you sign and end agreement %s for a party in your scope only"
                                        .formatted(agreement.view().number()))
                        .asException());
    }

    private void requireNotOver(Agreement agreement) {
        if (!Days.today(clock).isBefore(agreement.view().validTo())) {
            throw Problem.conflict(
                            "agreement-expired",
                            "协议 %s 的有效期已过，请重新拟定".formatted(agreement.view().number()),
                            "the validity of agreement %s is over; draw up a new one"
                                    .formatted(agreement.view().number()))
                    .asException();
        }
    }
}
