package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.contract.NevApi;

class NevFiguresTest {

    private final NevRule thirtyPercent = Acquisitions.thirtyPercent();

    @ParameterizedTest
    @CsvSource({
        // additions, of them new energy, open indicators, of them for new energy, allowed
        "10, 3, 0, 0, false", // 3 of 11 at the year end
        "10, 3, 1, 1, true", // 4 of 12
        "10, 3, 4, 1, false", // 4 of 15: issued petrol indicators count against it
        "0, 0, 2, 1, true" // the first of a year, with a new-energy one promised: 1 of 3
    })
    void projectsOverTheIndicatorsIssued(int additions, int newEnergy, int open, int openNewEnergy, boolean allowed) {
        Acquisitions.Facts facts = new Acquisitions.Facts(Acquisitions.form().read());
        facts.additions = additions;
        facts.newEnergy = newEnergy;
        facts.open = open;
        facts.openNewEnergy = openNewEnergy;
        assertThat(NevShareRule.check(Acquisitions.national(), facts.get()).isEmpty())
                .isEqualTo(allowed);
    }

    @Test
    void leavesAnExemptedVehicleOutOfTheNetShareOnly() {
        Acquisitions.Facts facts = new Acquisitions.Facts(Acquisitions.form().read());
        facts.newEnergy = 3;
        facts.exemptionReason = "NO_SUITABLE_MODEL";
        assertThat(NevShareRule.check(Acquisitions.national(), facts.get())).isEmpty();
        NevApi.Projection projection =
                NevShareRule.project(Acquisitions.national(), facts.get()).getFirst();
        assertThat(projection.gross()).isEqualTo(3.0 / 11);
        assertThat(projection.net()).isEqualTo(3.0 / 10);
        assertThat(projection.exempted()).isEqualTo(1);
    }

    @Test
    void takesOnlyTheReasonsOfTheRule() {
        Acquisitions.Facts facts = new Acquisitions.Facts(Acquisitions.form().read());
        facts.newEnergy = 3;
        facts.exemptionReason = "CHARGING_INFRASTRUCTURE";
        assertThat(NevShareRule.check(Acquisitions.national(), facts.get()).stream()
                        .map(Violation::rule))
                .containsExactly("nev-share-below");
    }

    @Test
    void refusesNothingWhileTooFewAreCounted() {
        NevRule fromThree = Acquisitions.share("N7", "BUDGET_UNIT", "PROCURED", 3);
        assertThat(new NevFigures(2, 0, 0, 0, 0).isMet(fromThree)).isTrue();
        assertThat(new NevFigures(3, 0, 0, 0, 0).isMet(fromThree)).isFalse();
        assertThat(new NevFigures(3, 1, 0, 0, 0).isMet(fromThree)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // additions, new energy, exempted, open, must be new energy, missing
        "10, 3, 0, 10, 3, 0", // 6 of 20
        "10, 0, 0, 5, 5, 0", // 5 of 15 is enough only when all are
        "10, 0, 0, 2, 2, 3", // even 2 of 12 is not: with 3 more it is 5 of 15
        "12, 3, 2, 0, 0, 0" // 3 of 10 net of the exempted
    })
    void saysHowManyOfTheOpenIndicatorsMustBeNewEnergy(
            int additions, int newEnergy, int exempted, int open, int must, int missing) {
        NevFigures figures = new NevFigures(additions, newEnergy, exempted, open, 0);
        assertThat(figures.mustBeNewEnergy(thirtyPercent)).isEqualTo(must);
        assertThat(figures.missing(thirtyPercent)).isEqualTo(missing);
    }

    @Test
    void countsWhatTheRuleCountsOnly() {
        NevTally tally = new NevTally(List.of(
                new NevTally.Count("REGISTERED", "NEW", "BEV", 2),
                new NevTally.Count("REGISTERED", "RENEWAL", "HEV", 3),
                new NevTally.Count("PROCURED", "NEW", "ICE", 7)));
        assertThat(NevFigures.of(thirtyPercent, tally)).isEqualTo(new NevFigures(5, 2, 0, 0, 0));
        assertThat(NevFigures.of(Acquisitions.share("N7", "BUDGET_UNIT", "PROCURED", 3), tally))
                .isEqualTo(new NevFigures(7, 0, 0, 0, 0));
    }
}
