package org.motorpool.dispatch.boot;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.motorpool.dispatch.contract.DispatchEvent;
import org.motorpool.dispatch.contract.FederationMessage;
import org.motorpool.planner.contract.PlannerCommand;
import org.motorpool.planner.contract.PlannerEvent;
import org.motorpool.telematics.contract.Answer;
import org.motorpool.telematics.contract.Instruction;
import org.motorpool.telematics.contract.TelematicsCommand;
import org.motorpool.telematics.contract.TelematicsEvent;

/** Teaches Jackson the wire types of the streams; the contracts themselves know the JDK only. */
@Singleton
class StreamJson implements ObjectMapperCustomizer {

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    @Override
    public void customize(ObjectMapper json) {
        register(json, DispatchEvent.class, DispatchEvent.WIRE_TYPES);
        register(json, PlannerCommand.class, PlannerCommand.WIRE_TYPES);
        register(json, PlannerEvent.class, PlannerEvent.WIRE_TYPES);
        register(json, TelematicsCommand.class, TelematicsCommand.WIRE_TYPES);
        register(json, TelematicsEvent.class, TelematicsEvent.WIRE_TYPES);
        register(json, Instruction.class, Instruction.WIRE_TYPES);
        register(json, Answer.class, Answer.WIRE_TYPES);
        register(json, FederationMessage.class, FederationMessage.WIRE_TYPES);
    }

    private static <T> void register(ObjectMapper json, Class<T> stream, Map<String, Class<? extends T>> wireTypes) {
        json.addMixIn(stream, Typed.class);
        wireTypes.forEach((name, type) -> json.registerSubtypes(new NamedType(type, name)));
    }
}
