package org.motorpool.dispatch.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.ApprovalApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.store.Requests;
import org.motorpool.dispatch.request.store.Steps;

/** Where requests stand in their approval: every step, who holds it now and since when. */
@Singleton
public class ApprovalService {

    private final ScopedTransactions transactions;
    private final Requests requests;
    private final Steps steps;

    ApprovalService(ScopedTransactions transactions, Requests requests, Steps steps) {
        this.transactions = transactions;
        this.requests = requests;
        this.steps = steps;
    }

    /** The approval of a request in scope; problem {@code request-unknown}. */
    public Uni<ApprovalApi.Approval> get(Scope scope, UUID id) {
        return transactions.inTransaction(scope, session -> requests.find(session, id)
                .map(found -> found.filter(request -> scope.covers(request.unitPath()))
                        .orElseThrow(() -> RequestService.unknown(id)))
                .chain(request -> steps.list(session, id).chain(found -> approval(session, request, found))));
    }

    private Uni<ApprovalApi.Approval> approval(Mutiny.Session session, UseRequest request, List<ApprovalStep> found) {
        Uni<List<ApprovalApi.Step>> shown = found.isEmpty()
                ? requests.findDecision(session, request.id())
                        .map(decision -> List.of(alone(request, decision.orElse(null))))
                : Uni.createFrom()
                        .item(found.stream().map(ApprovalService::step).toList());
        return shown.map(list -> new ApprovalApi.Approval(
                request.id(), request.view().approvalChain(), request.view().round(), list));
    }

    /** Without a chain: one approver of the unit or above. */
    private static ApprovalApi.Step alone(UseRequest request, Requests.@Nullable Decided decided) {
        return new ApprovalApi.Step(
                request.view().round(),
                1,
                "审批",
                state(request.status(), decided),
                "APPROVER",
                null,
                request.unitCode(),
                request.view().submittedAt(),
                null,
                null,
                null,
                null,
                decided == null ? null : decided.at(),
                decided == null ? null : decided.by(),
                null,
                request.view().decisionReason());
    }

    private static String state(RequestStatus status, Requests.@Nullable Decided decided) {
        return switch (status) {
            case SUBMITTED -> StepState.OPEN.name();
            case RETURNED -> StepState.RETURNED.name();
            case REJECTED -> StepState.REJECTED.name();
            case CANCELLED -> (decided == null ? StepState.VOID : StepState.APPROVED).name();
            case APPROVED, ASSIGNED, UNDERWAY, CLOSED -> StepState.APPROVED.name();
        };
    }

    private static ApprovalApi.Step step(ApprovalStep step) {
        ApprovalStep.Due due = step.due();
        ApprovalStep.Verdict verdict = step.verdict();
        return new ApprovalApi.Step(
                step.round(),
                step.position(),
                step.name(),
                step.state().name(),
                step.role(),
                step.account(),
                code(step.holderPath()),
                step.since(),
                due == null ? null : due.act().name(),
                due == null ? null : due.at(),
                step.remindedAt(),
                step.escalatedAt(),
                verdict == null ? null : verdict.at(),
                verdict == null ? null : verdict.by().name(),
                verdict == null || verdict.behalf() == null
                        ? null
                        : verdict.behalf().name(),
                verdict == null ? null : verdict.reason());
    }

    private static String code(String path) {
        String[] codes = path.split("/", -1);
        return codes.length < 2 ? path : codes[codes.length - 2];
    }
}
