package org.motorpool.dispatch.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motorpool.dispatch.compliance.DisposalLogic.Outcome;
import org.motorpool.dispatch.compliance.DisposalLogic.Position;
import org.motorpool.dispatch.compliance.DisposalRule.Income;
import org.motorpool.dispatch.compliance.DisposalRule.Receiver;
import org.motorpool.dispatch.compliance.DisposalStep.Kind;

class DisposalLogicTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private static final DisposalRule AUCTION =
            new DisposalRule("AUCTION", true, 7, Income.REQUIRED, Receiver.NONE, "条款");
    private static final DisposalRule TRANSFER =
            new DisposalRule("TRANSFER", false, 0, Income.NONE, Receiver.UNIT, "条款");
    private static final DisposalRule LOSS = new DisposalRule("LOSS", true, 0, Income.OPTIONAL, Receiver.NONE, "条款");

    /** Every pair of status and step; "-" is refused. An auction needs everything, a transfer the least. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            status,        APPRAISE,  APPROVE,  REJECT,   NOTICE,   EXECUTE,  POST_INCOME,   DEREGISTER,   CLOSE,  CANCEL
            APPLIED,       APPRAISED, -,        REJECTED, -,        -,        -,             -,            -,      CANCELLED
            APPRAISED,     -,         APPROVED, REJECTED, -,        -,        -,             -,            -,      CANCELLED
            APPROVED,      -,         -,        -,        APPROVED, EXECUTED, -,             -,            -,      CANCELLED
            REJECTED,      -,         -,        -,        -,        -,        -,             -,            -,      -
            EXECUTED,      -,         -,        -,        -,        -,        INCOME_POSTED, -,            -,      -
            INCOME_POSTED, -,         -,        -,        -,        -,        -,             DEREGISTERED, -,      -
            DEREGISTERED,  -,         -,        -,        -,        -,        -,             -,            CLOSED, -
            CLOSED,        -,         -,        -,        -,        -,        -,             -,            -,      -
            CANCELLED,     -,         -,        -,        -,        -,        -,             -,            -,      -
            """)
    void takesAnAuctionThroughEveryStep(
            DisposalStatus status,
            String a,
            String b,
            String c,
            String d,
            String e,
            String f,
            String g,
            String h,
            String i) {
        assertThat(row(status, AUCTION)).containsExactly(a, b, c, d, e, f, g, h, i);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            status,        APPRAISE,  APPROVE,  REJECT,   NOTICE, EXECUTE,  POST_INCOME, DEREGISTER,   CLOSE,  CANCEL
            APPLIED,       APPRAISED, APPROVED, REJECTED, -,      -,        -,           -,            -,      CANCELLED
            APPRAISED,     -,         APPROVED, REJECTED, -,      -,        -,           -,            -,      CANCELLED
            APPROVED,      -,         -,        -,        -,      EXECUTED, -,           -,            -,      CANCELLED
            REJECTED,      -,         -,        -,        -,      -,        -,           -,            -,      -
            EXECUTED,      -,         -,        -,        -,      -,        -,           DEREGISTERED, -,      -
            INCOME_POSTED, -,         -,        -,        -,      -,        -,           DEREGISTERED, -,      -
            DEREGISTERED,  -,         -,        -,        -,      -,        -,           -,            CLOSED, -
            CLOSED,        -,         -,        -,        -,      -,        -,           -,            -,      -
            CANCELLED,     -,         -,        -,        -,      -,        -,           -,            -,      -
            """)
    void asksOfATransferNeitherAppraisalNorNoticeNorIncome(
            DisposalStatus status,
            String a,
            String b,
            String c,
            String d,
            String e,
            String f,
            String g,
            String h,
            String i) {
        assertThat(row(status, TRANSFER)).containsExactly(a, b, c, d, e, f, g, h, i);
    }

    private static List<String> row(DisposalStatus status, DisposalRule rule) {
        return java.util.Arrays.stream(Kind.values())
                .map(step ->
                        DisposalLogic.after(status, step, rule).map(Enum::name).orElse("-"))
                .toList();
    }

    @Test
    void takesOrLeavesTheIncomeOfALoss() {
        assertThat(DisposalLogic.next(DisposalStatus.EXECUTED, LOSS))
                .containsExactly(Kind.POST_INCOME, Kind.DEREGISTER);
    }

    @Test
    void refusesToSellBeforeTheNotice() {
        assertThat(take(approved(null), new DisposalStep.Execute(TODAY)))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.rule())
                        .isEqualTo("notice-missing"));
    }

    @Test
    void sellsTheDayAfterTheNoticeAndNotOnItsLastDay() {
        assertThat(take(approved(TODAY), new DisposalStep.Execute(TODAY)))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.rule())
                        .isEqualTo("notice-running"));
        assertThat(take(approved(TODAY.minusDays(1)), new DisposalStep.Execute(TODAY)))
                .isEqualTo(new Outcome.Moved(DisposalStatus.EXECUTED));
    }

    @Test
    void wantsSevenDaysOfNotice() {
        LocalDate from = LocalDate.of(2026, 11, 10);
        assertThat(take(approved(null), new DisposalStep.Notice(from, from.plusDays(6))))
                .isEqualTo(new Outcome.Moved(DisposalStatus.APPROVED));
        assertThat(take(approved(null), new DisposalStep.Notice(from, from.plusDays(5))))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.rule())
                        .isEqualTo("notice-too-short"));
    }

    @Test
    void knowsNoNoticeBeforeTheApproval() {
        LocalDate from = LocalDate.of(2026, 10, 31);
        assertThat(take(approved(null), new DisposalStep.Notice(from, from.plusDays(10))))
                .isInstanceOfSatisfying(Outcome.WrongDay.class, wrong -> assertThat(wrong.field())
                        .isEqualTo("from"));
    }

    @Test
    void knowsNoStepOfTomorrowAndNoneBeforeTheOneItFollows() {
        Position executed = new Position(DisposalStatus.EXECUTED, LocalDate.of(2026, 11, 1), null, TODAY.minusDays(3));
        assertThat(take(executed, new DisposalStep.PostIncome(0, "R1", TODAY.plusDays(1))))
                .isInstanceOf(Outcome.WrongDay.class);
        assertThat(take(executed, new DisposalStep.PostIncome(0, "R1", TODAY.minusDays(4))))
                .isInstanceOf(Outcome.WrongDay.class);
        assertThat(take(executed, new DisposalStep.PostIncome(0, "R1", TODAY.minusDays(3))))
                .isEqualTo(new Outcome.Moved(DisposalStatus.INCOME_POSTED));
    }

    @Test
    void followsTheRuleOfTheDayAndTheProvince() {
        DisposalRule ten = new DisposalRule("AUCTION", true, 10, Income.REQUIRED, Receiver.NONE, "省条款");
        DisposalRuleBook book = new DisposalRuleBook(List.of(
                new DisposalRuleBook.Dated("100000", LocalDate.of(2017, 12, 5), LocalDate.MAX, AUCTION),
                new DisposalRuleBook.Dated("310000", LocalDate.of(2026, 1, 1), LocalDate.MAX, ten)));
        assertThat(book.get("AUCTION", "310000", LocalDate.of(2025, 12, 31))).isEqualTo(AUCTION);
        assertThat(book.get("AUCTION", "310000", LocalDate.of(2026, 1, 1))).isEqualTo(ten);
        assertThat(book.get("AUCTION", "320000", LocalDate.of(2026, 1, 1))).isEqualTo(AUCTION);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> book.get("AUCTION", "310000", LocalDate.of(2017, 12, 4)));
    }

    private static Position approved(LocalDate noticeTo) {
        return new Position(DisposalStatus.APPROVED, LocalDate.of(2026, 11, 1), noticeTo, null);
    }

    private static Outcome take(Position position, DisposalStep step) {
        return DisposalLogic.take(position, AUCTION, step, TODAY);
    }
}
