package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StrictnessTest {

    @Test
    void findsTheFieldInWhichALimitIsLaxer() {
        EquipmentLimit national = limit(18_000_000L, 1.8, true);
        assertThat(Strictness.laxer(limit(17_000_000L, 1.6, true), national)).isEmpty();
        assertThat(Strictness.laxer(limit(18_000_001L, 1.8, true), national)).contains("priceMax_fen");
        assertThat(Strictness.laxer(limit(18_000_000L, null, true), national)).contains("displacementMax_l");
        assertThat(Strictness.laxer(limit(18_000_000L, 1.8, false), national)).contains("approvalRequired");
    }

    @Test
    void wantsAtLeastTheShareAndNoMoreEnergyTypes() {
        assertThat(Strictness.laxer(share("0.5", Set.of("BEV")), share("0.3", Set.of("BEV", "PHEV"))))
                .isEmpty();
        assertThat(Strictness.laxer(share("0.2", Set.of("BEV")), share("0.3", Set.of("BEV"))))
                .contains("threshold");
        assertThat(Strictness.laxer(share("0.3", Set.of("BEV", "ICE")), share("0.3", Set.of("BEV"))))
                .contains("energyTypes");
    }

    @Test
    void takesEitherYearsOrKilometresForLaxerThanYears() {
        RenewalRule national = renewal(8, null, "AND");
        assertThat(Strictness.laxer(renewal(10, 100_000, "AND"), national)).isEmpty();
        assertThat(Strictness.laxer(renewal(10, 100_000, "OR"), national)).contains("logic");
        assertThat(Strictness.laxer(renewal(6, 100_000, "AND"), national)).contains("minYears");
    }

    @Test
    void comparesTwoStaircasesStepByStep() {
        QuotaFormula national = formula(List.of(50, 100), List.of(1, 2, 3));
        assertThat(Strictness.laxer(formula(List.of(60, 120), List.of(1, 2, 3)), national))
                .isEmpty();
        assertThat(Strictness.laxer(formula(List.of(40, 100), List.of(1, 2, 3)), national))
                .contains("numbers");
    }

    @Test
    void appliesAllRowsOfAKeyUnlessTheHigherOneLetsGo() {
        RenewalRule national = renewal(8, null, "AND");
        RenewalRule city = new RenewalRule(head("320500", 2, false), "*", 10, null, "AND", true);
        assertThat(RuleBook.of(List.of(national, city)).list(RenewalRule.class)).containsExactly(city, national);
        RenewalRule relaxable = new RenewalRule(head("100000", 1, true), "*", 8, null, "AND", true);
        assertThat(RuleBook.of(List.of(relaxable, city)).list(RenewalRule.class))
                .containsExactly(city);
    }

    private static RuleHead head(String jurisdiction, long id, boolean relaxable) {
        return new RuleHead(id, jurisdiction, "", true, relaxable, null, java.time.LocalDate.of(2017, 12, 5), null);
    }

    private static EquipmentLimit limit(Long price_fen, Double displacement_l, boolean approval) {
        return new EquipmentLimit(
                Acquisitions.head(""), "QT", "BASE", Set.of("SEDAN"), price_fen, displacement_l, null, "", approval);
    }

    private static NevRule share(String threshold, Set<String> energyTypes) {
        NevRule model = Acquisitions.thirtyPercent();
        return new NevRule(
                model.head(),
                "N1",
                "PROVINCE",
                "REGISTERED",
                new BigDecimal(threshold),
                energyTypes,
                false,
                model.kinds(),
                Set.of(),
                Set.of(),
                1);
    }

    private static RenewalRule renewal(int years, Integer km, String logic) {
        return new RenewalRule(head("100000", 1, false), "*", years, km, logic, true);
    }

    private static QuotaFormula formula(List<Integer> steps, List<Integer> numbers) {
        return new QuotaFormula(Acquisitions.head(""), "F", List.of("JYTX"), steps, numbers, 5, false);
    }
}
