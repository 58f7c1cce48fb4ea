package org.motorpool.dispatch.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.ReportApi;

/** The fields of a report out of the sums of this year and the year before. */
final class FieldFigures {

    private static final String STAGE = "stage";
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final Amounts amounts;
    private final @Nullable Amounts previous;

    /**
     * Figures of these sums.
     *
     * @param previous of the year before, null where that has no report
     */
    FieldFigures(Amounts amounts, @Nullable Amounts previous) {
        this.amounts = amounts;
        this.previous = previous;
    }

    List<ReportApi.Field> fields(List<ReportField> fields) {
        return fields.stream().map(this::field).toList();
    }

    /** The values alone, by code; what is unknown is left out. */
    static Map<String, BigDecimal> values(List<ReportField> fields, Amounts amounts) {
        Map<String, BigDecimal> values = new TreeMap<>();
        fields.forEach(field -> {
            BigDecimal value = Formulas.of(field.code()).value(amounts::total);
            if (value != null) {
                values.put(field.code(), plain(value));
            }
        });
        return values;
    }

    private ReportApi.Field field(ReportField field) {
        Formula formula = Formulas.of(field.code());
        BigDecimal value = value(formula, amounts, Split.ALL);
        BigDecimal before = previous == null ? null : value(formula, previous, Split.ALL);
        boolean unknown = formula instanceof Formula.Unknown;
        return new ReportApi.Field(
                field.code(),
                field.name(),
                field.nameEn(),
                field.unit(),
                field.definition(),
                field.formula(),
                value,
                before,
                change(value, before),
                unknown ? ((Formula.Unknown) formula).note() : null,
                unknown ? ((Formula.Unknown) formula).noteEn() : null,
                measures(formula),
                field.splitBy().stream().flatMap(by -> splits(formula, by)).toList());
    }

    private List<ReportApi.Measure> measures(Formula formula) {
        return formula.measures().stream()
                .map(measure -> new ReportApi.Measure(measure.name(), plain(amounts.total(measure))))
                .toList();
    }

    private Stream<ReportApi.Split> splits(Formula formula, String by) {
        return by.equals(STAGE) ? stages(formula) : parts(formula, by);
    }

    private Stream<ReportApi.Split> stages(Formula formula) {
        return formula.measures().stream()
                .map(stage -> new ReportApi.Split(
                        STAGE,
                        stage.name(),
                        plain(amounts.total(stage)),
                        previous == null ? null : plain(previous.total(stage))));
    }

    private Stream<ReportApi.Split> parts(Formula formula, String by) {
        TreeSet<String> keys = new TreeSet<>();
        Stream.of(amounts, previous).filter(Objects::nonNull).forEach(year -> formula.measures()
                .forEach(measure -> keys.addAll(year.keys(measure, by))));
        return keys.stream().map(key -> new Split(by, key)).map(split -> part(formula, split));
    }

    private ReportApi.Split part(Formula formula, Split split) {
        return new ReportApi.Split(
                split.by(),
                split.key(),
                value(formula, amounts, split),
                previous == null ? null : value(formula, previous, split));
    }

    private static @Nullable BigDecimal value(Formula formula, Amounts amounts, Split split) {
        Function<Measure, BigDecimal> sums = measure -> amounts.part(measure, split);
        BigDecimal value = formula.value(sums);
        return value == null ? null : plain(value);
    }

    private static @Nullable BigDecimal change(@Nullable BigDecimal value, @Nullable BigDecimal before) {
        return value == null || before == null || before.signum() == 0
                ? null
                : value.subtract(before).multiply(PERCENT).divide(before, Formula.DECIMALS, RoundingMode.HALF_UP);
    }

    /** 850000, not 8.5E+5. */
    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0, RoundingMode.UNNECESSARY) : value;
    }
}
