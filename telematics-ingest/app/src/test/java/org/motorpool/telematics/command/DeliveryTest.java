package org.motorpool.telematics.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.telematics.command.Commands.NOW;
import static org.motorpool.telematics.command.Commands.TOMORROW;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.motorpool.telematics.command.Delivery.Step;
import org.motorpool.telematics.contract.Answer;

class DeliveryTest {

    private static final Retransmission RULE = new Retransmission(Duration.ofSeconds(10), 3);
    private static final Answer POSITION = new Answer.Position(NOW, 31.23, 121.47, 36.5, 270, true);

    private final Delivery text = Delivery.first(Commands.text(), 7, 1);
    private final Delivery locate = Delivery.first(Commands.locate(), 7, 1);
    /** Frames 65534, 65535 and 0. */
    private final Delivery split = Delivery.first(Commands.text(), 65_534, 3);

    @Test
    void waitsLongerAfterEachTime() {
        assertThat(IntStream.rangeClosed(1, 4).mapToObj(RULE::timeout))
                .containsExactly(seconds(10), seconds(20), seconds(60), seconds(240));
    }

    @Test
    void sendsAgainThreeTimesAndThenGivesUp() {
        Delivery second = repeated(text, NOW);
        Delivery third = repeated(second, NOW);
        Delivery fourth = repeated(third, NOW);
        assertThat(fourth.attempts()).isEqualTo(4);
        assertThat(fourth.onSilence(NOW, RULE)).isEqualTo(new Step.Done(Outcome.failed(1, Outcome.NO_ANSWER)));
    }

    @Test
    void sendsUnderTheSameSerial() {
        assertThat(repeated(text, NOW).serial()).isEqualTo(7);
    }

    @Test
    void countsWhatWasSentOnEarlierConnections() {
        Delivery third = Delivery.first(Commands.queued(Commands.text().instruction(), null, 3), 7, 1);
        assertThat(third.sent()).isEqualTo(1);
        assertThat(repeated(third, NOW).onSilence(NOW, RULE))
                .isEqualTo(new Step.Done(Outcome.failed(1, Outcome.NO_ANSWER)));
    }

    @Test
    void isNotSentAgainWhenItsTimeIsOver() {
        assertThat(text.onSilence(TOMORROW, RULE)).isEqualTo(new Step.Done(Outcome.expired()));
    }

    @Test
    void isAcknowledgedByAGeneralResponse() {
        assertThat(text.on(new Response.Taken(7, 0))).isEqualTo(new Step.Done(Outcome.acknowledged()));
    }

    @Test
    void failsWithTheResultOfTheTerminal() {
        assertThat(text.on(new Response.Taken(7, 3))).isEqualTo(new Step.Done(Outcome.refused(3)));
    }

    @Test
    void ignoresWhatIsSaidToAnotherMessage() {
        assertThat(text.on(new Response.Taken(8, 0))).isEqualTo(new Step.Unrelated());
        assertThat(text.on(new Response.Answered(0x0201, 7, 0, POSITION))).isEqualTo(new Step.Unrelated());
        assertThat(locate.on(new Response.Answered(0x0201, 8, 0, POSITION))).isEqualTo(new Step.Unrelated());
        assertThat(locate.on(new Response.Answered(0x0104, 7, 0, null))).isEqualTo(new Step.Unrelated());
    }

    @Test
    void isAnsweredByTheMessageItAsksFor() {
        Step answered = new Step.Done(new Outcome(State.ANSWERED, 0, null, POSITION));
        assertThat(locate.on(new Response.Answered(0x0201, 7, 0, POSITION))).isEqualTo(answered);
        // 2011 does not say which request it answers
        assertThat(locate.on(new Response.Answered(0x0201, null, 0, POSITION))).isEqualTo(answered);
    }

    @Test
    void isAcknowledgedWithTheLastFrameOfASplitMessage() {
        assertThat(split.on(new Response.Taken(0, 0))).isEqualTo(new Step.Done(Outcome.acknowledged()));
        assertThat(split.on(new Response.Taken(1, 0))).isEqualTo(new Step.Unrelated());
    }

    @Test
    void sendsASplitMessageAgainWhenOnlySomeFramesAreConfirmed() {
        Delivery second = confirmed(confirmed(split, 65_534), 65_535);
        assertThat(second.onSilence(NOW, RULE)).isInstanceOf(Step.Repeat.class);
    }

    @Test
    void takesTheFirstFrameForTheWholeWhenNothingElseIsConfirmed() {
        assertThat(confirmed(split, 65_534).onSilence(NOW, RULE)).isEqualTo(new Step.Done(Outcome.acknowledged()));
    }

    private static Delivery repeated(Delivery delivery, Instant now) {
        return ((Step.Repeat) delivery.onSilence(now, RULE)).delivery();
    }

    private static Delivery confirmed(Delivery delivery, int serial) {
        return ((Step.Wait) delivery.on(new Response.Taken(serial, 0))).delivery();
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
