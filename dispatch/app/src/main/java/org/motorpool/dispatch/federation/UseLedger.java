package org.motorpool.dispatch.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.motorpool.dispatch.contract.FederationMessage.BillLine;

/**
 * All that is billed for a use on one side: by its own bill and by its supplements.
 *
 * @param supplements cases of the same side
 */
public record UseLedger(ServiceCase use, List<ServiceCase> supplements) {

    public UseLedger {
        supplements = List.copyOf(supplements);
    }

    /** An expense as it is billed; one whose kind was corrected is another. */
    record Passed(UUID id, String kind) {}

    /** What is to be paid for the expense by now, fen: its lines less what disputes took back of them. */
    long billed_fen(Passed expense) {
        return sum(side -> side.lines().stream()
                .filter(line -> findExpense(side, line).filter(expense::equals).isPresent())
                .mapToLong(BillLine::amount_fen)
                .sum());
    }

    /** What disputes took back of the expense, fen. */
    long takenBack_fen(Passed expense) {
        return sum(side -> side.lines().stream()
                .filter(line -> line.offsets() != null)
                .filter(line -> findExpense(side, line).filter(expense::equals).isPresent())
                .mapToLong(credit -> -credit.amount_fen())
                .sum());
    }

    /** The expense that a line bills, or that it takes back of. */
    static Optional<Passed> findExpense(ServiceCase side, BillLine line) {
        BillLine billed = line.offsets() == null ? line : side.line(line.offsets());
        return Proof.findExpense(billed.evidence()).map(id -> new Passed(id, billed.component()));
    }

    private long sum(ToLongFunction<ServiceCase> of) {
        List<ServiceCase> all = new ArrayList<>(supplements);
        all.add(use);
        return all.stream().mapToLong(of).sum();
    }
}
