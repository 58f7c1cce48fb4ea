package org.motorpool.dispatch.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.ApprovalApi.ChainStep;
import org.motorpool.dispatch.contract.ApprovalApi.Conditions;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;

/**
 * An approval chain 审批链 as its row has it.
 *
 * @param steps in order, at least one
 */
public record ApprovalChain(String name, Conditions conditions, List<ChainStep> steps) {

    public ApprovalChain {
        steps = List.copyOf(steps);
    }

    /** What the conditions of a chain look at. */
    record Asked(NewRequest wanted, String unitLevel, String username, double distance_km, long cost_fen) {}

    boolean appliesTo(Asked asked) {
        NewRequest wanted = asked.wanted();
        return anyOrOne(conditions.unitLevels(), asked.unitLevel())
                && anyOrOne(conditions.requesters(), asked.username())
                && anyOrOne(conditions.purposes(), wanted.purposeClass())
                && anyOrOne(conditions.categories(), wanted.category())
                && within(conditions.min_km(), conditions.max_km(), asked.distance_km())
                && within(conditions.minCost_fen(), conditions.maxCost_fen(), asked.cost_fen())
                && anyOrThis(conditions.crossRegion(), wanted.hostRegionCode() != null)
                && anyOrThis(conditions.emergency(), Boolean.TRUE.equals(wanted.emergency()))
                && onDay(wanted);
    }

    private boolean onDay(NewRequest wanted) {
        LocalDate day = Days.of(wanted.departAt());
        return (conditions.from() == null || !day.isBefore(conditions.from()))
                && (conditions.until() == null || day.isBefore(conditions.until()));
    }

    private static boolean anyOrOne(List<String> allowed, @Nullable String value) {
        return allowed.isEmpty() || (value != null && allowed.contains(value));
    }

    private static boolean anyOrThis(@Nullable Boolean demanded, boolean value) {
        return demanded == null || demanded == value;
    }

    private static boolean within(@Nullable Number least, @Nullable Number below, double value) {
        return (least == null || value >= least.doubleValue()) && (below == null || value < below.doubleValue());
    }
}
