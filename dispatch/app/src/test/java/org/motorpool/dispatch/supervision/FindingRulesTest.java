package org.motorpool.dispatch.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.contract.SupervisionApi.Finding;
import org.motorpool.dispatch.contract.SupervisionApi.NewStep;
import org.motorpool.dispatch.organisation.Scope;

class FindingRulesTest {

    private static final String UNIT = "/100000/310000/310115/";
    private static final LocalDate DUE = LocalDate.of(2026, 12, 10);
    private static final FindingStep EXPLAIN = new FindingStep.Explain("执行应急任务，已补派车单");
    private static final FindingStep CLOSE = new FindingStep.Close(FindingStep.Outcome.JUSTIFIED, "材料齐全");
    private static final FindingStep UNFOUNDED = new FindingStep.Close(FindingStep.Outcome.UNFOUNDED, "终端漂移");

    @ParameterizedTest
    @CsvSource({
        "RAISED,RAISED,false",
        "RAISED,EXPLAINING,true",
        "RAISED,CLOSED,true",
        "RAISED,TRANSFERRED,true",
        "EXPLAINING,RAISED,false",
        "EXPLAINING,EXPLAINING,true",
        "EXPLAINING,CLOSED,true",
        "EXPLAINING,TRANSFERRED,true",
        "CLOSED,RAISED,false",
        "CLOSED,EXPLAINING,false",
        "CLOSED,CLOSED,false",
        "CLOSED,TRANSFERRED,false",
        "TRANSFERRED,RAISED,false",
        "TRANSFERRED,EXPLAINING,false",
        "TRANSFERRED,CLOSED,false",
        "TRANSFERRED,TRANSFERRED,false"
    })
    void goesOnlyForward(FindingStatus from, FindingStatus to, boolean may) {
        assertThat(from.mayBecome(to)).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({
        // status, explained by, who, where, role, step, allowed
        "RAISED,,officer,/100000/310000/310115/,FLEET_OFFICER,EXPLAIN,true",
        "RAISED,,boss,/100000/310000/310115/,SUPERVISOR,EXPLAIN,false",
        "EXPLAINING,officer,officer,/100000/310000/310115/,FLEET_OFFICER,CLOSE,false",
        "EXPLAINING,officer,other,/100000/310000/310115/,FLEET_OFFICER,CLOSE,false",
        "EXPLAINING,officer,above,/100000/310000/,FLEET_OFFICER,CLOSE,true",
        "EXPLAINING,above,above,/100000/310000/,FLEET_OFFICER,CLOSE,false",
        "EXPLAINING,officer,eye,/100000/310000/310115/,SUPERVISOR,CLOSE,true",
        "EXPLAINING,eye,eye,/100000/,SUPERVISOR,CLOSE,false",
        "CLOSED,officer,above,/100000/310000/,FLEET_OFFICER,CLOSE,false"
    })
    void isReviewedFromAboveAndNotByWhoExplained(
            String status,
            String explainedBy,
            String username,
            String path,
            String role,
            String step,
            boolean allowed) {
        Scope caller = new Scope(UUID.randomUUID(), username, username, UUID.randomUUID(), path, Set.of(role));
        FindingStep taken = step.equals("EXPLAIN") ? EXPLAIN : CLOSE;
        assertThat(isAllowed(finding(status, explainedBy), taken, caller, DUE.minusDays(3)))
                .isEqualTo(allowed);
    }

    @Test
    void hearsTheUnitBeforeItIsJudged() {
        Scope above =
                new Scope(UUID.randomUUID(), "above", "above", UUID.randomUUID(), "/100000/", Set.of("FLEET_OFFICER"));
        FindingFile raised = finding("RAISED", null);
        assertThatThrownBy(() -> FindingRules.require(raised, CLOSE, above, DUE))
                .hasMessageContaining("finding-not-explained");
        assertThatCode(() -> FindingRules.require(raised, UNFOUNDED, above, DUE))
                .doesNotThrowAnyException();
        assertThatCode(() -> FindingRules.require(raised, CLOSE, above, DUE.plusDays(1)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,说明情况属实,-,step",
                "DELETE,说明情况属实,-,step",
                "EXPLAIN,短,-,text",
                "EXPLAIN,-,-,text",
                "EXPLAIN,说明情况属实,CONFIRMED,outcome",
                "CLOSE,说明情况属实,-,outcome",
                "CLOSE,说明情况属实,GUILTY,outcome",
                "TRANSFER,说明情况属实,CONFIRMED,outcome"
            })
    void namesTheBadField(String step, String text, String outcome, String field) {
        assertThatThrownBy(() -> FindingStep.read(new NewStep(step, text, outcome)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().field()).isEqualTo(field));
    }

    private static boolean isAllowed(FindingFile finding, FindingStep step, Scope caller, LocalDate today) {
        try {
            FindingRules.require(finding, step, caller, today);
            return true;
        } catch (ProblemException _) {
            return false;
        }
    }

    private static FindingFile finding(String status, String explainedBy) {
        return new FindingFile(
                new Finding(
                        UUID.randomUUID(),
                        "V08",
                        "无派车单出车",
                        UUID.randomUUID(),
                        "浦东新区",
                        null,
                        null,
                        "RED",
                        status,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        "",
                        "",
                        "",
                        Map.of(),
                        Instant.EPOCH,
                        DUE,
                        false,
                        null,
                        explainedBy,
                        null,
                        null,
                        null,
                        null,
                        null),
                UNIT);
    }
}
