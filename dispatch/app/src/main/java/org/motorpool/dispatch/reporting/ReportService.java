package org.motorpool.dispatch.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.ReportApi.AnnualReport;
import org.motorpool.dispatch.contract.ReportApi.Row;
import org.motorpool.dispatch.contract.ReportApi.Rows;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.reporting.store.FigureRows;
import org.motorpool.dispatch.reporting.store.ReportRules;
import org.motorpool.dispatch.reporting.store.Submissions;

/** Annual reports of units, as submitted or as of now, and the rows behind their figures. */
@Singleton
public class ReportService {

    private static final UUID FIRST = new UUID(0, 0);

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final ReportCompiler compiler;
    private final Submissions submissions;
    private final FigureRows rows;
    private final ReportRules rules;
    private final ObjectMapper json;
    private final Clock clock;

    ReportService(
            ScopedTransactions transactions,
            UnitService units,
            ReportCompiler compiler,
            Submissions submissions,
            FigureRows rows,
            ReportRules rules,
            ObjectMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.units = units;
        this.compiler = compiler;
        this.submissions = submissions;
        this.rows = rows;
        this.rules = rules;
        this.json = json;
        this.clock = clock;
    }

    /** The report of the unit, the caller's own without one. A submitted report is answered as it was submitted. */
    public Uni<AnnualReport> get(Scope scope, @Nullable UUID unitId, @Nullable String year) {
        Period period = Period.of(year, Days.today(clock));
        return transactions.inTransaction(
                scope, session -> units.get(session, of(scope, unitId)).chain(unit -> submissions
                        .find(session, unit.id(), period.year())
                        .chain(found -> report(session, unit, period, found))));
    }

    /** The fields in force in the caller's province today. */
    public Uni<List<ReportField>> fields(Scope scope) {
        return transactions.inTransaction(scope, session -> units.get(session, scope.unitId())
                .chain(unit -> rules.fields(session, unit.provinceCode(), Days.today(clock))));
    }

    /** What is asked for, in scope; a problem names what is not. */
    public Uni<RowQuery> query(Scope scope, RowQuestion question) {
        RowQuestion.Checked checked = question.check(Days.today(clock));
        return transactions.inTransaction(scope, session -> units.get(session, of(scope, question.unitId()))
                .map(checked::at));
    }

    /** A page of the rows by id; the totals on the first. */
    public Uni<Rows> rows(Scope scope, RowQuery query, UUID after, int size) {
        return transactions.inTransaction(scope, session -> totals(session, query, after)
                .chain(totals ->
                        rows.list(session, query, after, size + 1).map(found -> page(query, totals, found, size))));
    }

    private Uni<Optional<FigureRows.Totals>> totals(Mutiny.Session session, RowQuery query, UUID after) {
        return after.equals(FIRST)
                ? rows.totals(session, query).map(Optional::of)
                : Uni.createFrom().item(Optional.empty());
    }

    private static Rows page(RowQuery query, Optional<FigureRows.Totals> totals, List<Row> found, int size) {
        List<Row> items = found.subList(0, Math.min(size, found.size()));
        return new Rows(
                query.code(),
                query.measure().name(),
                totals.map(FigureRows.Totals::sum).orElse(null),
                totals.map(FigureRows.Totals::count).orElse(null),
                totals.map(FigureRows.Totals::confidential).orElse(null),
                items,
                found.size() > size ? items.getLast().id().toString() : null);
    }

    private Uni<AnnualReport> report(Mutiny.Session session, Unit unit, Period period, Optional<Submitted> submitted) {
        return submitted
                .map(report -> Uni.createFrom().item(read(report)))
                .orElseGet(() -> compiler.compile(session, unit, period).map(ReportCompiler.Compiled::open));
    }

    private AnnualReport read(Submitted submitted) {
        try {
            return json.readValue(submitted.report(), AnnualReport.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("report %s in the store is not JSON".formatted(submitted.id()), broken);
        }
    }

    private static UUID of(Scope scope, @Nullable UUID unitId) {
        return unitId == null ? scope.unitId() : unitId;
    }

    static RuntimeException unknownField(String code) {
        return Problem.notFound(
                        "report-field-unknown",
                        "没有可以展开的报表项 %s，请使用 A01 到 A48 中有数据的项".formatted(code),
                        "there is no field %s that opens to rows; use one of A01 to A48 that has data".formatted(code))
                .asException();
    }
}
