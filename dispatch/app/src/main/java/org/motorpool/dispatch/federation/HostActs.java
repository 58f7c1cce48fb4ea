package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.contract.FederationApi.Dispute;
import org.motorpool.dispatch.contract.FederationApi.DisputeAnswer;
import org.motorpool.dispatch.contract.FederationApi.NewOffer;
import org.motorpool.dispatch.contract.FederationApi.Reason;
import org.motorpool.dispatch.contract.FederationApi.Settling;
import org.motorpool.dispatch.contract.FederationMessage.BillLine;
import org.motorpool.dispatch.contract.FederationMessage.DisputeAnswered;
import org.motorpool.dispatch.contract.FederationMessage.Inquired;
import org.motorpool.dispatch.contract.FederationMessage.Offered;
import org.motorpool.dispatch.contract.FederationMessage.Settled;
import org.motorpool.dispatch.federation.CaseActs.Wanted;
import org.motorpool.dispatch.federation.store.Cases;
import org.motorpool.dispatch.organisation.Scope;

/** What the host side does: offer, decline, withdraw, answer disputes, settle. Its vehicle and driver are an order like any other. */
@Singleton
public class HostActs {

    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_VOUCHER = 64;
    private static final long LARGEST_FEN = 100_000_000_000L;
    private static final Duration LONGEST_USE = Duration.ofDays(15);

    private final CaseActs acts;
    private final Cases cases;
    private final Clock clock;

    HostActs(CaseActs acts, Cases cases, Clock clock) {
        this.acts = acts;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Offer the time asked for or another, until it expires; a further offer replaces the one before, and what was withdrawn may be
     * offered again.
     */
    public Uni<ServiceCase> offer(Scope scope, CaseAct act, @Nullable NewOffer form) {
        NewOffer wanted = Fields.required("expiresAt", form);
        return acts.take(scope, new Wanted(act, CaseRole.HOST, "case-offered", wanted), side -> {
            if (!side.isWithdrawn()) {
                CaseActs.require(side, CaseStatus.INQUIRED, CaseStatus.OFFERED);
            }
            return HostLogic.offer(side, offered(side.facts().inquiry(), wanted));
        });
    }

    private Offered offered(Inquired inquiry, NewOffer wanted) {
        Instant startsAt = wanted.startsAt() == null ? inquiry.startsAt() : wanted.startsAt();
        Instant endsAt = wanted.endsAt() == null ? inquiry.endsAt() : wanted.endsAt();
        if (!startsAt.isBefore(endsAt) || endsAt.isAfter(startsAt.plus(LONGEST_USE))) {
            throw Fields.bad("endsAt", "应晚于 startsAt 且不超过 15 天", "must be after startsAt and at most 15 days later");
        }
        Instant expiresAt = Fields.required("expiresAt", wanted.expiresAt());
        if (!expiresAt.isAfter(clock.instant()) || expiresAt.isAfter(startsAt)) {
            throw Fields.bad("expiresAt", "应在现在之后、用车开始之前", "must be after now and not after the start of the use");
        }
        return new Offered(
                Ids.next(),
                startsAt,
                endsAt,
                Fields.number("estimate_fen", wanted.estimate_fen(), 0, LARGEST_FEN),
                expiresAt,
                Fields.optionalText("note", wanted.note(), LONGEST_NOTE));
    }

    public Uni<ServiceCase> decline(Scope scope, CaseAct act, @Nullable Reason form) {
        String reason = HomeActs.reason(form);
        return acts.take(scope, new Wanted(act, CaseRole.HOST, "case-declined", reason), side -> {
            CaseActs.require(side, CaseStatus.INQUIRED, CaseStatus.OFFERED);
            return HostLogic.decline(side, reason);
        });
    }

    /** The promise cannot be kept: before departure only. */
    public Uni<ServiceCase> withdraw(Scope scope, CaseAct act, @Nullable Reason form) {
        String reason = HomeActs.reason(form);
        return acts.take(scope, new Wanted(act, CaseRole.HOST, "case-withdrawn", reason), side -> {
            CaseActs.require(side, CaseStatus.BOOKED, CaseStatus.ASSIGNED);
            return HostLogic.withdraw(side, reason);
        });
    }

    /** Uphold a dispute, and take back what is not due, or reject it. */
    public Uni<ServiceCase> answer(Scope scope, CaseAct act, @Nullable DisputeAnswer form) {
        DisputeAnswer given = Fields.required("position", form);
        Integer position = Fields.required("position", given.position());
        String resolution = Fields.text("resolution", given.resolution(), LONGEST_NOTE);
        return acts.take(scope, new Wanted(act, CaseRole.HOST, "case-dispute-answered", given), (session, side) -> {
            requireOpen(side, position);
            return credit(session, side, given, resolution)
                    .map(credit ->
                            HostLogic.answer(side, new DisputeAnswered(position, credit.orElse(null), resolution)));
        });
    }

    private static void requireOpen(ServiceCase side, int position) {
        CaseActs.require(side, CaseStatus.DISPUTED);
        Dispute dispute = side.facts()
                .findDispute(position)
                .orElseThrow(() -> Fields.bad("position", "该行没有争议", "is not disputed"));
        if (!dispute.status().equals("OPEN")) {
            throw Problem.conflict("dispute-resolved", "该争议已处理", "the dispute has been resolved")
                    .asException();
        }
    }

    private Uni<Optional<BillLine>> credit(
            Mutiny.Session session, ServiceCase side, DisputeAnswer given, String reason) {
        Long credit_fen = given.credit_fen();
        return credit_fen == null
                ? Uni.createFrom().item(Optional.empty())
                : cases.lockLedger(session, side)
                        .map(ledger -> Optional.of(credit(side, ledger, given.position(), credit_fen, reason)));
    }

    /** A supplement may have taken back already what the line bills. */
    private static BillLine credit(ServiceCase side, UseLedger ledger, int position, long credit_fen, String reason) {
        long left_fen = Math.min(
                side.left_fen(position),
                UseLedger.findExpense(side, side.line(position))
                        .map(ledger::billed_fen)
                        .orElse(Long.MAX_VALUE));
        if (credit_fen < 1 || credit_fen > left_fen) {
            throw exceeds(Math.max(0, left_fen));
        }
        return new BillLine(
                side.lines().size() + 1, position, "CREDIT", BigDecimal.ONE, "use", null, -credit_fen, reason);
    }

    private static ProblemException exceeds(long left_fen) {
        return Problem.of(
                        422,
                        "credit-exceeds-line",
                        "金额超限 Too much",
                        "红字金额应在 1 与该行余额 %d 分之间；补充账单已退回的不再退".formatted(left_fen),
                        "a credit is 1 to %d fen, what the line has left after credits and supplements"
                                .formatted(left_fen),
                        "credit_fen")
                .asException();
    }

    /** The host has been paid, by a voucher. */
    public Uni<ServiceCase> settle(Scope scope, CaseAct act, @Nullable Settling form) {
        String voucher = Fields.text("voucherNumber", form == null ? null : form.voucherNumber(), LONGEST_VOUCHER);
        return acts.take(scope, new Wanted(act, CaseRole.HOST, "case-settled", voucher), side -> {
            CaseActs.require(side, CaseStatus.CONFIRMED);
            CaseActs.requireByItself(side);
            return HostLogic.settle(side, new Settled(voucher, clock.instant()));
        });
    }
}
