package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.FederationApi.BillConfirmation;
import org.motorpool.dispatch.contract.FederationApi.NewDispute;
import org.motorpool.dispatch.contract.FederationApi.Settling;
import org.motorpool.dispatch.contract.FederationMessage.Settled;
import org.motorpool.dispatch.contract.RegionBillApi.BillFile;
import org.motorpool.dispatch.contract.RegionBillApi.NewBillDispute;
import org.motorpool.dispatch.federation.store.Cases;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/**
 * What people do with a bill of several uses: home confirms it as a whole or disputes lines of it, the host has been paid. Each is an act on
 * all its uses, in one transaction.
 */
@Singleton
public class BillActs {

    private static final int LONGEST_VOUCHER = 64;

    private final ScopedTransactions transactions;
    private final RegionBillService bills;
    private final Cases cases;
    private final Conversation conversation;
    private final HomeActs home;
    private final IdempotencyKeys keys;
    private final Changes changes;
    private final Push push;
    private final Clock clock;

    BillActs(
            ScopedTransactions transactions,
            RegionBillService bills,
            Cases cases,
            Conversation conversation,
            HomeActs home,
            IdempotencyKeys keys,
            Changes changes,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.bills = bills;
        this.cases = cases;
        this.conversation = conversation;
        this.home = home;
        this.keys = keys;
        this.changes = changes;
        this.push = push;
        this.clock = clock;
    }

    /**
     * Confirm what is not confirmed yet. Problems {@code bill-unknown}, {@code case-role}, {@code bill-state}, {@code bill-incomplete},
     * {@code bill-differs}, {@code version-stale}.
     */
    public Uni<BillFile> confirm(Scope scope, CaseAct act, @Nullable BillConfirmation form) {
        Long total_fen = Fields.required("total_fen", form == null ? null : form.total_fen());
        return take(scope, new Wanted(act, CaseRole.HOME, BillStatus.ISSUED, "bill-confirmed", total_fen), open -> {
            requireTotal(open, total_fen);
            return side -> HomeLogic.confirmBill(side, false);
        });
    }

    /** The host has been paid the bill, by a voucher. Problems as of confirming. */
    public Uni<BillFile> settle(Scope scope, CaseAct act, @Nullable Settling form) {
        String voucher = Fields.text("voucherNumber", form == null ? null : form.voucherNumber(), LONGEST_VOUCHER);
        Settled settled = new Settled(voucher, clock.instant());
        return take(
                scope,
                new Wanted(act, CaseRole.HOST, BillStatus.CONFIRMED, "bill-settled", voucher),
                _ -> side -> HostLogic.settle(side, settled));
    }

    /** Dispute a line of a use on the bill, within its clock; the host answers it at the use. */
    public Uni<BillFile> dispute(Scope scope, CaseAct act, @Nullable NewBillDispute form) {
        NewBillDispute given = Fields.required("serviceId", form);
        UUID serviceId = Fields.required("serviceId", given.serviceId());
        NewDispute wanted = new NewDispute(given.position(), given.reason(), given.evidence());
        return transactions
                .inTransaction(scope, session -> bills.file(session, act.id()))
                .invoke(file -> act.ifMatch().require(file))
                .invoke(file -> requireOn(file, serviceId))
                .chain(_ -> home.dispute(scope, new CaseAct(serviceId, IfMatch.ANY, act.key()), wanted))
                .chain(_ -> bills.get(scope, act.id()));
    }

    private static void requireOn(BillFile file, UUID serviceId) {
        if (file.uses().stream().noneMatch(use -> use.serviceId().equals(serviceId))) {
            throw Fields.bad("serviceId", "不在该账单上", "is not on the bill");
        }
    }

    /**
     * An act.
     *
     * @param from where the bill must stand
     * @param body what is asked for; the same key with another body is refused
     */
    private record Wanted(CaseAct act, CaseRole role, BillStatus from, String name, Object body) {}

    private record Open(RegionBill bill, List<ServiceCase> uses) {
        BillStanding standing() {
            return BillStanding.of(uses);
        }

