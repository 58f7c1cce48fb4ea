package org.motorpool.dispatch.compliance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.IndicatorApi;

/**
 * An annual plan 年度配备更新计划.
 *
 * @param status DRAFT, SUBMITTED, APPROVED or REJECTED
 * @param newEnergy how many of its vehicles are new energy, as the plan states
 */
public record PlanFile(
        UUID id,
        UUID unitId,
        String unitPath,
        String unitName,
        int year,
        String status,
        long budget_fen,
        int newEnergy,
        Drafted drafted,
        @Nullable Decided decided,
        List<Item> items) {

    /** Who drafted it. */
    public record Drafted(String by, Instant at) {}

    /** Who decided it, with the document of an approval or the reason of a rejection. */
    public record Decided(
            String by,
            Instant at,
            @Nullable String documentNumber,
            @Nullable String reason) {}

    /**
     * Vehicles of one kind.
     *
     * @param priceMax_fen highest price of one, fen
     * @param issued indicators of it that are issued, reserved or consumed
     */
    public record Item(
            UUID id,
            String category,
            String tier,
            String kind,
            boolean newEnergy,
            String useClass,
            int count,
            long priceMax_fen,
            int issued) {
        IndicatorApi.PlanItem view() {
            return new IndicatorApi.PlanItem(
                    category, tier, kind, newEnergy, useClass, count, priceMax_fen, id, issued);
        }
    }

    public PlanFile {
        items = List.copyOf(items);
    }

    /** Vehicles of all items. */
    public int total() {
        return items.stream().mapToInt(Item::count).sum();
    }

    /** As REST shows it. */
    public IndicatorApi.Plan view() {
        return new IndicatorApi.Plan(
                id,
                unitId,
                unitName,
                year,
                status,
                budget_fen,
                newEnergy,
                drafted.by(),
                drafted.at(),
                decided == null ? null : decided.by(),
                decided == null ? null : decided.at(),
                decided == null ? null : decided.documentNumber(),
                decided == null ? null : decided.reason(),
                items.stream().map(Item::view).toList());
    }
}
