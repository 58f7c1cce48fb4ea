package org.motorpool.dispatch.settlement;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.request.BusinessNumbers;
import org.motorpool.dispatch.settlement.store.Charges;
import org.motorpool.dispatch.settlement.store.Statements;
import org.motorpool.dispatch.settlement.store.Statements.Group;
import org.motorpool.dispatch.sharing.SettlementMode;

/** Puts charges on statements: each line on one, however often it is asked. */
@Singleton
class DrawingUp {

    private static final Instant ALWAYS = Instant.parse("2200-01-01T00:00:00Z");

    private final Statements statements;
    private final Charges charges;
    private final BusinessNumbers numbers;
    private final Changes changes;
    private final Clock clock;

    DrawingUp(Statements statements, Charges charges, BusinessNumbers numbers, Changes changes, Clock clock) {
        this.statements = statements;
        this.charges = charges;
        this.numbers = numbers;
        this.changes = changes;
        this.clock = clock;
    }

    /** What was charged for the order goes onto its statement at once, but for what is settled by the month. */
    Uni<Void> afterCharge(Mutiny.Session session, OrderApi.Order order, Terms terms) {
        return switch (terms.mode()) {
            case PER_USE -> drawUp(session, group(terms, null), ALWAYS).replaceWithVoid();
            case PER_MATTER ->
                drawUp(session, group(terms, order.requestId()), ALWAYS).replaceWithVoid();
            case MONTHLY -> Uni.createFrom().voidItem();
        };
    }

    /** Who owes whom, by which agreement. */
    record Parties(
            Unit payer,
            Unit payee,
            @Nullable UUID agreementId,
            @Nullable String agreementNumber,
            int confirmDays) {}

    /** Monthly charges of the month and before it, between two parties; the draft, when there is any. */
    Uni<Optional<UUID>> ofMonth(Mutiny.Session session, Parties parties, LocalDate month) {
        Group group = new Group(
                parties.payer(),
                parties.payee(),
                SettlementMode.MONTHLY,
                parties.agreementId(),
                parties.agreementNumber(),
                null,
                month,
                parties.confirmDays());
        return drawUp(session, group, Days.start(month.plusMonths(1)));
    }

    private Uni<Optional<UUID>> drawUp(Mutiny.Session session, Group group, Instant before) {
        return statements.findDraft(session, group).chain(draft -> charges.listUnbilled(session, group, before)
                .chain(lines -> lines.isEmpty()
                        ? Uni.createFrom().item(draft)
                        : extend(session, group, draft, lines).map(Optional::of)));
    }

    private Uni<UUID> extend(Mutiny.Session session, Group group, Optional<UUID> draft, List<Charges.Billable> lines) {
        return draft.map(id -> Uni.createFrom().item(id))
                .orElseGet(() -> add(session, group))
                .call(id -> statements.addLines(session, id, lines));
    }

    private Uni<UUID> add(Mutiny.Session session, Group group) {
        UUID id = Ids.next();
        return numbers.next(session, "JS", group.payee().regionCode())
                .call(number -> statements.add(session, id, number, group, clock.instant()))
                .call(number -> changes.tell(
                        session,
                        Scope.SYSTEM,
                        new StateChange(
                                "statement",
                                id,
                                Optional.ofNullable(group.matterId()).orElse(id),
                                number,
                                "statement-drawn-up",
                                null,
                                "DRAFT")))
                .replaceWith(id);
    }

    private static Group group(Terms terms, @Nullable UUID matterId) {
        return new Group(
                terms.payer(),
                terms.payee(),
                terms.mode(),
                terms.agreementId(),
                terms.agreementNumber(),
                matterId,
                null,
                terms.confirmDays());
    }
}
