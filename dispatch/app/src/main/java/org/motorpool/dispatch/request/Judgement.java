package org.motorpool.dispatch.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.RequestCheckApi;
import org.motorpool.dispatch.contract.RequestCheckApi.Finding;
import org.motorpool.dispatch.contract.RequestDetailApi.Details;

/**
 * A request, judged by the rules in force.
 *
 * @param chain that decides on it; null for one approver
 * @param unagreed why no agreement lets it use vehicles of another province; null when one does, or none is needed
 */
record Judgement(
        NewRequest wanted,
        RequestFacts facts,
        List<Finding> findings,
        double distance_km,
        long cost_fen,
        @Nullable ApprovalChain chain,
        @Nullable Violation unagreed) {

    Judgement {
        findings = List.copyOf(findings);
    }

    static Judgement of(NewRequest wanted, RequestFacts facts, String username) {
        double distance_km = Journey.of(wanted).kilometres(facts.estimate().roadFactor());
        Duration period = Duration.between(wanted.departAt(), wanted.returnAt());
        long cost_fen = Journey.cost_fen(distance_km, period, facts.estimate());
        ApprovalChain chain = facts.chains().stream()
                .filter(each -> each.appliesTo(
                        new ApprovalChain.Asked(wanted, facts.unit().level(), username, distance_km, cost_fen)))
                .findFirst()
                .orElse(null);
        return new Judgement(wanted, facts, RequestRules.check(wanted, facts), distance_km, cost_fen, chain, null);
    }

    Judgement withoutChain() {
        return new Judgement(wanted, facts, findings, distance_km, cost_fen, null, unagreed);
    }

    /** The same, with what the agreements say: it is told now, and refused at assignment unless an agreement comes before. */
    Judgement with(@Nullable Violation objection) {
        if (objection == null) {
            return this;
        }
        List<Finding> all = new ArrayList<>(findings);
        all.add(new Finding(
                objection.rule(),
                Severity.INFO.name(),
                objection.message(),
                objection.messageEn(),
                objection.clause()));
        return new Judgement(wanted, facts, all, distance_km, cost_fen, chain, objection);
    }

    /** Why it cannot be submitted as it is: a rule refuses, or one warns and no justification is given. */
    Optional<Problem> objection() {
        List<Violation> refusing = of(Severity.REFUSE);
        if (!refusing.isEmpty()) {
            return Optional.of(Problem.refused("request-refused", refusing));
        }
        List<Violation> warning = of(Severity.WARN);
        boolean justified =
                wanted.justification() != null && !wanted.justification().isBlank();
        if (warning.isEmpty() || justified) {
            return Optional.empty();
        }
        Problem told = Problem.refused("justification-required", warning);
        return Optional.of(new Problem(
                told.type(),
                told.title(),
                told.status(),
                told.detail() + "；请在 justification 中说明理由 give the reason in justification",
                told.code(),
                "justification",
                warning));
    }

    private List<Violation> of(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity().equals(severity.name()))
                .map(finding -> new Violation(finding.rule(), finding.clause(), finding.message(), finding.messageEn()))
                .toList();
    }

    /** Whether it holds a vehicle while it is pending: an emergency is approved at once, and what is not left is not held. */
    boolean holds() {
        return facts.hold() != null
                && facts.capacity() != null
                && facts.capacity().remaining() > 0
                && !Boolean.TRUE.equals(wanted.emergency());
    }

    RequestFacts.Hold hold() {
        return Objects.requireNonNull(facts.hold());
    }

    /** What the request keeps of it; null when there is nothing beside the plain request. */
    @Nullable
    Details details() {
        boolean plain = wanted.purposeClass() == null
                && wanted.people() == null
                && wanted.contact() == null
                && wanted.itinerary() == null
                && wanted.justification() == null
                && wanted.emergencyReason() == null
                && wanted.pooling() == null
                && findings.isEmpty()
                && chain == null;
        return plain
                ? null
                : new Details(
                        wanted.purposeClass(),
                        wanted.people(),
                        wanted.contact(),
                        wanted.itinerary(),
                        wanted.justification(),
                        wanted.emergencyReason(),
                        distance_km,
                        cost_fen,
                        findings,
                        wanted.pooling());
    }

    /** As the answer of a check. */
    RequestCheckApi.Check check() {
        return new RequestCheckApi.Check(
                findings,
                distance_km,
                cost_fen,
                chain == null
                        ? List.of()
                        : chain.steps().stream().map(step -> step.name()).toList(),
                capacity(facts.capacity()));
    }

    private static RequestCheckApi.@Nullable Capacity capacity(RequestFacts.@Nullable Capacity known) {
        return known == null
                ? null
                : new RequestCheckApi.Capacity(known.vehicles(), known.ordered(), known.held(), known.remaining());
    }
}
