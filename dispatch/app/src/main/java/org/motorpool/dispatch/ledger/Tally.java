package org.motorpool.dispatch.ledger;

import java.util.ArrayList;
import java.util.List;
import org.motorpool.dispatch.contract.LedgerApi.ImportResult;
import org.motorpool.dispatch.contract.LedgerApi.RowError;
import org.motorpool.dispatch.registry.VehicleFile;

/** What the rows of a ledger come to; of the errors it keeps the first, and counts all. */
final class Tally {

    private static final int ERRORS_MAX = 1000;

    /** A file before and after its correction. */
    record Correction(VehicleFile before, VehicleFile after) {}

    private final List<VehicleFile> added = new ArrayList<>();
    private final List<Correction> changed = new ArrayList<>();
    private final List<RowError> errors = new ArrayList<>();
    private int unchanged;
    private int errorCount;

    static Tally of(Sheet sheet, RowJudge judge, Places places) {
        Tally tally = new Tally();
        sheet.rows().forEach(row -> tally.count(judge.judge(row), places));
        return tally;
    }

    private void count(RowJudge.Verdict verdict, Places places) {
        switch (verdict) {
            case RowJudge.Verdict.Added(VehicleFile vehicle) -> added.add(places.place(vehicle));
            case RowJudge.Verdict.Changed(VehicleFile before, VehicleFile after) ->
                changed.add(new Correction(before, after));
            case RowJudge.Verdict.Unchanged() -> unchanged++;
            case RowJudge.Verdict.Broken(List<RowError> found) -> {
                errorCount += found.size();
                found.stream().limit(ERRORS_MAX - errors.size()).forEach(errors::add);
            }
        }
    }

    boolean isWhole() {
        return errorCount == 0;
    }

    List<VehicleFile> added() {
        return added;
    }

    List<Correction> changed() {
        return changed;
    }

    ImportResult result(int rows, boolean dryRun) {
        String done = dryRun ? "CHECKED" : "IMPORTED";
        return new ImportResult(
                isWhole() ? done : "REFUSED",
                dryRun,
                rows,
                added.size(),
                changed.size(),
                unchanged,
                errorCount,
                errors);
    }
}
