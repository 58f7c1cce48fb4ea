package org.motorpool.dispatch.compliance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.IndicatorApi.NewPlan;
import org.motorpool.dispatch.contract.IndicatorApi.PlanItem;

/** Reads an annual plan from outside: every field is checked in itself. */
final class PlanForm {

    private static final long PRICE_MAX_FEN = 1_000_000_000L;
    private static final long BUDGET_MAX_FEN = 1_000_000_000_000L;
    private static final int MOST_ITEMS = 200;
    private static final int MOST_VEHICLES = 1000;

    private PlanForm() {}

    /** A plan's own figures, checked. */
    record Figures(UUID unitId, int year, long budget_fen, int newEnergy, List<PlanFile.Item> items) {}

    /** A plan is for this year or the next. */
    static Figures read(NewPlan form, LocalDate today) {
        if (form.items().isEmpty() || form.items().size() > MOST_ITEMS) {
            throw Fields.bad(
                    "items", "应有 1 至 %d 项".formatted(MOST_ITEMS), "must be 1 to %d items".formatted(MOST_ITEMS));
        }
        return new Figures(
                Fields.required("unitId", form.unitId()),
                Codes.count("year", form.year(), today.getYear(), today.getYear() + 1),
                Codes.fen("budget_fen", form.budget_fen(), BUDGET_MAX_FEN),
                Codes.count("newEnergy", form.newEnergy(), 0, MOST_ITEMS * MOST_VEHICLES),
                IntStream.range(0, form.items().size())
                        .mapToObj(n ->
                                item("items[%d].".formatted(n), form.items().get(n)))
                        .toList());
    }

    private static PlanFile.Item item(String at, PlanItem form) {
        String category = Codes.code(at + "category", form.category());
        return new PlanFile.Item(
                Ids.next(),
                category,
                form.tier() == null ? "BASE" : Codes.code(at + "tier", form.tier()),
                Fields.oneOf(at + "kind", form.kind(), Codes.KINDS),
                Fields.required(at + "newEnergy", form.newEnergy()),
                useClass(at + "useClass", form.useClass()),
                Codes.count(at + "count", form.count(), 1, MOST_VEHICLES),
                Codes.fen(at + "priceMax_fen", form.priceMax_fen(), PRICE_MAX_FEN),
                0);
    }

    private static String useClass(String field, @Nullable String useClass) {
        return useClass == null ? "GENERAL" : Fields.oneOf(field, useClass, Codes.USE_CLASSES);
    }
}
