package org.motorpool.dispatch.settlement;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Ticker;
import org.motorpool.dispatch.contract.SettlementApi.NewStatement;
import org.motorpool.dispatch.contract.SettlementApi.StatementFile;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.settlement.store.Charges;
import org.motorpool.dispatch.settlement.store.Charges.Owing;

/** 月结: when a month is over, its charges are put on a draft between the two parties; again and again without a second one. */
@Singleton
public class MonthlyStatements {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int BATCH = 200;

    private final Ticker ticker;
    private final ScopedTransactions transactions;
    private final Charges charges;
    private final DrawingUp drawing;
    private final StatementService statements;
    private final UnitService units;
    private final IdempotencyKeys keys;
    private final Clock clock;

    MonthlyStatements(
            Ticker ticker,
            ScopedTransactions transactions,
            Charges charges,
            DrawingUp drawing,
            StatementService statements,
            UnitService units,
            IdempotencyKeys keys,
            Clock clock) {
        this.ticker = ticker;
        this.transactions = transactions;
        this.charges = charges;
        this.drawing = drawing;
        this.statements = statements;
        this.units = units;
        this.keys = keys;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker.every(PERIOD, "monthly statements", this::drawUpDue);
    }

    /**
     * Draw up on demand, for the payee; also a month that is not over. Problems: {@code invalid-input}, {@code unit-unknown},
     * {@code forbidden}, {@code nothing-to-settle}.
     */
    public Uni<StatementFile> drawUp(Scope scope, @Nullable NewStatement form, @Nullable String key) {
        NewStatement wanted = SettlementForms.drawingUp(form);
        LocalDate month = SettlementForms.month(wanted.month());
        return transactions
                .inTransaction(scope, session -> units.get(session, wanted.payeeUnitId()))
                .chain(_ -> transactions.inTransaction(
                        Scope.SYSTEM,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(scope.accountId(), key, wanted, Ids.next()),
                                () -> drawUp(session, wanted, month),
                                _ -> drawUp(session, wanted, month))));
    }

    private Uni<StatementFile> drawUp(Mutiny.Session session, NewStatement wanted, LocalDate month) {
        return charges.listOwing(session, wanted.payerUnitId(), wanted.payeeUnitId(), Days.start(month.plusMonths(1)))
                .chain(owing -> Multi.createFrom()
                        .iterable(owing)
                        .onItem()
                        .transformToUniAndConcatenate(one -> drawUp(session, one, month))
                        .collect()
                        .asList())
                .map(drawn -> drawn.stream().flatMap(Optional::stream).findFirst())
                .chain(id -> statements.get(session, id.orElseThrow(() -> nothing(wanted))));
    }

    private Uni<Void> drawUpDue() {
        LocalDate month = Days.today(clock).withDayOfMonth(1).minusMonths(1);
        return transactions
                .inTransaction(
                        Scope.SYSTEM, session -> charges.listOwing(session, Days.start(month.plusMonths(1)), BATCH))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(owing ->
                                transactions.inTransaction(Scope.SYSTEM, session -> drawUp(session, owing, month)))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Optional<UUID>> drawUp(Mutiny.Session session, Owing owing, LocalDate month) {
        return units.get(session, owing.payerUnitId()).chain(payer -> units.get(session, owing.payeeUnitId())
                .chain(payee -> drawing.ofMonth(session, terms(payer, payee, owing), month)));
    }

    private static DrawingUp.Parties terms(Unit payer, Unit payee, Owing owing) {
        return new DrawingUp.Parties(payer, payee, owing.agreementId(), owing.agreementNumber(), owing.confirmDays());
    }

    private static RuntimeException nothing(NewStatement wanted) {
        return Problem.conflict(
                        "nothing-to-settle",
                        "%s 及以前没有待结算的费用".formatted(wanted.month()),
                        "nothing of %s or before waits to be settled".formatted(wanted.month()))
                .asException();
    }
}
