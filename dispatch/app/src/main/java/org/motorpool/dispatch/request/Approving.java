package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.request.store.Delegations;
import org.motorpool.dispatch.request.store.Requests;
import org.motorpool.dispatch.request.store.Steps;

/** Decides on a locked request: by one approver, or step by step along the chain it carries. */
@Singleton
class Approving {

    private final Requests requests;
    private final Steps steps;
    private final Delegations delegations;
    private final RequestTold told;
    private final Clock clock;

    Approving(Requests requests, Steps steps, Delegations delegations, RequestTold told, Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.delegations = delegations;
        this.told = told;
        this.clock = clock;
    }

    /** A decision by somebody on the open step of a request. */
    private record Act(Scope by, UseRequest request, Ruling ruling, List<ApprovalStep> steps, ApprovalStep open) {

        Act {
            steps = List.copyOf(steps);
        }

        @Nullable
        ApprovalStep next() {
            return steps.stream()
                    .filter(step -> step.state() == StepState.WAITING)
                    .findFirst()
                    .orElse(null);
        }
    }

    Uni<UseRequest> decide(Mutiny.Session session, Scope by, UseRequest request, Ruling ruling) {
        requireOthers(request, by);
        return request.view().approvalStep() == null
                ? decideAlone(session, by, request, ruling)
                : steps.listRound(session, request.id(), request.view().round())
                        .map(round -> new Act(by, request, ruling, round, open(request, round)))
                        .chain(act -> decideStep(session, act));
    }

    /** The locked request ends without its steps. */
    Uni<Void> voidSteps(Mutiny.Session session, UseRequest request) {
        return request.view().approvalStep() == null
                ? Uni.createFrom().voidItem()
                : steps.listRound(session, request.id(), request.view().round())
                        .chain(round -> steps.change(session, ended(round, StepState.VOID)));
    }

    /** What has not been decided, ended like this if it is open, void if not. */
    static List<ApprovalStep> ended(List<ApprovalStep> round, StepState openBecomes) {
        return round.stream()
                .filter(step -> step.state() == StepState.OPEN || step.state() == StepState.WAITING)
                .map(step -> step.ended(step.state() == StepState.OPEN ? openBecomes : StepState.VOID))
                .toList();
    }

    static ApprovalStep open(UseRequest request, List<ApprovalStep> round) {
        return round.stream()
                .filter(step -> step.state() == StepState.OPEN)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("request %s has step %s and none open"
                        .formatted(request.id(), request.view().approvalStep())));
    }

    private Uni<UseRequest> decideAlone(Mutiny.Session session, Scope by, UseRequest request, Ruling ruling) {
        RequestStatus outcome = ruling.decision().outcome();
        return entitlement(session, Entitlement.Holder.anyApprover(request), by, request)
                .invoke(_ -> request.requireUndecided(outcome))
                .chain(given -> requests.decide(
                        session, request.id(), outcome, decider(by, given), clock.instant(), ruling.reason()))
                .call(after -> told.decided(session, by, request, after));
    }

    private static String decider(Scope by, Entitlement given) {
        return given.behalf() == null
                ? by.username()
                : "%s (代 %s)".formatted(by.username(), given.behalf().name());
    }

    private Uni<UseRequest> decideStep(Mutiny.Session session, Act act) {
        return entitlement(session, Entitlement.Holder.of(act.open()), act.by(), act.request())
                .invoke(given -> given.requireFirst(act.steps(), act.by()))
                .invoke(_ -> requireDecidable(act))
                .map(given -> decided(act, given))
                .chain(step -> conclude(session, act, step));
    }

    private ApprovalStep decided(Act act, Entitlement given) {
        StepState outcome =
                switch (act.ruling().decision()) {
                    case APPROVE -> StepState.APPROVED;
                    case RETURN -> StepState.RETURNED;
                    case REJECT -> StepState.REJECTED;
                };
        ApprovalStep.Person person =
                new ApprovalStep.Person(act.by().accountId(), act.by().name());
        return act.open()
                .decided(
                        outcome,
                        new ApprovalStep.Verdict(
                                person,
                                given.behalf(),
                                clock.instant(),
                                act.ruling().reason()));
    }

    private Uni<UseRequest> conclude(Mutiny.Session session, Act act, ApprovalStep step) {
        ApprovalStep next = act.next();
        if (act.ruling().decision() == Decision.APPROVE && next != null) {
            return steps.change(session, List.of(step, next.open(clock.instant())))
                    .chain(() -> requests.openStep(session, act.request().id(), next.position()))
                    .call(after -> told.changed(session, act.by(), act.request(), after, "request-step-approved"));
        }
        List<ApprovalStep> changed = new ArrayList<>(List.of(step));
        changed.addAll(ended(
                act.steps().stream()
                        .filter(each -> !each.id().equals(step.id()))
                        .toList(),
                StepState.VOID));
        return steps.change(session, changed).chain(() -> finish(session, act));
    }

    private Uni<UseRequest> finish(Mutiny.Session session, Act act) {
        UseRequest before = act.request();
        if (before.awaitsPaper()) {
            String paper = act.ruling().decision() == Decision.APPROVE ? "DONE" : "REFUSED";
            return requests.setPaper(session, before.id(), paper, null)
                    .call(after -> told.changed(session, act.by(), before, after, "request-paper-" + paper));
        }
        return requests.decide(
                        session,
                        before.id(),
                        act.ruling().decision().outcome(),
                        act.by().username(),
                        clock.instant(),
                        act.ruling().reason())
                .call(after -> told.decided(session, act.by(), before, after));
    }

    /** The vehicle is under way already: its paper is approved or refused, there is nothing to send back. */
    private static void requireDecidable(Act act) {
        if (!act.request().awaitsPaper()) {
            act.request().requireMayBecome(act.ruling().decision().outcome());
        } else if (act.ruling().decision() == Decision.RETURN) {
            throw Problem.conflict(
                            "paper-not-returnable",
                            "先派后补的申请已派车，补办手续只能同意或驳回",
                            "dispatch came first: approve or reject the paper, it cannot be returned")
                    .asException();
        }
    }

    private Uni<Entitlement> entitlement(
            Mutiny.Session session, Entitlement.Holder holder, Scope by, UseRequest request) {
        return Entitlement.ofCaller(holder, by)
                .map(own -> Uni.createFrom().item(own))
                .orElseGet(() -> delegations
                        .listFor(session, by.username(), clock.instant())
                        .map(given -> Entitlement.ofDelegate(holder, given, request.requesterId())
                                .orElseThrow(() -> Entitlement.none(holder))));
    }

    private static void requireOthers(UseRequest request, Scope by) {
        if (request.requesterId().equals(by.accountId())) {
            throw Problem.of(
                            403,
                            "self-approval",
                            "无权限 Forbidden",
                            "不能审批本人提交的用车申请 %s，请由其他审批人处理"
                                    .formatted(request.view().number()),
                            "nobody decides on their own request %s; ask another approver"
                                    .formatted(request.view().number()),
                            null)
                    .asException();
        }
    }
}
