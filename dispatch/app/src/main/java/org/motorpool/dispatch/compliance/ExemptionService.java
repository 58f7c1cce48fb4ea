package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.compliance.store.Exemptions;
import org.motorpool.dispatch.contract.NevApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;

/** Exemptions from the NEV share 豁免: each for one vehicle, with reason, document number and approver, or it is none. */
@Singleton
public class ExemptionService {

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final Exemptions exemptions;
    private final AuditTrail audit;
    private final Clock clock;

    ExemptionService(
            ScopedTransactions transactions, UnitService units, Exemptions exemptions, AuditTrail audit, Clock clock) {
        this.transactions = transactions;
        this.units = units;
        this.exemptions = exemptions;
        this.audit = audit;
        this.clock = clock;
    }

    public Uni<List<NevApi.Exemption>> list(Scope scope, UUID before, int limit) {
        return transactions
                .inTransaction(scope, session -> exemptions.list(session, scope.unitPath(), before, limit))
                .map(found -> found.stream().map(ExemptionService::view).toList());
    }

    /** Enter an exemption that was approved. */
    public Uni<NevApi.Exemption> add(Scope scope, NevApi.NewExemption form) {
        UUID unitId = Fields.required("unitId", form.unitId());
        Fields.oneOf("reason", form.reason(), Codes.EXEMPTION_REASONS);
        Codes.document("documentNumber", form.documentNumber());
        Fields.text("approvedBy", form.approvedBy(), 100);
        Fields.text("explanation", form.explanation(), 500);
        int thisYear = Days.today(clock).getYear();
        int year = form.year() == null ? thisYear : Codes.count("year", form.year(), thisYear, thisYear + 1);
        return transactions.inTransaction(scope, session -> units.getActive(session, unitId)
                .map(unit -> file(unit, year, form))
                .call(file -> exemptions.add(session, file, scope.username()))
                .call(file -> audit.note(session, scope, "nev-exemption-added", file.documentNumber()))
                .map(ExemptionService::view));
    }

    private ExemptionFile file(Unit unit, int year, NevApi.NewExemption form) {
        return new ExemptionFile(
                Ids.next(),
                unit.id(),
                unit.path(),
                unit.name(),
                unit.regionCode(),
                year,
                form.reason(),
                form.explanation().strip(),
                form.documentNumber().strip(),
                form.approvedBy().strip(),
                clock.instant(),
                null);
    }

    private static NevApi.Exemption view(ExemptionFile file) {
        return new NevApi.Exemption(
                file.id(),
                file.unitId(),
                file.unitName(),
                file.year(),
                file.reason(),
                file.explanation(),
                file.documentNumber(),
                file.approvedBy(),
                file.approvedAt(),
                file.acquisitionId());
    }
}
