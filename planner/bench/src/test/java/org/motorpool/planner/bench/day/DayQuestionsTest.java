package org.motorpool.planner.bench.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan driven with 60 events; the referee drives the day anew, and each ride moved has paid for it. */
class DayQuestionsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void keepsEveryRuleThroughADayOfEvents(long seed) {
        AtomicLong ticks = new AtomicLong();
        SolvedDay solved = SolvedDay.solve(MadeDay.of(120, 60, seed), seed, 10, ticks::incrementAndGet);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        new DayQuestions(solved, ticks::incrementAndGet, seed, 60).replan(json);
        assertThat(json.path("events").asInt()).isEqualTo(60);
    }
}
