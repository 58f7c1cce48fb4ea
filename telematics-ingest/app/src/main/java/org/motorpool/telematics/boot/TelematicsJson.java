package org.motorpool.telematics.boot;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import org.motorpool.telematics.contract.TelematicsCommand;
import org.motorpool.telematics.contract.TelematicsEvent;

/** Teaches the JSON mapper the wire types of the telematics streams: the field {@code type} names the record. */
@Singleton
public class TelematicsJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.addMixIn(TelematicsEvent.class, Typed.class);
        mapper.addMixIn(TelematicsCommand.class, Typed.class);
        TelematicsEvent.WIRE_TYPES.forEach((name, type) -> mapper.registerSubtypes(new NamedType(type, name)));
        TelematicsCommand.WIRE_TYPES.forEach((name, type) -> mapper.registerSubtypes(new NamedType(type, name)));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}
}
