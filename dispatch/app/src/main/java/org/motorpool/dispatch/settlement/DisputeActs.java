package org.motorpool.dispatch.settlement;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.audit.Changes;
import org.motorpool.dispatch.audit.StateChange;
import org.motorpool.dispatch.contract.SettlementApi.Dispute;
import org.motorpool.dispatch.contract.SettlementApi.NewDispute;
import org.motorpool.dispatch.contract.SettlementApi.Resolution;
import org.motorpool.dispatch.contract.SettlementApi.StatementLine;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.request.BusinessNumbers;
import org.motorpool.dispatch.settlement.store.Disputes;
import org.motorpool.dispatch.settlement.store.Statements;
import org.motorpool.dispatch.settlement.store.Statements.Credit;

/** Disputes of lines and the credit notes 红字 that answer them, in the transaction of the act. */
@Singleton
class DisputeActs {

    private static final Map<String, Problem> REFUSALS = Map.of(
            "statement_dispute_once",
            Problem.conflict("dispute-exists", "该明细已提出过争议", "the line has been disputed already"),
            "takes back more than a line has",
            Problem.of(
                    422,
                    "credit-exceeds-line",
                    "金额超限 Too much",
                    "红字金额累计不得超过原明细金额",
                    "credits of a line must not exceed the line",
                    "amount_fen"));

    private final Statements statements;
    private final Disputes disputes;
    private final BusinessNumbers numbers;
    private final Changes changes;
    private final Clock clock;

    DisputeActs(Statements statements, Disputes disputes, BusinessNumbers numbers, Changes changes, Clock clock) {
        this.statements = statements;
        this.disputes = disputes;
        this.numbers = numbers;
        this.changes = changes;
        this.clock = clock;
    }

    Uni<DrawnStatement> raise(Mutiny.Session session, Scope scope, DrawnStatement statement, NewDispute wanted) {
        requireInTime(statement);
        if (statement.status() != StatementStatus.DISPUTED) {
            statement.require(StatementStatus.ISSUED);
        }
        Dispute dispute = new Dispute(
                Ids.next(),
                wanted.lineId(),
                wanted.reason(),
                wanted.evidence(),
                "OPEN",
                scope.username(),
                clock.instant(),
                null,
                null,
                null,
                null);
        return line(session, statement, wanted.lineId())
                .chain(_ -> disputes.add(session, statement.id(), dispute))
                .onFailure()
                .transform(failure -> Constraints.explain(failure, REFUSALS))
                .chain(_ -> statement.status() == StatementStatus.DISPUTED
                        ? Uni.createFrom().item(statement)
                        : statements.dispute(session, statement.id()));
    }

    /** The payee answers a dispute; with the last answer the statement is confirmed, less what was taken back. */
    Uni<DrawnStatement> resolve(
            Mutiny.Session session, Scope scope, DrawnStatement statement, UUID disputeId, Resolution answer) {
        statement.require(StatementStatus.DISPUTED);
        return disputes.find(session, statement.id(), disputeId)
                .map(found -> found.orElseThrow(() -> unknown(disputeId)))
                .invoke(DisputeActs::requireOpen)
                .chain(dispute -> creditOf(session, scope, statement, dispute, answer)
                        .chain(note -> disputes.resolve(
                                session, disputeId, note, answer.resolution(), scope.username(), clock.instant())))
                .chain(_ -> disputes.list(session, statement.id()))
                .chain(all -> all.stream().anyMatch(one -> one.status().equals("OPEN"))
                        ? statements.find(session, statement.id()).map(found -> found.orElse(statement))
                        : statements.confirm(session, statement.id(), scope.username(), clock.instant()));
    }

    private Uni<@Nullable UUID> creditOf(
            Mutiny.Session session, Scope scope, DrawnStatement statement, Dispute dispute, Resolution answer) {
        Long credit_fen = answer.credit_fen();
        return credit_fen == null
                ? Uni.createFrom().nullItem()
                : credit(session, scope, statement, new Taking(dispute.lineId(), credit_fen, answer.resolution()));
    }

