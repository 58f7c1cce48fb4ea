package org.motorpool.dispatch.federation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Constraints;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.IdempotencyKeys;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.contract.FederationApi.BillConfirmation;
import org.motorpool.dispatch.contract.FederationApi.NewDispute;
import org.motorpool.dispatch.contract.FederationApi.NewInquiry;
import org.motorpool.dispatch.contract.FederationApi.Reason;
import org.motorpool.dispatch.contract.FederationMessage.Evidenced;
import org.motorpool.dispatch.contract.FederationMessage.NoShow;
import org.motorpool.dispatch.contract.FederationMessage.UseConfirmed;
import org.motorpool.dispatch.federation.CaseActs.Wanted;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;

/** What the home side does: inquire, book, cancel, confirm the use, confirm or dispute the bill. */
@Singleton
public class HomeActs {

    private static final int LONGEST_CONTACT = 100;
    private static final int LONGEST_MATTER = 100;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_EVIDENCE = 1000;
    private static final Map<String, Problem> OPEN = Map.of(
            "service_case_of_request",
            Problem.conflict(
                    "case-open",
                    "该申请已有办理中的跨区域用车，不能重复询用",
                    "a cross-region service of this request is under way; it cannot be asked for twice"));

    private final ScopedTransactions transactions;
    private final RequestLife requests;
    private final Openings openings;
    private final Conversation conversation;
    private final CaseActs acts;
    private final IdempotencyKeys keys;
    private final Push push;
    private final Clock clock;

    HomeActs(
            ScopedTransactions transactions,
            RequestLife requests,
            Openings openings,
            Conversation conversation,
            CaseActs acts,
            IdempotencyKeys keys,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.requests = requests;
        this.openings = openings;
        this.conversation = conversation;
        this.acts = acts;
        this.keys = keys;
        this.push = push;
        this.clock = clock;
    }

    /**
     * Ask the host region of an approved request. Problems: {@code request-unknown}, {@code request-state}, {@code case-open}, and
     * those of the agreement.
     */
    public Uni<ServiceCase> inquire(Scope scope, @Nullable NewInquiry form, @Nullable String key) {
        NewInquiry given = Fields.required("requestId", form);
        NewInquiry wanted = inquiry(given);
        return transactions
                .inTransaction(scope, session -> own(session, scope, wanted.requestId()))
                .chain(_ -> transactions.inTransaction(
                        Scope.SYSTEM,
                        session -> keys.once(
                                session,
                                new IdempotencyKeys.Wish(scope.accountId(), key, wanted, wanted.requestId()),
                                () -> open(session, scope, wanted),
                                requestId -> acts.getOfRequest(session, requestId))))
                .onFailure()
                .transform(failure -> Constraints.explain(failure, OPEN))
                .invoke(side -> push.tell(CaseView.change(side)));
    }

    private static NewInquiry inquiry(NewInquiry given) {
        String matter = Fields.optionalText("matter", given.matter(), LONGEST_MATTER);
        if (matter == null && given.matterEndsAt() != null) {
            throw Fields.bad("matterEndsAt", "须与 matter 一并填写", "goes with a matter");
        }
        return new NewInquiry(
                Fields.required("requestId", given.requestId()),
                Fields.text("contact", given.contact(), LONGEST_CONTACT),
                matter,
                matter == null ? null : Fields.required("matterEndsAt", given.matterEndsAt()));
    }

    private Uni<UseRequest> own(Mutiny.Session session, Scope scope, UUID requestId) {
        return requests.get(session, requestId).invoke(request -> {
            if (!scope.covers(request.unitPath())) {
                throw Problem.forbidden("只有申请单位可以询用外地车辆", "only the requesting unit asks another region")
                        .asException();
            }
        });
    }

    private Uni<ServiceCase> open(Mutiny.Session session, Scope scope, NewInquiry wanted) {
        return requests.get(session, wanted.requestId())
                .invoke(request -> request.requireMayBecome(RequestStatus.ASSIGNED))
                .chain(request -> openings.cover(session, request, hostRegion(request))
                        .chain(covered -> openings.home(session, request, covered, wanted)))
                .chain(side -> conversation.open(session, scope, side));
    }

    private static String hostRegion(UseRequest request) {
        String code = request.view().hostRegionCode();
        if (code == null) {
            throw Problem.conflict(
                            "host-region-missing",
                            "用车申请 %s 未注明用车区域，请在申请中填写 hostRegionCode"
                                    .formatted(request.view().number()),
                            "request %s names no host region; submit it with hostRegionCode"
                                    .formatted(request.view().number()))
                    .asException();
        }
        return code;
    }

