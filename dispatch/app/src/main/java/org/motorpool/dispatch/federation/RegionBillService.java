package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.RegionBillApi.Bill;
import org.motorpool.dispatch.contract.RegionBillApi.BillFile;
import org.motorpool.dispatch.federation.store.Bills;
import org.motorpool.dispatch.federation.store.Cases;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** Bills of several uses across regions 跨区域合并账单, each side as its own rows say. */
@Singleton
public class RegionBillService {

    private final ScopedTransactions transactions;
    private final Bills bills;
    private final Cases cases;

    RegionBillService(ScopedTransactions transactions, Bills bills, Cases cases) {
        this.transactions = transactions;
        this.bills = bills;
        this.cases = cases;
    }

    /** Bills of authorities in scope, newest first. */
    public Uni<List<Bill>> list(Scope scope, UUID before, int limit) {
        return transactions.inTransaction(scope, session -> bills.list(session, scope.unitPath(), before, limit)
                .chain(found -> standing(session, found, CaseRole.HOME)
                        .chain(home -> standing(session, found, CaseRole.HOST).map(host -> found.stream()
                                .map(bill -> BillView.of(bill, of(bill.role() == CaseRole.HOME ? home : host, bill)))
                                .toList()))));
    }

    private static BillStanding of(Map<UUID, BillStanding> standings, RegionBill bill) {
        return standings.getOrDefault(bill.sharedId(), BillStanding.NONE);
    }

    private Uni<Map<UUID, BillStanding>> standing(Mutiny.Session session, List<RegionBill> found, CaseRole role) {
        Stream<UUID> ids = found.stream().filter(bill -> bill.role() == role).map(RegionBill::sharedId);
        return bills.standings(session, ids.toList(), role.name());
    }

    /** The bill with its uses; fails with problem {@code bill-unknown} when there is none in scope. */
    public Uni<BillFile> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> file(session, id));
    }

    Uni<BillFile> file(Mutiny.Session session, UUID id) {
        return bill(session, id).chain(bill -> cases.listOfBill(session, bill.sharedId(), bill.role())
                .map(uses -> BillView.file(bill, uses)));
    }

    Uni<RegionBill> bill(Mutiny.Session session, UUID id) {
        return bills.find(session, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    private static RuntimeException unknown(UUID id) {
        return Problem.notFound(
                        "bill-unknown",
                        "跨区域账单 %s 不存在或不在您的管理范围内".formatted(id),
                        "bill %s does not exist or is outside your scope".formatted(id))
                .asException();
    }
}
