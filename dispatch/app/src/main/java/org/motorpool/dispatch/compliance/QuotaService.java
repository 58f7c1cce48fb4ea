package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.compliance.store.Quotas;
import org.motorpool.dispatch.compliance.store.RuleBooks;
import org.motorpool.dispatch.contract.ComplianceApi.Quota;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.registry.UnitCategory;
import org.motorpool.dispatch.registry.VehicleService;

/** Quotas 编制 of units, with the vehicles that use them. */
@Singleton
public class QuotaService {

    private final ScopedTransactions transactions;
    private final Quotas quotas;
    private final RuleBooks rules;
    private final VehicleService vehicles;
    private final Clock clock;

    QuotaService(
            ScopedTransactions transactions, Quotas quotas, RuleBooks rules, VehicleService vehicles, Clock clock) {
        this.transactions = transactions;
        this.quotas = quotas;
        this.rules = rules;
        this.vehicles = vehicles;
        this.clock = clock;
    }

    /** Quotas of units in scope that are in force today, by id after {@code after}. */
    public Uni<List<Quota>> list(Scope scope, UUID after, int limit) {
        LocalDate today = Days.today(clock);
        return transactions.inTransaction(scope, session -> quotas.list(session, scope.unitPath(), today, after, limit)
                .chain(found -> views(session, found, today)));
    }

    /** Add quotas; for set-up by the platform itself. */
    public Uni<Void> add(Mutiny.Session session, List<QuotaFile> added) {
        return quotas.add(session, added, "motorpool");
    }

    private Uni<List<Quota>> views(Mutiny.Session session, List<QuotaFile> found, LocalDate today) {
        List<UUID> units = found.stream().map(QuotaFile::unitId).distinct().toList();
        return vehicles.countInUse(session, units)
                .chain(inUse -> categories(session, today).map(library -> found.stream()
                        .map(quota -> view(
                                quota,
                                library.book(quota.regionCode()),
                                inUse.getOrDefault(new UnitCategory(quota.unitId(), quota.category()), 0)))
                        .toList()));
    }

    private Uni<RuleLibrary> categories(Mutiny.Session session, LocalDate today) {
        return rules.loadAll(session, RuleKind.CATEGORY, today);
    }

    private static Quota view(QuotaFile quota, RuleBook book, int inUse) {
        return new Quota(
                quota.id(),
                quota.unitId(),
                quota.unitName(),
                quota.category(),
                book.findCategory(quota.category()).map(VehicleCategory::name).orElse(quota.category()),
                quota.number(),
                inUse,
                quota.documentNumber(),
                quota.approvedBy(),
                quota.effectiveFrom());
    }
}
