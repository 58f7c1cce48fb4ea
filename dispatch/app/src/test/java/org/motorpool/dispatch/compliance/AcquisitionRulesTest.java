package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.dispatch.compliance.Acquisitions.Form;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;

class AcquisitionRulesTest {

    private final RuleBook rules = Acquisitions.national();

    @Test
    void allowsWhatNoRuleStandsAgainst() {
        assertThat(broken(_ -> {})).isEmpty();
    }

    @Test
    void refusesACategoryTheJurisdictionDoesNotHave() {
        assertThat(broken(form -> form.category = "SWBZ")).containsExactly("category-unknown");
    }

    @ParameterizedTest
    @CsvSource({"3, 2, true", "3, 3, false", "0, 0, false"})
    void letsAUnitHaveAsManyAsItsQuota(int quota, int inUse, boolean allowed) {
        assertThat(isAllowed(Acquisitions.facts(Acquisitions.form().read(), quota, inUse)))
                .isEqualTo(allowed);
    }

    @Test
    void takesARenewalForOneOutOneIn() {
        Form renewal = Acquisitions.form();
        renewal.kind = "RENEWAL";
        renewal.replacedVehicleId = new UUID(0, 1);
        assertThat(isAllowed(Acquisitions.facts(renewal.read(), 3, 3))).isTrue();
        assertThat(isAllowed(Acquisitions.facts(renewal.read(), 2, 3))).isFalse();
    }

    @Test
    void advisesARenewalOnlyWhenItIsNoneYet() {
        Form renewal = Acquisitions.form();
        Violation ofNew = violations(AcquisitionRules.check(rules, Acquisitions.facts(renewal.read(), 2, 3)))
                .getFirst();
        renewal.kind = "RENEWAL";
        renewal.replacedVehicleId = new UUID(0, 1);
        Violation ofRenewal = violations(AcquisitionRules.check(rules, Acquisitions.facts(renewal.read(), 2, 3)))
                .getFirst();
        assertThat(ofNew.message()).contains("RENEWAL", "核增编制");
        assertThat(ofNew.messageEn()).contains("RENEWAL", "quota raised");
        assertThat(ofRenewal.message()).doesNotContain("RENEWAL").contains("核增编制");
        assertThat(ofRenewal.messageEn()).doesNotContain("RENEWAL").contains("quota raised");
    }

    @ParameterizedTest
    @CsvSource({"QT, 18000000, true", "QT, 18000001, false", "JYTX, 12000000, true", "JYTX, 12000001, false"})
    void takesThePriceLimitInclusively(String category, long price_fen, boolean allowed) {
        List<String> broken = broken(form -> {
            form.category = category;
            form.price_fen = price_fen;
        });
        assertThat(broken).isEqualTo(allowed ? List.of() : List.of("price-over-limit"));
    }

    @ParameterizedTest
    @CsvSource({"SEDAN, 18000000, true", "SEDAN, 18000001, false", "SMALL_BUS, 12000001, false"})
    void hasItsOwnPriceLimitForANewEnergySedanOnly(String bodyType, long price_fen, boolean allowed) {
        List<String> broken = broken(form -> {
            form.battery();
            form.category = "JYTX";
            form.bodyType = bodyType;
            form.price_fen = price_fen;
        });
        assertThat(broken).isEqualTo(allowed ? List.of() : List.of("price-over-limit"));
    }

    @ParameterizedTest
    @CsvSource({"QT, 1.8, true", "QT, 1.9, false", "JYTX, 1.6, true", "JYTX, 1.7, false"})
    void takesTheDisplacementLimitInclusively(String category, double displacement_l, boolean allowed) {
        List<String> broken = broken(form -> {
            form.category = category;
            form.price_fen = 11_000_000L;
            form.displacement_l = displacement_l;
        });
        assertThat(broken).isEqualTo(allowed ? List.of() : List.of("displacement-over-limit"));
    }

    @Test
    void asksForTheApprovalOfATierAboveBase() {
        assertThat(broken(AcquisitionRulesTest::specialMinibus)).containsExactly("approval-missing");
        assertThat(broken(form -> {
                    specialMinibus(form);
                    form.approvalDocument = "昆机管〔2026〕12号";
                }))
                .isEmpty();
    }

    @Test
    void knowsTheTiersOfTheCategory() {
        assertThat(broken(form -> form.tier = "WORK_NEED")).containsExactly("tier-unknown");
        assertThat(broken(form -> {
                    form.category = "ZFZQ";
                    form.tier = "WORK_NEED";
                    form.approvalDocument = "昆财〔2026〕3号";
                }))
                .isEmpty();
    }

    @Test
    void refusesABodyTheTierDoesNotAllow() {
        assertThat(broken(form -> {
                    specialMinibus(form);
                    form.tier = "BASE";
                    form.price_fen = 17_000_000L;
                    form.displacement_l = 1.8;
                }))
                .containsExactly("body-type-not-allowed");
    }

    @Test
    void leavesSpecialTechnicalVehiclesToTheirApproval() {
        assertThat(broken(form -> {
                    form.category = "TZZY";
                    form.tier = "BY_DEPT";
                    form.price_fen = 90_000_000L;
                    form.displacement_l = 4.0;
                    form.approvalDocument = "财行〔2026〕8号";
                }))
                .isEmpty();
    }

    @Test
    void wantsDomesticCars() {
        assertThat(broken(form -> form.domestic = false)).containsExactly("not-domestic");
    }

    @Test
    void reportsEverythingAtOnce() {
        Form form = Acquisitions.form();
        form.price_fen = 30_000_000L;
        form.displacement_l = 3.0;
        form.domestic = false;
        Acquisitions.Facts facts = new Acquisitions.Facts(form.read());
        facts.quota = 1;
        facts.inUse = 1;
        facts.newEnergy = 3;
        assertThat(violations(AcquisitionRules.check(rules, facts.get())).stream()
                        .map(Violation::rule))
                .containsExactly(
                        "quota-exceeded",
                        "price-over-limit",
                        "displacement-over-limit",
                        "not-domestic",
                        "nev-share-below");
    }

    @Test
    void namesClauseFiguresAndWhatWouldDo() {
        Form form = Acquisitions.form();
        form.category = "JYTX";
        Violation price = violations(AcquisitionRules.check(rules, Acquisitions.facts(form.read())))
                .getFirst();
        assertThat(price.clause()).isEqualTo(Acquisitions.STANDARD);
        assertThat(price.message()).contains("15.98 万元", "上限 12 万元", "超出 3.98 万元", "若改为新能源轿车，上限为 18 万元");
        assertThat(price.messageEn()).contains("CNY 159,800.00", "CNY 120,000.00", "CNY 180,000.00");
    }

    private static void specialMinibus(Form form) {
        form.tier = "SPECIAL_A";
        form.bodyType = "MEDIUM_BUS";
        form.seats = 14;
        form.price_fen = 18_980_000L;
        form.displacement_l = 2.2;
    }

    private List<String> broken(Consumer<Form> difference) {
        Form form = Acquisitions.form();
        difference.accept(form);
        return violations(AcquisitionRules.check(rules, Acquisitions.facts(form.read()))).stream()
                .map(Violation::rule)
                .toList();
    }

    private boolean isAllowed(AcquisitionFacts facts) {
        return violations(AcquisitionRules.check(rules, facts)).isEmpty();
    }

    private static List<Violation> violations(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Allowed() -> List.of();
            case Verdict.Refused(List<Violation> violations) -> violations;
        };
    }
}
