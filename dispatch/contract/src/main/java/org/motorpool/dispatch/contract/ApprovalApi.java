package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/approval-chains}, {@code /api/v1/approval-delegations}, {@code /api/v1/requests/{id}/approval}. */
public final class ApprovalApi {
    private ApprovalApi() {}

    /**
     * What a request must be for a chain to apply; a condition that is null or empty does not restrict.
     *
     * @param unitLevels level of the requesting unit: NATION, PROVINCE, CITY, COUNTY
     * @param requesters usernames
     * @param purposes purpose classes
     * @param categories vehicle categories
     * @param min_km estimated kilometres, at least
     * @param max_km estimated kilometres, less than
     * @param minCost_fen estimated cost, at least
     * @param maxCost_fen estimated cost, less than
     * @param crossRegion whether vehicles of another region are asked for
     * @param emergency whether dispatch comes first
     * @param from departures from this day on
     * @param until departures before this day
     */
    public record Conditions(
            List<String> unitLevels,
            List<String> requesters,
            List<String> purposes,
            List<String> categories,
            Double min_km,
            Double max_km,
            Long minCost_fen,
            Long maxCost_fen,
            Boolean crossRegion,
            Boolean emergency,
            LocalDate from,
            LocalDate until) {
        public Conditions {
            unitLevels = unitLevels == null ? List.of() : List.copyOf(unitLevels);
            requesters = requesters == null ? List.of() : List.copyOf(requesters);
            purposes = purposes == null ? List.of() : List.copyOf(purposes);
            categories = categories == null ? List.of() : List.copyOf(categories);
        }
    }

    /**
     * One step of a chain.
     *
     * @param role APPROVER, DISPATCHER, FLEET_OFFICER or SUPERVISOR
     * @param relation whose role: OWN_UNIT, PARENT or FLEET_AUTHORITY of the requesting unit
     * @param account username of the one who decides, instead of anybody with the role; or null
     * @param remind_h hours until a reminder; or null
     * @param escalate_h hours until the unit above decides; or null
     * @param lapse_h hours until the request lapses; or null
     */
    public record ChainStep(
            String name,
            String role,
            String relation,
            String account,
            Integer remind_h,
            Integer escalate_h,
            Integer lapse_h) {}

    /**
     * Body of {@code POST /api/v1/approval-chains}.
     *
     * @param unitId the unit it is for, with all below; or null with {@code jurisdiction}
     * @param jurisdiction GB/T 2260 code of the region it is for; or null with {@code unitId}
     * @param priority of the chains of one unit the highest that applies; null is 0
     */
    public record NewChain(
            UUID unitId,
            String jurisdiction,
            String name,
            Integer priority,
            Conditions conditions,
            List<ChainStep> steps,
            String clause,
            LocalDate effectiveFrom,
            LocalDate effectiveTo) {
        public NewChain {
            steps = steps == null ? List.of() : List.copyOf(steps);
        }
    }

    /** An approval chain 审批链 in force or once in force. */
    public record Chain(
            UUID id,
            UUID unitId,
            String jurisdiction,
            String name,
            int priority,
            Conditions conditions,
            List<ChainStep> steps,
            String clause,
            String recordedBy,
            LocalDate effectiveFrom,
            LocalDate effectiveTo,
            long version)
            implements Versioned {
        public Chain {
            steps = List.copyOf(steps);
        }
    }

    /** Body of {@code POST /api/v1/approval-chains/{id}/end}: the first day it no longer applies. */
    public record EndChain(LocalDate effectiveTo) {}

    /**
     * Where a request stands in its approval.
     *
     * @param chain null for a decision of one approver
     * @param steps of all rounds, in order
     */
    public record Approval(UUID requestId, String chain, int round, List<Step> steps) {
        public Approval {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step of a request.
     *
     * @param state WAITING, OPEN, APPROVED, RETURNED, REJECTED, LAPSED or VOID
     * @param account who alone decides; or null for the role
     * @param holder unit that decides; its code
     * @param heldSince since when the step waits for its decision
     * @param nextAct REMIND, ESCALATE or LAPSE, at {@code nextAt}; or null
     * @param decidedBy name of who decided
     * @param onBehalfOf name of the one they decided for; or null
     */
    public record Step(
            int round,
            int position,
            String name,
            String state,
            String role,
            String account,
            String holder,
            Instant heldSince,
            String nextAct,
            Instant nextAt,
            Instant remindedAt,
            Instant escalatedAt,
            Instant decidedAt,
            String decidedBy,
            String onBehalfOf,
            String reason) {}

    /**
     * Body of {@code POST /api/v1/approval-delegations}: the caller's own decisions.
     *
     * @param delegate username of the one who may decide instead
     */
    public record NewDelegation(String delegate, Instant from, Instant to, String reason) {}

    /** A delegation 委托审批. */
    public record Delegation(
            UUID id,
            String delegator,
            String delegatorName,
            String delegate,
            Instant from,
            Instant to,
            String reason,
            Instant revokedAt,
            long version)
            implements Versioned {}

    /** Body of {@code POST /api/v1/requests/decisions}: many decisions, each by itself. */
    public record BulkDecision(List<Item> items) {
        public BulkDecision {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }

    /** One of many decisions; see {@link RequestApi.NewDecision}. */
    public record Item(UUID id, String decision, String reason) {}
}
