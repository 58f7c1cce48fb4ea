package org.motorpool.dispatch.ledger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.AuditTrail;
import org.motorpool.dispatch.compliance.LegacyStock;
import org.motorpool.dispatch.contract.LedgerApi.ImportResult;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.ChangeCause;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleLife;
import org.motorpool.dispatch.registry.VehicleService;

/**
 * Imports ledgers of vehicles: all rows or none, and the same ledger again changes nothing. The vehicles are legacy stock; no rule
 * of acquisition is asked.
 */
@Singleton
public class LedgerService {

    private static final int CHUNK = 1000;

    private static final Problem RACED = Problem.conflict(
            "vehicle-on-file",
            "导入期间有相同车辆或号牌被登记，请重新导入",
            "a vehicle with one of the VINs or plates was put on file meanwhile; import again");

    private static final Map<String, Problem> TAKEN = Map.of("vehicle_vin_key", RACED, "vehicle_plate_in_use", RACED);

    private final ScopedTransactions transactions;
    private final KnownFinder finder;
    private final LegacyStock stock;
    private final VehicleService vehicles;
    private final VehicleLife life;
    private final AuditTrail audit;
    private final Vertx vertx;

    LedgerService(
            ScopedTransactions transactions,
            KnownFinder finder,
            LegacyStock stock,
            VehicleService vehicles,
            VehicleLife life,
            AuditTrail audit,
            Vertx vertx) {
        this.transactions = transactions;
        this.finder = finder;
        this.stock = stock;
        this.vehicles = vehicles;
        this.life = life;
        this.audit = audit;
        this.vertx = vertx;
    }

    /** Check the ledger, and import it unless a row is broken. Problems about the file as a whole name {@code file}. */
    public Uni<ImportResult> importVehicles(Scope scope, Path file) {
        return read(file).chain(sheet -> transactions
                .inTransaction(scope, session -> tally(session, scope, sheet)
                        .call(tally -> tally.isWhole()
                                ? write(session, scope, tally)
                                : Uni.createFrom().voidItem()))
                .map(tally -> tally.result(sheet.rows().size(), false))
                .onFailure()
                .transform(failure -> Constraints.explain(failure, TAKEN)));
    }

    /** Check the ledger and write nothing. */
    public Uni<ImportResult> checkVehicles(Scope scope, Path file) {
        return read(file).chain(sheet -> transactions
                .inTransaction(scope, session -> tally(session, scope, sheet))
                .map(tally -> tally.result(sheet.rows().size(), true)));
    }

    private Uni<Sheet> read(Path file) {
        return UniHelper.toUni(vertx.getOrCreateContext().executeBlocking(() -> LedgerReader.read(file), false))
                .invoke(sheet -> {
                    if (sheet.rows().isEmpty()) {
                        throw Fields.bad("file", "没有数据行", "has no rows");
                    }
                });
    }

    private Uni<Tally> tally(Mutiny.Session session, Scope scope, Sheet sheet) {
        return finder.find(session, scope, sheet).chain(known -> stock.vacancies(
                        session, known.units().values().stream().map(Unit::id).toList())
                .map(vacant -> Tally.of(sheet, new RowJudge(known, sheet.letters()), new Places(vacant))));
    }

    private Uni<Void> write(Mutiny.Session session, Scope scope, Tally tally) {
        ChangeCause cause = new ChangeCause(scope.username(), "台账导入 ledger import");
        return add(session, tally.added())
                .chain(_ -> correct(session, tally.changed(), cause))
                .chain(_ -> audit.note(
                        session,
                        scope,
                        "ledger-imported",
                        "%d added, %d changed"
                                .formatted(tally.added().size(), tally.changed().size())));
    }

    private Uni<Void> add(Mutiny.Session session, List<VehicleFile> added) {
        return Multi.createFrom()
                .iterable(added)
                .group()
                .intoLists()
                .of(CHUNK)
                .onItem()
                .transformToUniAndConcatenate(chunk ->
                        vehicles.add(session, chunk).invoke(session::clear).replaceWith(chunk))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> correct(Mutiny.Session session, List<Tally.Correction> changed, ChangeCause cause) {
        return Multi.createFrom()
                .iterable(changed)
                .onItem()
                .transformToUniAndConcatenate(
                        correction -> life.correct(session, correction.before(), correction.after(), cause)
                                .replaceWith(correction))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
