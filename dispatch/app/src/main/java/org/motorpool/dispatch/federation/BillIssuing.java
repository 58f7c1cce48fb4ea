package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.RegionBillApi.BillFile;
import org.motorpool.dispatch.contract.RegionBillApi.NewBill;
import org.motorpool.dispatch.federation.ToCollect.Month;
import org.motorpool.dispatch.federation.ToCollect.OfMatter;
import org.motorpool.dispatch.federation.ToCollect.Span;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.sharing.Agreement;
import org.motorpool.dispatch.sharing.Agreements;

/** The host draws up the bill of a month or a matter on demand; also of one that is not over, whose later uses go on the next one. */
@Singleton
public class BillIssuing {

    private static final int LONGEST_MATTER = 100;

    private final ScopedTransactions transactions;
    private final BillDrawing drawing;
    private final RegionBillService bills;
    private final Agreements agreements;
    private final UnitService units;
    private final IdempotencyKeys keys;
    private final Clock clock;

    BillIssuing(
            ScopedTransactions transactions,
            BillDrawing drawing,
            RegionBillService bills,
            Agreements agreements,
            UnitService units,
            IdempotencyKeys keys,
            Clock clock) {
        this.transactions = transactions;
        this.drawing = drawing;
        this.bills = bills;
        this.agreements = agreements;
        this.units = units;
        this.keys = keys;
        this.clock = clock;
    }

    /** Problems {@code invalid-input}, {@code unit-unknown}, {@code forbidden}, {@code agreement-unknown}, {@code nothing-to-settle}. */
    public Uni<BillFile> issue(Scope scope, @Nullable NewBill form, @Nullable String key) {
        NewBill given = Fields.required("unitId", form);
        UUID unitId = Fields.required("unitId", given.unitId());
        UUID agreementId = Fields.required("agreementId", given.agreementId());
        String peerCode = Fields.text("peerCode", given.peerCode(), 6);
        Span span = span(given);
        UUID id = Ids.next();
        return transactions
                .inTransaction(scope, session -> requireHost(session, scope, unitId))
                .chain(_ -> transactions.inTransaction(
                        Scope.SYSTEM,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(scope.accountId(), key, given, id),
                                () -> codeOf(session, unitId, agreementId)
                                        .map(ownCode -> new ToCollect(ownCode, peerCode, agreementId, span))
                                        .chain(wanted -> drawing.drawUp(session, scope, id, wanted))
                                        .invoke(drawn -> requireDrawn(drawn, given))
                                        .chain(_ -> bills.file(session, id)),
                                before -> bills.file(session, before))));
    }

    private Uni<Unit> requireHost(Mutiny.Session session, Scope scope, UUID unitId) {
        return units.get(session, unitId).invoke(unit -> {
            if (!scope.covers(unit.path())) {
                throw Problem.forbidden("只有供车方主管部门可以开具账单", "only the host authority draws up its bill")
                        .asException();
            }
        });
    }

    private static void requireDrawn(boolean drawn, NewBill wanted) {
        if (!drawn) {
            throw Problem.conflict(
                            "nothing-to-settle",
                            "%s 没有待结算的跨区域用车，或当月账单已开具".formatted(told(wanted)),
                            "no use of %s waits for a bill, or the month's bill was drawn up".formatted(told(wanted)))
                    .asException();
        }
    }

    private Uni<String> codeOf(Mutiny.Session session, UUID unitId, UUID agreementId) {
        return agreements.find(session, agreementId).map(found -> found.flatMap(agreement -> codeOf(agreement, unitId))
                .orElseThrow(() -> Problem.notFound(
                                "agreement-unknown",
                                "该单位没有协议 %s".formatted(agreementId),
                                "the unit is no party of agreement %s".formatted(agreementId))
                        .asException()));
    }

    private static Optional<String> codeOf(Agreement agreement, UUID unitId) {
        return agreement.view().parties().stream()
                .filter(party -> party.unitId().equals(unitId))
                .map(party -> party.regionCode())
                .findFirst();
    }

    private static String told(NewBill wanted) {
        return wanted.matter() == null ? wanted.month() : wanted.matter();
    }

    private Span span(NewBill given) {
        String matter = Fields.optionalText("matter", given.matter(), LONGEST_MATTER);
        if (matter != null && given.month() != null) {
            throw Fields.bad("matter", "月份与事项只能填一项", "is given in the place of a month");
        }
        return matter == null ? new Month(month(given.month())) : new OfMatter(matter);
    }

    private LocalDate month(@Nullable String text) {
        try {
            LocalDate month = YearMonth.parse(Fields.required("month", text)).atDay(1);
            if (month.isAfter(Days.today(clock).plusDays(1))) {
                throw Fields.bad("month", "不能晚于本月，最早在前一日开具", "must not be later than that of tomorrow");
            }
            return month;
        } catch (DateTimeException _) {
            throw Fields.bad("month", "应为年月，例如 2026-11", "must be a month, e.g. 2026-11");
        }
    }
}
