package org.motorpool.dispatch.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.ReportApi;

class FieldFiguresTest {

    @Test
    void takesTheShareOfTheSumsAndNotTheMeanOfShares() {
        Amounts large = sums(Map.of(Measure.ADDED, 90L, Measure.NEW_ENERGY, 9L));
        Amounts small = sums(Map.of(Measure.ADDED, 10L, Measure.NEW_ENERGY, 10L));
        assertThat(value("A10", large.plus(small))).isEqualByComparingTo("19");
    }

    @Test
    void takesExemptionsOffTheNetShareOnly() {
        Amounts amounts = sums(Map.of(Measure.ADDED, 10L, Measure.NEW_ENERGY, 3L, Measure.EXEMPT, 4L));
        assertThat(value("A10", amounts)).isEqualByComparingTo("30");
        assertThat(value("A12", amounts)).isEqualByComparingTo("50");
    }

    @Test
    void hasNoShareOfNothing() {
        assertThat(value("A10", Amounts.NONE)).isNull();
        assertThat(value("A03", Amounts.NONE)).isZero();
    }

    @Test
    void showsFenAsYuanAndMetresAsKilometres() {
        Amounts amounts = sums(Map.of(Measure.RUNNING_COST_FEN, 1_234_567L, Measure.DISTANCE_M, 98_765_432L));
        assertThat(value("A19", amounts)).isEqualByComparingTo("12345.67");
        assertThat(value("A29", amounts)).isEqualByComparingTo("98765.43");
        assertThat(value("A33", amounts)).isEqualByComparingTo("12.50");
    }

    @Test
    void dividesByTheMeanOfTheVehiclesAtBothEndsOfTheYear() {
        Amounts amounts = sums(Map.of(Measure.RUNNING_COST_FEN, 300_00L, Measure.OPENING_STOCK, 1L, Measure.STOCK, 2L));
        assertThat(value("A28", amounts)).isEqualByComparingTo("200");
    }

    @Test
    void countsLitresAndKilowattHoursPer100Kilometres() {
        Amounts amounts = sums(Map.of(
                Measure.FUEL_L,
                80L,
                Measure.FUELLED_M,
                1_000_000L,
                Measure.CHARGED_KWH,
                30L,
                Measure.CHARGED_M,
                200_000L));
        assertThat(value("A31", amounts)).isEqualByComparingTo("8");
        assertThat(value("A32", amounts)).isEqualByComparingTo("15");
    }

    @Test
    void saysWhyAFieldIsUnknownAndNever0() {
        ReportApi.Field complaints = field("A44", Amounts.NONE, Amounts.NONE);
        assertThat(complaints.value()).isNull();
        assertThat(complaints.note()).contains("12345");
        assertThat(complaints.measures()).isEmpty();
    }

    @Test
    void comparesWithTheYearBefore() {
        ReportApi.Field stock = field("A03", sums(Map.of(Measure.STOCK, 90L)), sums(Map.of(Measure.STOCK, 120L)));
        assertThat(stock.previous()).isEqualByComparingTo("120");
        assertThat(stock.change()).isEqualByComparingTo("-25");
    }

    @Test
    void hasNoComparisonWithoutAYearBefore() {
        ReportApi.Field stock = field("A03", sums(Map.of(Measure.STOCK, 90L)), null);
        assertThat(stock.previous()).isNull();
        assertThat(stock.change()).isNull();
    }

    @Test
    void showsHowFarFindingsHaveCome() {
        ReportApi.Field findings = new FieldFigures(
                        sums(Map.of(Measure.RAISED, 9L, Measure.REVIEWED, 5L, Measure.CONFIRMED, 2L)), null)
                .fields(List.of(row("A43", "stage")))
                .getFirst();
        assertThat(findings.splits().stream().map(part -> part.key() + " " + part.value()))
                .containsExactly("RAISED 9", "REVIEWED 5", "CONFIRMED 2", "TRANSFERRED 0");
    }

    private static BigDecimal value(String code, Amounts amounts) {
        return field(code, amounts, null).value();
    }

    private static ReportApi.Field field(String code, Amounts amounts, Amounts before) {
        return new FieldFigures(amounts, before).fields(List.of(row(code))).getFirst();
    }

    private static ReportField row(String code, String... splitBy) {
        return new ReportField(code, "名称", "name", "辆", "", "", List.of(splitBy));
    }

    private static Amounts sums(Map<Measure, Long> totals) {
        Map<Measure, Map<Split, BigDecimal>> sums = new EnumMap<>(Measure.class);
        totals.forEach((measure, total) -> sums.put(measure, Map.of(Split.ALL, BigDecimal.valueOf(total))));
        return Amounts.of(sums);
    }
}
