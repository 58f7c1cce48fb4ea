package org.motorpool.planner;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.motorpool.planner.contract.PlannerCommand;
import org.motorpool.planner.contract.PlannerEvent;

/** Teaches Jackson the wire names of the planner's commands and events. */
@Singleton
public class PlannerWireTypes implements ObjectMapperCustomizer {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.addMixIn(PlannerCommand.class, Typed.class);
        mapper.addMixIn(PlannerEvent.class, Typed.class);
        PlannerCommand.WIRE_TYPES.forEach((name, type) -> mapper.registerSubtypes(new NamedType(type, name)));
        PlannerEvent.WIRE_TYPES.forEach((name, type) -> mapper.registerSubtypes(new NamedType(type, name)));
    }
}
