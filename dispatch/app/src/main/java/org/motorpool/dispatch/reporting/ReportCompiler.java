package org.motorpool.dispatch.reporting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.ReportApi;
import org.motorpool.dispatch.contract.ReportApi.AnnualReport;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.reporting.store.Figures;
import org.motorpool.dispatch.reporting.store.ReportRules;
import org.motorpool.dispatch.reporting.store.Submissions;
import org.motorpool.dispatch.reporting.store.UnitsBelow;

/**
 * Makes the report of a unit: its own figures from the records, those of a unit below from its submitted report or, while it has
 * none, from the records.
 */
@Singleton
class ReportCompiler {

    private final Figures figures;
    private final Submissions submissions;
    private final ReportRules rules;
    private final UnitsBelow below;

    ReportCompiler(Figures figures, Submissions submissions, ReportRules rules, UnitsBelow below) {
        this.figures = figures;
        this.submissions = submissions;
        this.rules = rules;
        this.below = below;
    }

    /** A report that is ready to be shown, or submitted as this version. */
    record Compiled(
            Unit unit, Period period, Amounts amounts, List<ReportApi.Field> fields, List<ReportApi.Branch> branches) {

        Compiled {
            fields = List.copyOf(fields);
            branches = List.copyOf(branches);
        }

        AnnualReport open() {
            return report("OPEN", 0, null, null);
        }

        AnnualReport submitted(int version, Instant at, String by) {
            return report("SUBMITTED", version, at, by);
        }

        private AnnualReport report(String status, int version, @Nullable Instant at, @Nullable String by) {
            return new AnnualReport(
                    period.year(),
                    period.to(),
                    unit.id(),
                    unit.code(),
                    unit.name(),
                    unit.level(),
                    status,
                    version,
                    at,
                    by,
                    fields,
                    branches);
        }
    }

    /** The sums of the unit's branches by path, and which of them were submitted. */
    private record Parts(Map<String, Amounts> byPath, Set<String> submitted) {
        Parts {
            byPath = new TreeMap<>(byPath);
            submitted = Set.copyOf(submitted);
        }

        Amounts total() {
            return byPath.values().stream().reduce(Amounts.NONE, Amounts::plus);
        }
    }

    Uni<Compiled> compile(Mutiny.Session session, Unit unit, Period period) {
        return parts(session, unit, period).chain(parts -> before(session, unit, period)
                .chain(before -> rules.fields(session, unit.provinceCode(), period.to())
                        .chain(fields -> below.list(session, unit)
                                .map(units -> compiled(unit, period, fields, parts, before, units)))));
    }

    private Uni<Parts> parts(Mutiny.Session session, Unit unit, Period period) {
        return figures.byBranch(session, unit.path(), period).chain(found -> submissions
                .listBelow(session, unit.id(), period.year())
                .map(submitted -> parts(found, submitted)));
    }

    private static Parts parts(Map<String, Amounts> found, List<Submitted> submitted) {
        Map<String, Amounts> byPath = new TreeMap<>(found);
        Set<String> frozen = new HashSet<>();
        submitted.forEach(report -> {
            byPath.put(report.unitPath(), report.amounts());
            frozen.add(report.unitPath());
        });
        return new Parts(byPath, frozen);
    }

    /** The sums of the year before: as submitted, else from the records. */
    private Uni<Optional<Amounts>> before(Mutiny.Session session, Unit unit, Period period) {
        Period before = period.before();
        if (before == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return submissions
                .find(session, unit.id(), before.year())
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.map(Submitted::amounts))
                        : parts(session, unit, before).map(parts -> Optional.of(parts.total())));
    }

    private static Compiled compiled(
            Unit unit,
            Period period,
            List<ReportField> fields,
            Parts parts,
            Optional<Amounts> before,
            List<Unit> units) {
        Amounts amounts = parts.total();
        List<ReportApi.Branch> branches = new ArrayList<>();
        branches.add(branch(unit, true, fields, parts));
        units.forEach(each -> branches.add(branch(each, false, fields, parts)));
        return new Compiled(
                unit, period, amounts, new FieldFigures(amounts, before.orElse(null)).fields(fields), branches);
    }

    private static ReportApi.Branch branch(Unit unit, boolean own, List<ReportField> fields, Parts parts) {
        Amounts amounts = parts.byPath().getOrDefault(unit.path(), Amounts.NONE);
        return new ReportApi.Branch(
                unit.id(),
                unit.code(),
                unit.name(),
                own,
                !own && parts.submitted().contains(unit.path()) ? "SUBMITTED" : "OPEN",
                FieldFigures.values(fields, amounts));
    }
}
