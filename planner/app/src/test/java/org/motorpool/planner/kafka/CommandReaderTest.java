package org.motorpool.planner.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.planner.PlannerWireTypes;
import org.motorpool.planner.contract.PlannerCommand.StopPlan;
import org.motorpool.planner.kafka.CommandReader.Reading.Command;
import org.motorpool.planner.kafka.CommandReader.Reading.Garbage;
import org.motorpool.planner.kafka.CommandReader.Reading.Refused;

class CommandReaderTest {

    private static final String PLAN_ID = "01999999-0000-7000-8000-000000000001";

    private final CommandReader reader = new CommandReader(mapper());

    @Test
    void readsACommand() {
        String json = "{\"type\":\"stop-plan\",\"planId\":\"%s\",\"planningUnit\":\"310000-01\"}".formatted(PLAN_ID);

        assertThat(reader.read(json)).isEqualTo(new Command(new StopPlan(UUID.fromString(PLAN_ID), "310000-01")));
    }

    @Test
    void refusesABrokenCommandThatNamesItsPlan() {
        String rideEndsBeforeItStarts = """
                {"type":"solve-plan","planId":"%s","planningUnit":"310000-01","seconds":1,"seed":1,"vehicles":[],"rides":[
                {"period":{"from":"2026-10-12T02:00:00Z","to":"2026-10-12T01:00:00Z"}}]}""".formatted(PLAN_ID);

        assertThat(reader.read(rideEndsBeforeItStarts)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.answer().planId()).hasToString(PLAN_ID);
            assertThat(refused.answer().planningUnit()).isEqualTo("310000-01");
            assertThat(refused.answer().code()).isEqualTo("unreadable-command");
            assertThat(refused.answer().reason())
                    .contains("from (2026-10-12T02:00:00Z) must be before to (2026-10-12T01:00:00Z)");
        });
    }

    @Test
    void refusesACommandWithoutRides() {
        String json = "{\"type\":\"solve-plan\",\"planId\":\"%s\",\"planningUnit\":\"310000-01\"}".formatted(PLAN_ID);

        assertThat(reader.read(json)).isInstanceOf(Refused.class);
    }

    @Test
    void recognisesGarbage() {
        assertThat(reader.read("positions!")).isInstanceOf(Garbage.class);
        assertThat(reader.read("{}")).isInstanceOf(Garbage.class);
        assertThat(reader.read("{\"type\":\"stop-plan\"}")).isInstanceOf(Garbage.class);
    }

    @Test
    void leavesCommandsOfALaterVersionAlone() {
        String json = "{\"type\":\"pause-plan\",\"planId\":\"%s\",\"planningUnit\":\"310000-01\"}".formatted(PLAN_ID);

        assertThat(reader.read(json)).isInstanceOf(Garbage.class);
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new PlannerWireTypes().customize(mapper);
        return mapper;
    }
}
