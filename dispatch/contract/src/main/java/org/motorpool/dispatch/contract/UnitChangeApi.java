package org.motorpool.dispatch.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** {@code POST /api/v1/units/{id}/merge}, {@code split}, {@code abolish} and {@code PATCH /api/v1/units/{id}}. */
public final class UnitChangeApi {
    private UnitChangeApi() {}

    /**
     * The unit goes up in another one, which takes over its quotas, vehicles, people and open indicators.
     *
     * @param effectiveOn first day it no longer exists, not after today
     */
    public record Merge(UUID successorId, LocalDate effectiveOn, String documentNumber) {}

    /** The unit ends; its quotas end and its open indicators are returned. Its vehicles must be disposed of before. */
    public record Abolish(LocalDate effectiveOn, String documentNumber) {}

    /** Part of the unit's quotas and vehicles goes to a new unit beside it. */
    public record Split(LocalDate effectiveOn, String documentNumber, List<Part> parts) {
        public Split {
            parts = parts == null ? List.of() : List.copyOf(parts);
        }
    }

    /**
     * A new unit.
     *
     * @param quotas what of the unit's quotas goes to it
     * @param vehicleIds which of its vehicles
     */
    public record Part(String code, String name, Integer staffCount, List<QuotaShare> quotas, List<UUID> vehicleIds) {
        public Part {
            quotas = quotas == null ? List.of() : List.copyOf(quotas);
            vehicleIds = vehicleIds == null ? List.of() : List.copyOf(vehicleIds);
        }
    }

    /** So many places of a category. */
    public record QuotaShare(String category, Integer number) {}

    /**
     * Body of {@code PATCH /api/v1/units/{id}}; what is left out stays.
     *
     * @param staffCount what quota formulas count
     * @param mainBudget whether purchases of it and of all units below are counted together 主管预算单位
     */
    public record Particulars(Integer staffCount, Boolean mainBudget) {}

    /**
     * A unit after the act.
     *
     * @param status ACTIVE, MERGED or ABOLISHED
     * @param successorId of a merged one
     * @param createdIds the units a split made
     */
    public record Changed(
            UUID id,
            String status,
            LocalDate endedOn,
            UUID successorId,
            Integer staffCount,
            boolean mainBudget,
            List<UUID> createdIds) {
        public Changed {
            createdIds = List.copyOf(createdIds);
        }
    }
}
