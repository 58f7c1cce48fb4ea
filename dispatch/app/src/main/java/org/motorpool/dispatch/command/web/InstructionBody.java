package org.motorpool.dispatch.command.web;

import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.motorpool.telematics.contract.LocationInstruction;
import org.motorpool.telematics.contract.TextInstruction;

/** Body of {@code POST vehicles/{id}/commands} in the OpenAPI file: an instruction, by its {@code type}. */
@Schema(
        description =
                "What the terminal is told, by its type; beside its fields expiresAt, an instant, by default in 24 hours.",
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
interface InstructionBody {}
