package org.motorpool.dispatch.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a unit still exists, and what quota formulas and NEV shares need to know of it.
 *
 * @param status ACTIVE, MERGED or ABOLISHED
 * @param endedOn first day it no longer exists
 * @param successorId of a merged one
 * @param mainBudget whether purchases of it and of all units below are counted together 主管预算单位
 */
public record UnitStatus(
        String status,
        @Nullable LocalDate endedOn,
        @Nullable UUID successorId,
        @Nullable Integer staffCount,
        boolean mainBudget) {}
