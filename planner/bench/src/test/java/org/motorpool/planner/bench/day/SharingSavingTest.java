package org.motorpool.planner.bench.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.search.day.DayFacts;

class SharingSavingTest {

    @Test
    void comparesMoneyForTheSamePeopleOnTheWay() {
        DayFacts facts = MadeDay.of(120, 60, 3);
        AtomicLong ticks = new AtomicLong();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        new SharingSaving(facts, day -> SolvedDay.solve(day, 1, 100, ticks::incrementAndGet)
                        .solution())
                .tell(json);
        assertThat(json.properties()).hasSize(4).allSatisfy(row -> assertThat(
                        row.getValue().path("unserved").asInt())
                .isZero());
        JsonNode alone = json.path("each_unit_alone");
        assertThat(alone.path("rented").asInt())
                .isGreaterThan(json.at("/shared/rented").asInt());
        assertThat(alone.path("saving_fen").asLong())
                .isPositive()
                .isEqualTo(alone.path("spent_fen").asLong()
                        - json.at("/shared/spent_fen").asLong());
    }
}
