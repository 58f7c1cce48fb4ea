package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motorpool.dispatch.compliance.Acquisitions.Form;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;

class NevShareRuleTest {

    @ParameterizedTest
    @CsvSource({
        "9, 3, true", // 3 of 10 after it: exactly 30 %
        "10, 3, false", // 3 of 11: 27.3 %
        "2, 1, true", // 1 of 3
        "3, 1, false", // 1 of 4
        "0, 0, false" // the first of a year must be a new-energy one
    })
    void countsThisVehicleIntoTheShare(int additions, int newEnergy, boolean allowed) {
        assertThat(check(Acquisitions.form(), additions, newEnergy).isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 3", "10, 0"})
    void neverRefusesANewEnergyVehicle(int additions, int newEnergy) {
        assertThat(check(Acquisitions.form().battery(), additions, newEnergy)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEV", "ICE"})
    void doesNotCountPlainHybridsUnlessTheRuleSaysSo(String energyType) {
        Form form = Acquisitions.form();
        form.energyType = energyType;
        assertThat(check(form, 10, 3)).isPresent();
        NevRule national = Acquisitions.thirtyPercent();
        NevRule withHybrids = new NevRule(
                national.head(),
                "N1",
                "PROVINCE",
                "REGISTERED",
                national.threshold(),
                national.energyTypes(),
                true,
                national.kinds(),
                Set.of(),
                Set.of(),
                1);
        assertThat(withHybrids.counts(energyType)).isEqualTo(energyType.equals("HEV"));
    }

    @Test
    void saysTheFiguresAndHowManyNewEnergyVehiclesWouldDo() {
        Violation violation = check(Acquisitions.form(), 10, 3).orElseThrow();
        assertThat(violation.rule()).isEqualTo("nev-share-below");
        assertThat(violation.clause()).isEqualTo(Acquisitions.NEV_CLAUSE);
        assertThat(violation.message())
                .contains("江苏省2026年", "10 辆", "新能源 3 辆", "27.3%(3/11)", "低于 30%", "占比为 36.4%", "再登记 1 辆新能源车辆");
    }

    @ParameterizedTest
    @CsvSource({"11, 3, 1", "10, 3, 0", "1, 0, 1", "20, 2, 6", "100, 30, 0"})
    void knowsHowManyAreMissing(int additions, int newEnergy, int missing) {
        NevRule rule = Acquisitions.thirtyPercent();
        assertThat(rule.missing(newEnergy, additions)).isEqualTo(missing);
        assertThat(rule.isMet(newEnergy + missing, additions + missing)).isTrue();
        assertThat(missing == 0 || !rule.isMet(newEnergy + missing - 1, additions + missing - 1))
                .isTrue();
    }

    @Test
    void leavesProvincesWithoutARuleAlone() {
        RuleBook none = new RuleBook(List.of());
        assertThat(NevShareRule.check(
                        none, Acquisitions.inProvince(Acquisitions.form().read(), 10, 0)))
                .isEmpty();
    }

    private static Optional<Violation> check(Form form, int additions, int newEnergy) {
        return NevShareRule.check(Acquisitions.national(), Acquisitions.inProvince(form.read(), additions, newEnergy))
                .stream()
                .findFirst();
    }
}