    /** Take the host's offer, before it expires. */
    public Uni<ServiceCase> book(Scope scope, CaseAct act) {
        return acts.take(scope, new Wanted(act, CaseRole.HOME, "case-booked", null), side -> {
            CaseActs.require(side, CaseStatus.OFFERED);
            if (!clock.instant().isBefore(side.facts().offer().expiresAt())) {
                throw Problem.conflict(
                                "offer-expired",
                                "报价已于 %s 失效，请重新询用"
                                        .formatted(side.facts().offer().expiresAt()),
                                "the offer expired at %s; inquire again"
                                        .formatted(side.facts().offer().expiresAt()))
                        .asException();
            }
            return HomeLogic.book(side);
        });
    }

    /** Cancel what has not departed. */
    public Uni<ServiceCase> cancel(Scope scope, CaseAct act, @Nullable Reason form) {
        String reason = reason(form);
        return acts.take(scope, new Wanted(act, CaseRole.HOME, "case-cancelled", reason), side -> {
            CaseActs.require(
                    side,
                    CaseStatus.INQUIRED,
                    CaseStatus.OFFERED,
                    CaseStatus.BOOKING,
                    CaseStatus.BOOKED,
                    CaseStatus.ASSIGNED);
            return HomeLogic.cancel(side, reason);
        });
    }

    static String reason(@Nullable Reason form) {
        return Fields.text("reason", form == null ? null : form.reason(), LONGEST_REASON);
    }

    /** The traveller confirms to have been driven. */
    public Uni<ServiceCase> confirmUse(Scope scope, CaseAct act) {
        return acts.take(scope, new Wanted(act, CaseRole.HOME, "case-use-confirmed", null), side -> {
            boolean confirmable =
                    side.facts().has(Evidenced.class) && !side.facts().has(NoShow.class);
            if (!confirmable || side.facts().has(UseConfirmed.class)) {
                throw CaseActs.state(side);
            }
            UseConfirmed confirmed = new UseConfirmed(scope.name(), clock.instant());
            return Moved.to(side.knowing(confirmed)).sending(confirmed);
        });
    }

    /** Confirm the bill as it is; {@code bill-differs} when it is not what the caller believes. */
    public Uni<ServiceCase> confirmBill(Scope scope, CaseAct act, @Nullable BillConfirmation form) {
        Long total_fen = Fields.required("total_fen", form == null ? null : form.total_fen());
        return acts.take(scope, new Wanted(act, CaseRole.HOME, "case-bill-confirmed", total_fen), side -> {
            CaseActs.require(side, CaseStatus.BILLED);
            CaseActs.requireByItself(side);
            requireTotal(side.bill_fen(), total_fen);
            return HomeLogic.confirmBill(side, false);
        });
    }

    /** Fails with problem {@code bill-differs} when somebody confirms another sum than the bill's. */
    static void requireTotal(long bill_fen, long total_fen) {
        if (bill_fen != total_fen) {
            throw Problem.conflict(
                            "bill-differs",
                            "账单为 %d 分，与您确认的 %d 分不一致，请核对后再确认".formatted(bill_fen, total_fen),
                            "the bill is %d fen, you confirm %d fen; look again before you confirm"
                                    .formatted(bill_fen, total_fen))
                    .asException();
        }
    }

    /** Dispute a line of the bill, within the clock. */
    public Uni<ServiceCase> dispute(Scope scope, CaseAct act, @Nullable NewDispute form) {
        NewDispute given = Fields.required("position", form);
        Integer position = Fields.required("position", given.position());
        String reason = Fields.text("reason", given.reason(), LONGEST_REASON);
        String evidence = Fields.optionalText("evidence", given.evidence(), LONGEST_EVIDENCE);
        NewDispute wanted = new NewDispute(position, reason, evidence);
        return acts.take(scope, new Wanted(act, CaseRole.HOME, "case-disputed", wanted), side -> {
            requireDisputable(side, position);
            return HomeLogic.dispute(side, position, reason, evidence);
        });
    }

    private void requireDisputable(ServiceCase side, int position) {
        boolean late =
                side.confirmBy().map(until -> !clock.instant().isBefore(until)).orElse(false);
        if (late) {
            throw Problem.conflict(
                            "dispute-clock-expired",
                            "账单 %s 的异议期已届满，视为确认".formatted(side.number()),
                            "the time to dispute bill %s is over, it counts as confirmed".formatted(side.number()))
                    .asException();
        }
        CaseActs.require(side, CaseStatus.BILLED, CaseStatus.DISPUTED);
        if (side.facts().findDispute(position).isPresent()) {
            throw Problem.conflict("dispute-exists", "该明细已提出过争议", "the line has been disputed already")
                    .asException();
        }
        if (side.lines().stream().noneMatch(line -> line.position() == position && line.offsets() == null)) {
            throw Fields.bad("position", "账单没有这一行", "is no line of the bill");
        }
    }
}
