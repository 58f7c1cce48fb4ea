package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.request.store.Requests;
import org.motorpool.dispatch.request.store.Steps;

/** One act of time on one request, in the caller's session; it answers what to push after the commit. */
@Singleton
class TimeActs {

    private static final Runnable NOTHING = () -> {};

    private final Requests requests;
    private final Steps steps;
    private final RequestTold told;
    private final Push push;

    TimeActs(Requests requests, Steps steps, RequestTold told, Push push) {
        this.requests = requests;
        this.steps = steps;
        this.told = told;
        this.push = push;
    }

    /** Remind, escalate or let lapse, whatever is due on the open step by now. */
    Uni<Runnable> step(Mutiny.Session session, UUID id, Instant now) {
        return requests.lock(session, id).chain(found -> found.filter(
                        request -> request.view().approvalStep() != null)
                .map(request -> steps.listRound(session, id, request.view().round())
                        .chain(round -> step(session, request, round, now)))
                .orElseGet(() -> Uni.createFrom().item(NOTHING)));
    }

    private Uni<Runnable> step(Mutiny.Session session, UseRequest request, List<ApprovalStep> round, Instant now) {
        ApprovalStep open = Approving.open(request, round);
        ApprovalStep.Due due = open.due();
        if (due == null || due.at().isAfter(now)) {
            return Uni.createFrom().item(NOTHING);
        }
        return switch (due.act()) {
            case REMIND -> remain(session, request, open.reminded(now), "request-reminded");
            case ESCALATE -> remain(session, request, open.escalated(now), "request-escalated");
            case LAPSE ->
                steps.change(session, Approving.ended(round, StepState.LAPSED))
                        .chain(() -> lapse(
                                session,
                                request,
                                now,
                                "审批环节“%s”逾期未处理，申请自动失效 / nobody decided in time, the request lapsed"
                                        .formatted(open.name())));
        };
    }

    /** The request stays where it is; who holds the step is told. */
    private Uni<Runnable> remain(Mutiny.Session session, UseRequest request, ApprovalStep step, String action) {
        return steps.change(session, List.of(step))
                .chain(() -> told.changed(session, Scope.SYSTEM, request, request, action))
                .replaceWith(() -> push.tell(new Push.Change(action, List.of(request.unitPath()), request.view())));
    }

    /** The hold has run out: the request ends with it, or waits on without. */
    Uni<Runnable> hold(Mutiny.Session session, UUID id, Instant now) {
        return requests.lock(session, id).chain(found -> found.filter(request -> isRunOut(request, now))
                .map(request -> "LAPSE".equals(request.view().holdExpiry())
                        ? voidAndLapse(session, request, now)
                        : requests.stopHolding(session, id)
                                .call(after ->
                                        told.changed(session, Scope.SYSTEM, request, after, "request-hold-released"))
                                .map(this::pushing))
                .orElseGet(() -> Uni.createFrom().item(NOTHING)));
    }

    private static boolean isRunOut(UseRequest request, Instant now) {
        Instant until = request.view().heldUntil();
        return request.status() == RequestStatus.SUBMITTED && until != null && !until.isAfter(now);
    }

    private Uni<Runnable> voidAndLapse(Mutiny.Session session, UseRequest request, Instant now) {
        return steps.listRound(session, request.id(), request.view().round())
                .chain(round -> steps.change(session, Approving.ended(round, StepState.LAPSED)))
                .chain(() -> lapse(
                        session,
                        request,
                        now,
                        "占用车辆的时限已到，申请自动失效 / the time limit of its hold is over, the request lapsed"));
    }

    /** The paper of an emergency is late; supervision raises it as a finding. */
    Uni<Runnable> paper(Mutiny.Session session, UUID id, Instant now) {
        return requests.lock(session, id).chain(found -> found.filter(request -> isLate(request, now))
                .map(request -> requests.setPaper(
                                session, id, "OVERDUE", request.view().approvalStep())
                        .call(after -> told.changed(session, Scope.SYSTEM, request, after, "request-paper-OVERDUE"))
                        .map(this::pushing))
                .orElseGet(() -> Uni.createFrom().item(NOTHING)));
    }

    private static boolean isLate(UseRequest request, Instant now) {
        return "DUE".equals(request.view().paperState())
                && !request.view().paperDueAt().isAfter(now);
    }

    private Uni<Runnable> lapse(Mutiny.Session session, UseRequest request, Instant now, String reason) {
        return requests.decide(session, request.id(), RequestStatus.REJECTED, Scope.SYSTEM.username(), now, reason)
                .call(after -> told.decided(session, Scope.SYSTEM, request, after))
                .map(this::pushing);
    }

    private Runnable pushing(UseRequest request) {
        return () -> push.tell(request.change());
    }
}
