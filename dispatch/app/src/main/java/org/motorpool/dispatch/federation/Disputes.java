package org.motorpool.dispatch.federation;

import java.util.List;
import org.motorpool.dispatch.contract.FederationApi.Dispute;
import org.motorpool.dispatch.contract.FederationMessage.BillLine;
import org.motorpool.dispatch.contract.FederationMessage.DisputeAnswered;

/** What an answer to a dispute does, the same on both sides. */
final class Disputes {

    private Disputes() {}

    /** The ledger takes the credit of an upheld dispute. */
    static ServiceCase answered(ServiceCase side, DisputeAnswered answer) {
        BillLine credit = answer.credit();
        Dispute before = side.facts()
                .findDispute(answer.position())
                .orElseThrow(() -> new IllegalArgumentException(
                        "line %d of case %s is not disputed".formatted(answer.position(), side.number())));
        Dispute answered = new Dispute(
                before.position(),
                before.reason(),
                before.evidence(),
                credit == null ? "REJECTED" : "UPHELD",
                answer.resolution());
        return side.with(side.facts().with(answered)).booking(credit == null ? List.of() : List.of(credit));
    }
}