        String told() {
            return "%s %d fen".formatted(standing().status(), standing().total_fen());
        }
    }

    private Uni<BillFile> take(Scope scope, Wanted wanted, Function<Open, Function<ServiceCase, Moved>> step) {
        UUID id = wanted.act().id();
        return transactions
                .inTransaction(scope, session -> bills.bill(session, id))
                .chain(_ -> transactions.inTransaction(
                        Scope.SYSTEM,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(
                                        scope.accountId(),
                                        wanted.act().key(),
                                        Arrays.asList(wanted.name(), id, wanted.body()),
                                        id),
                                () -> act(session, scope, wanted, step).chain(_ -> bills.file(session, id)),
                                _ -> bills.file(session, id))))
                .call(_ -> tell(id));
    }

    private Uni<Open> act(
            Mutiny.Session session, Scope scope, Wanted wanted, Function<Open, Function<ServiceCase, Moved>> step) {
        return lock(session, wanted.act().id()).chain(before -> {
            require(before, wanted);
            Function<ServiceCase, Moved> each = step.apply(before);
            return Multi.createFrom()
                    .iterable(before.uses())
                    .onItem()
                    .transformToUniAndConcatenate(side -> isOpen(side, wanted.from())
                            ? conversation.carryOut(session, scope, side, each.apply(side), wanted.name())
                            : Uni.createFrom().item(side))
                    .collect()
                    .asList()
                    .map(after -> new Open(before.bill(), after))
                    .call(after -> changes.tell(session, scope, change(before, after, wanted.name())));
        });
    }

    private static boolean isOpen(ServiceCase side, BillStatus from) {
        return side.status() == (from == BillStatus.ISSUED ? CaseStatus.BILLED : CaseStatus.CONFIRMED);
    }

    /** The uses, locked in one order; the bill itself never changes. */
    private Uni<Open> lock(Mutiny.Session session, UUID id) {
        return bills.bill(session, id).chain(bill -> cases.lockOfBill(session, bill.sharedId(), bill.role())
                .map(uses -> new Open(bill, uses)));
    }

    private static void require(Open open, Wanted wanted) {
        RegionBill bill = open.bill();
        wanted.act().ifMatch().requireVersion(open.standing().version());
        CaseActs.requireRole(bill.role(), bill.number(), wanted.role());
        if (open.uses().size() != bill.uses()) {
            throw Problem.conflict(
                            "bill-incomplete",
                            "账单 %s 共 %d 次用车，已收到 %d 次，请稍后再办理"
                                    .formatted(
                                            bill.number(),
                                            bill.uses(),
                                            open.uses().size()),
                            "bill %s has %d uses, of which %d have come in; try again later"
                                    .formatted(
                                            bill.number(),
                                            bill.uses(),
                                            open.uses().size()))
                    .asException();
        }
        if (open.standing().status() != wanted.from()) {
            throw Problem.conflict(
                            "bill-state",
                            "账单 %s 当前状态为 %s，不能办理这一步"
                                    .formatted(bill.number(), open.standing().status()),
                            "bill %s is %s, which does not allow this"
                                    .formatted(bill.number(), open.standing().status()))
                    .asException();
        }
    }

    private static void requireTotal(Open open, long total_fen) {
        HomeActs.requireTotal(open.standing().total_fen(), total_fen);
    }

    private static StateChange change(Open before, Open after, String action) {
        RegionBill bill = before.bill();
        return new StateChange(
                "cross-region-bill", bill.id(), bill.id(), bill.number(), action, before.told(), after.told());
    }

    /** After the commit: the bill, and each use as it stands now. */
    private Uni<Void> tell(UUID id) {
        return transactions
                .inTransaction(Scope.SYSTEM, session -> lock(session, id))
                .invoke(after -> {
                    after.uses().forEach(side -> push.tell(CaseView.change(side)));
                    push.tell(BillView.change(after.bill(), after.standing()));
                })
                .replaceWithVoid();
    }
}
