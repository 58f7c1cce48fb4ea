package org.motorpool.dispatch.request;

/** What a row that requests are judged by speaks of; see {@link org.motorpool.dispatch.contract.RequestRuleApi}. */
public enum RequestRuleKind {
    ALLOWANCE_AREA,
    RAIL_CORRIDOR,
    SEALED_PERIOD,
    CATEGORY_PURPOSE,
    /** A kind of purpose people may choose. */
    PURPOSE_CLASS,
    /** Within how many hours the paper of an emergency 先派后补 must follow. */
    EMERGENCY,
    /** What a request is estimated to cost. */
    ESTIMATE;

    /** Its rows speak to a request, and say how strictly. */
    boolean speaks() {
        return switch (this) {
            case ALLOWANCE_AREA, RAIL_CORRIDOR, SEALED_PERIOD, CATEGORY_PURPOSE -> true;
            case PURPOSE_CLASS, EMERGENCY, ESTIMATE -> false;
        };
    }

    /** There is one row of a place, which needs no key. */
    boolean isSingle() {
        return this == EMERGENCY || this == ESTIMATE;
    }
}
