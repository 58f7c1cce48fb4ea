package org.motorpool.dispatch.supervision;

import java.util.Set;

/** Where a finding stands, and where it may go from there. */
public enum FindingStatus {
    /** 待说明: the unit is to explain. */
    RAISED,
    /** 待复核: explained; a reviewer decides. */
    EXPLAINING,
    /** 已办结, with an outcome. */
    CLOSED,
    /** 已移送 to the discipline inspection. */
    TRANSFERRED;

    /** Whether the finding may go from this status to the other one; an explanation may be given again until the review. */
    public boolean mayBecome(FindingStatus next) {
        return followers().contains(next);
    }

    private Set<FindingStatus> followers() {
        return switch (this) {
            case RAISED, EXPLAINING -> Set.of(EXPLAINING, CLOSED, TRANSFERRED);
            case CLOSED, TRANSFERRED -> Set.of();
        };
    }
}
