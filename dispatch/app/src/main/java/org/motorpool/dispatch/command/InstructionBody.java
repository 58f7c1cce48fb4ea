package org.motorpool.dispatch.command;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.motorpool.telematics.contract.LocationInstruction;
import org.motorpool.telematics.contract.TextInstruction;

/** Body of {@code POST vehicles/{id}/commands} as it came: the fields of an instruction, its type, and when it expires. */
@Schema(
        name = "Instruction",
        description =
                "What the terminal is told, by its type. When a command is given, expiresAt says until when it may"
                        + " wait for the terminal; by default a day.",
        properties = {
            @SchemaProperty(name = "type", type = SchemaType.STRING),
            @SchemaProperty(name = "expiresAt", type = SchemaType.STRING, format = "date-time")
        },
        discriminatorProperty = "type",
        oneOf = {
            TextInstruction.SendText.class,
            LocationInstruction.LocateNow.class,
            LocationInstruction.SetReportInterval.class
        },
        discriminatorMapping = {
            @DiscriminatorMapping(value = "send-text", schema = TextInstruction.SendText.class),
            @DiscriminatorMapping(value = "locate-now", schema = LocationInstruction.LocateNow.class),
            @DiscriminatorMapping(value = "set-report-interval", schema = LocationInstruction.SetReportInterval.class)
        })
public final class InstructionBody {

    @Schema(hidden = true)
    private final ObjectNode json;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    InstructionBody(ObjectNode json) {
        this.json = json;
    }

    @JsonValue
    ObjectNode json() {
        return json;
    }
}
