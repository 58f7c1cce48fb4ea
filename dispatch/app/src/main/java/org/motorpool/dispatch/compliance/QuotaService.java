package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
@ApplicationScoped
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
        return quotas.add(session, added);
    }

    private Uni<List<Quota>> views(Mutiny.Session session, List<QuotaFile> found, LocalDate today) {
        List<UUID> units = found.stream().map(QuotaFile::unitId).distinct().toList();
        return vehicles.countInUse(session, units)
                .chain(inUse -> categoryNames(session, found, today).map(names -> found.stream()
                        .map(quota -> view(
                                quota,
                                names.getOrDefault(quota.provinceCode(), Map.of()),
                                inUse.getOrDefault(new UnitCategory(quota.unitId(), quota.category()), 0)))
                        .toList()));
    }

    /** Names by province, then by category code. */
    private Uni<Map<String, Map<String, String>>> categoryNames(
            Mutiny.Session session, List<QuotaFile> found, LocalDate today) {
        return Multi.createFrom()
                .items(found.stream().map(QuotaFile::provinceCode).distinct())
                .onItem()
                .transformToUniAndConcatenate(province ->
                        rules.listCategories(session, province, today).map(names -> Map.entry(province, byCode(names))))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Map<String, String> byCode(List<VehicleCategory> categories) {
        return categories.stream().collect(Collectors.toMap(VehicleCategory::code, VehicleCategory::name));
    }

    private static Quota view(QuotaFile quota, Map<String, String> names, int inUse) {
        return new Quota(
                quota.id(),
                quota.unitId(),
                quota.unitName(),
                quota.category(),
                names.getOrDefault(quota.category(), quota.category()),
                quota.number(),
                inUse,
                quota.documentNumber(),
                quota.approvedBy(),
                quota.effectiveFrom());
    }
}