    /** What is taken back from a line, and why. */
    record Taking(UUID lineId, long amount_fen, String reason) {}

    /** A credit note over part of a line of an issued statement; its id. */
    Uni<UUID> credit(Mutiny.Session session, Scope scope, DrawnStatement statement, Taking taking) {
        UUID id = Ids.next();
        String of = statement.view().number();
        return line(session, statement, taking.lineId())
                .chain(_ -> statements.regionOf(session, statement.id()))
                .chain(region -> numbers.next(session, "JS", region))
                .call(number -> statements.credit(
                        session,
                        new Credit(id, number, statement.id(), taking.lineId(), taking.amount_fen(), taking.reason()),
                        scope.username(),
                        clock.instant()))
                .call(number -> changes.tell(
                        session,
                        scope,
                        new StateChange(
                                "statement",
                                id,
                                chain(statement),
                                number,
                                "credit-note-issued",
                                of,
                                "CONFIRMED -%d fen".formatted(taking.amount_fen()))))
                .onFailure()
                .transform(failure -> Constraints.explain(failure, REFUSALS))
                .replaceWith(id);
    }

    /** Credit notes are settled with their statement, by the same voucher. */
    Uni<Void> settleCreditNotes(Mutiny.Session session, Scope scope, DrawnStatement statement, String voucher) {
        return statements
                .listCreditNotes(session, statement.id())
                .onItem()
                .transformToMulti(notes -> Multi.createFrom().iterable(notes))
                .filter(note -> note.status() == StatementStatus.CONFIRMED)
                .onItem()
                .transformToUniAndConcatenate(note -> statements
                        .settle(session, note.id(), voucher, scope.username(), clock.instant())
                        .call(after ->
                                changes.tell(session, scope, StatementActs.change(note, after, "statement-settled"))))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<StatementLine> line(Mutiny.Session session, DrawnStatement statement, UUID lineId) {
        return statements.listLines(session, statement.id()).map(lines -> lines.stream()
                .filter(line -> line.id().equals(lineId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                                "statement-line-unknown",
                                "结算单 %s 没有明细 %s".formatted(statement.view().number(), lineId),
                                "statement %s has no line %s"
                                        .formatted(statement.view().number(), lineId))
                        .asException()));
    }

    /** Silence is consent: what nobody disputed in time is confirmed, whether or not the clock has been looked at. */
    private void requireInTime(DrawnStatement statement) {
        Instant until = statement.view().confirmBy();
        if (until != null && !clock.instant().isBefore(until)) {
            throw Problem.conflict(
                            "dispute-clock-expired",
                            "结算单 %s 的异议期已于 %s 届满，视为确认；如有错误请由收款方开具红字"
                                    .formatted(
                                            statement.view().number(),
                                            statement.view().confirmBy()),
                            "the time to dispute statement %s ended at %s, it counts as confirmed; ask the payee for a credit note"
                                    .formatted(
                                            statement.view().number(),
                                            statement.view().confirmBy()))
                    .asException();
        }
    }

    private static void requireOpen(Dispute dispute) {
        if (!dispute.status().equals("OPEN")) {
            throw Problem.conflict(
                            "dispute-resolved",
                            "该争议已处理：%s".formatted(dispute.status()),
                            "the dispute has been resolved: %s".formatted(dispute.status()))
                    .asException();
        }
    }

    private static UUID chain(DrawnStatement statement) {
        UUID matter = statement.view().requestId();
        return matter == null ? statement.id() : matter;
    }

    private static RuntimeException unknown(UUID id) {
        return Problem.notFound("dispute-unknown", "争议 %s 不存在".formatted(id), "dispute %s does not exist".formatted(id))
                .asException();
    }
}
