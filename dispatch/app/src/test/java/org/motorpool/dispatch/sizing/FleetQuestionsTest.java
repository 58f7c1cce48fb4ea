package org.motorpool.dispatch.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.FleetSizingApi.CategoryFleet;
import org.motorpool.dispatch.contract.FleetSizingApi.LeastFleet;
import org.motorpool.planner.contract.FleetApi;

class FleetQuestionsTest {

    private static final LocalDate DAY = LocalDate.parse("2025-03-04");
    private static final SizingPeriod TWO_DAYS = new SizingPeriod(DAY, DAY.plusDays(1));

    @Test
    void sharesATripOverMidnightBetweenItsDays() {
        DrivenUse night = use("2025-03-04T22:00:00+08:00", "2025-03-05T04:00:00+08:00", 60);

        List<FleetApi.Uses> questions = Questions.of(TWO_DAYS, List.of(night), 300);

        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.range_km()).isEqualTo(300);
            assertThat(question.days()).hasSize(2);
            assertThat(question.days().getFirst().uses()).singleElement().satisfies(evening -> {
                assertThat(evening.to()).isEqualTo(Instant.parse("2025-03-04T16:00:00Z"));
                assertThat(evening.km()).isEqualTo(20);
                assertThat(evening.city()).isEqualTo("310100");
            });
            assertThat(question.days().getLast().uses())
                    .extracting(FleetApi.Use::km)
                    .containsExactly(40.0);
        });
    }

    @Test
    void asksInPartsThatOneQuestionMayHold() {
        DrivenUse first = use("2025-03-04T08:00:00+08:00", "2025-03-04T09:00:00+08:00", 1);
        DrivenUse second = use("2025-03-05T08:00:00+08:00", "2025-03-05T09:00:00+08:00", 1);
        List<DrivenUse> many = new java.util.ArrayList<>(Collections.nCopies(FleetApi.MOST, first));
        many.add(second);

        assertThat(Questions.of(TWO_DAYS, many, 300)).hasSize(2);
        assertThat(Questions.of(TWO_DAYS, List.of(), 300)).isEmpty();
        many.add(first);
        assertThatThrownBy(() -> Questions.of(TWO_DAYS, many, 300)).hasMessageContaining("fleet-sizing-too-large");
    }

    @Test
    void keepsTheGreatestNeedOfAllParts() {
        LeastFleets fleets = new LeastFleets();
        fleets.read(List.of(use("2025-03-04T08:00:00+08:00", "2025-03-04T09:00:00+08:00", 1)));
        fleets.add(needs(need("UNIT", "A", 2, 1), need("UNIT", "B", 1, 0), need("ALL", "", 2, 1)));
        fleets.add(needs(need("UNIT", "A", 1, 1), need("UNIT", "B", 2, 0), need("ALL", "", 3, 0)));

        assertThat(fleets.categories()).containsExactly(new CategoryFleet("QT", 4, 0, 0, 3, 1, 25, 2));
        assertThat(fleets.needs())
                .containsExactly(
                        new LeastFleet("UNIT", "A", "甲", "QT", 2, 1), new LeastFleet("UNIT", "B", null, "QT", 2, 2));
        assertThat(fleets.uses()).isOne();
    }

    @Test
    void readsAYearInParts() {
        SizingPeriod year = new SizingPeriod(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-12-31"));

        assertThat(year.parts())
                .hasSize(14)
                .last()
                .isEqualTo(new SizingPeriod(LocalDate.parse("2025-12-31"), LocalDate.parse("2025-12-31")));
        assertThat(year.parts().stream().mapToInt(part -> part.days().size()).sum())
                .isEqualTo(365);
    }

    private static FleetApi.CircleNeeds needs(FleetApi.CircleNeed... needs) {
        return new FleetApi.CircleNeeds(List.of(needs));
    }

    private static FleetApi.CircleNeed need(String level, String code, int vehicles, int beyondRange) {
        return new FleetApi.CircleNeed(level, code, "QT", vehicles, beyondRange);
    }

    private static DrivenUse use(String from, String to, double km) {
        Instant departed = java.time.OffsetDateTime.parse(from).toInstant();
        Instant returned = java.time.OffsetDateTime.parse(to).toInstant();
        return new DrivenUse("A", "甲", "310115", "QT", departed, returned, 31.2, 121.5, km);
    }
}
