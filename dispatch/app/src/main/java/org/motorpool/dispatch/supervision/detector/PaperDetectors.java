package org.motorpool.dispatch.supervision.detector;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.motorpool.dispatch.supervision.detector.UnitFacts.Paper;

/** Emergencies that were dispatched first 先派后补: V41. */
final class PaperDetectors {

    private PaperDetectors() {}

    /** V41: the paper did not follow in time, or was refused; an episode is a request. */
    static Stream<Lead> missing(UnitFacts unit, Judge.Terms terms) {
        return unit.papers().stream().map(paper -> missing(unit, terms, paper));
    }

    private static Lead missing(UnitFacts unit, Judge.Terms terms, Paper paper) {
        boolean refused = paper.state().equals("REFUSED");
        Text text = new Text(
                "紧急用车申请 %s（%s）先派后补，手续%s，应于 %s 前补办"
                        .formatted(
                                paper.number(),
                                paper.requesterName(),
                                refused ? "未获批准" : "逾期未补",
                                Wording.at(paper.dueAt())),
                "the paper of emergency request %s (%s) was %s; it was due at %s"
                        .formatted(
                                paper.number(),
                                paper.requesterName(),
                                refused ? "refused" : "not there in time",
                                Wording.at(paper.dueAt())));
        Instant end = terms.day().to();
        return new Lead(
                terms.rule(),
                unit.code() + ":paper:" + paper.number(),
                unit.id(),
                unit.path(),
                null,
                terms.rule().severity(),
                paper.dueAt().isBefore(end) ? paper.dueAt() : end,
                end,
                false,
                text,
                Map.of(
                        "requestId",
                        paper.requestId().toString(),
                        "dueAt",
                        paper.dueAt().toString(),
                        "state",
                        paper.state()));
    }
}
