package org.motorpool.planner.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.motorpool.planner.contract.PlannerCommand;
import org.motorpool.planner.contract.PlannerEvent.PlanFailed;

/** Reads what came over the wire, which may be anything. */
@ApplicationScoped
class CommandReader {

    /** What the bytes turned out to be. */
    sealed interface Reading {
        /** A command to carry out. */
        record Command(PlannerCommand command) implements Reading {}

        /** A broken command that names its plan, so that its sender can be told. */
        record Refused(PlanFailed answer) implements Reading {}

        /** Nothing that could be answered. */
        record Garbage(String reason) implements Reading {}
    }

    private final ObjectMapper mapper;

    CommandReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Reading read(String json) {
        try {
            PlannerCommand command = mapper.readValue(json, PlannerCommand.class);
            return isAddressed(command)
                    ? new Reading.Command(command)
                    : new Reading.Garbage("planId and planningUnit must be given");
        } catch (InvalidTypeIdException unknown) {
            return new Reading.Garbage(unknown.getOriginalMessage());
        } catch (JsonProcessingException broken) {
            return refusal(json, broken.getOriginalMessage());
        }
    }

    private static boolean isAddressed(PlannerCommand command) {
        return command.planId() != null && command.planningUnit() != null;
    }

    private Reading refusal(String json, String reason) {
        try {
            JsonNode tree = mapper.readTree(json);
            UUID planId = UUID.fromString(tree.path("planId").asText());
            String planningUnit = tree.path("planningUnit").asText();
            String text = "排班命令无法读取：%s / The command cannot be read: %s".formatted(reason, reason);
            return new Reading.Refused(new PlanFailed(planId, planningUnit, "unreadable-command", text));
        } catch (JsonProcessingException | IllegalArgumentException _) {
            return new Reading.Garbage(reason);
        }
    }
}
