package org.motorpool.telematics.boot;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.motorpool.telematics.contract.Answer;
import org.motorpool.telematics.contract.Instruction;
import org.motorpool.telematics.contract.TelematicsCommand;
import org.motorpool.telematics.contract.TelematicsEvent;

/** Teaches the JSON mapper the wire types of the telematics streams: the field {@code type} names the record. */
@Singleton
public class TelematicsJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        register(mapper, TelematicsEvent.class, TelematicsEvent.WIRE_TYPES);
        register(mapper, TelematicsCommand.class, TelematicsCommand.WIRE_TYPES);
        register(mapper, Instruction.class, Instruction.WIRE_TYPES);
        register(mapper, Answer.class, Answer.WIRE_TYPES);
    }

    private static <T> void register(ObjectMapper mapper, Class<T> stream, Map<String, Class<? extends T>> wireTypes) {
        mapper.addMixIn(stream, Typed.class);
        wireTypes.forEach((name, type) -> mapper.registerSubtypes(new NamedType(type, name)));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}
}
