package org.motorpool.dispatch.request;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.contract.ApprovalApi.ChainStep;
import org.motorpool.dispatch.contract.ApprovalApi.Conditions;
import org.motorpool.dispatch.contract.ApprovalApi.NewChain;

/** What an approval chain must satisfy by itself; the first field at fault is the problem. */
final class ChainRules {

    static final Conditions ANY =
            new Conditions(null, null, null, null, null, null, null, null, null, null, null, null);

    private static final Set<String> ROLES = Set.of("APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR");
    private static final Set<String> RELATIONS = Set.of("OWN_UNIT", "PARENT", "FLEET_AUTHORITY");
    private static final List<String> LEVELS = List.of("NATION", "PROVINCE", "CITY", "COUNTY");
    private static final int MOST_STEPS = 9;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CLAUSE = 200;
    private static final long LONGEST_H = 720;

    private ChainRules() {}

    static NewChain require(@Nullable NewChain wanted) {
        NewChain chain = Fields.required("name", wanted);
        if ((chain.unitId() == null) == (chain.jurisdiction() == null)) {
            throw Fields.bad("unitId", "与 jurisdiction 应填且只填一项", "or jurisdiction must be given, and not both");
        }
        Fields.text("name", chain.name(), LONGEST_NAME);
        Fields.text("clause", chain.clause(), LONGEST_CLAUSE);
        Fields.required("effectiveFrom", chain.effectiveFrom());
        if (chain.effectiveTo() != null && !chain.effectiveTo().isAfter(chain.effectiveFrom())) {
            throw Fields.bad("effectiveTo", "应晚于 effectiveFrom", "must be after effectiveFrom");
        }
        requireConditions(chain.conditions() == null ? ANY : chain.conditions());
        Fields.number("steps", (long) chain.steps().size(), 1, MOST_STEPS);
        IntStream.range(0, chain.steps().size())
                .forEach(i -> requireStep(chain.steps().get(i), "steps[%d]".formatted(i)));
        return chain;
    }

    private static void requireConditions(Conditions conditions) {
        conditions.unitLevels().forEach(level -> Fields.oneOf("conditions.unitLevels", level, Set.copyOf(LEVELS)));
        requireOrder("conditions.max_km", conditions.min_km(), conditions.max_km());
        requireOrder("conditions.maxCost_fen", conditions.minCost_fen(), conditions.maxCost_fen());
        if (conditions.from() != null
                && conditions.until() != null
                && !conditions.until().isAfter(conditions.from())) {
            throw Fields.bad("conditions.until", "应晚于 from", "must be after from");
        }
    }

    private static void requireOrder(String field, @Nullable Number least, @Nullable Number below) {
        if (least != null && below != null && least.doubleValue() >= below.doubleValue()) {
            throw Fields.bad(field, "应大于下限 %s".formatted(least), "must be above %s".formatted(least));
        }
    }

    private static void requireStep(ChainStep step, String field) {
        Fields.text(field + ".name", step.name(), LONGEST_NAME);
        Fields.oneOf(field + ".role", step.role(), ROLES);
        Fields.oneOf(field + ".relation", step.relation(), RELATIONS);
        Fields.optionalText(field + ".account", step.account(), LONGEST_NAME);
        Arrays.asList(step.remind_h(), step.escalate_h(), step.lapse_h()).forEach(hours -> {
            if (hours != null) {
                Fields.number(field + " (remind_h, escalate_h, lapse_h)", hours.longValue(), 1, LONGEST_H);
            }
        });
    }
}
