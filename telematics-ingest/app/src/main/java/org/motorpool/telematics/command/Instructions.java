package org.motorpool.telematics.command;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.Instruction;
import org.motorpool.telematics.contract.LocationInstruction;
import org.motorpool.telematics.contract.TextInstruction;

/** What the queue needs to know of an instruction. */
final class Instructions {

    private static final int LOCATION_ANSWER = 0x0201;

    private static final Map<Class<? extends Instruction>, String> TYPES = Instruction.WIRE_TYPES.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private Instructions() {}

    /** Its name on the wire. */
    static String type(Instruction instruction) {
        String type = TYPES.get(instruction.getClass());
        if (type == null) {
            throw new IllegalArgumentException("%s has no wire type".formatted(instruction.getClass()));
        }
        return type;
    }

    /** Whether the terminal may get it twice: when a connection ends, nobody knows whether it arrived. */
    static boolean repeatable(Instruction instruction) {
        return switch (instruction) {
            case TextInstruction.SendText _, LocationInstruction.LocateNow _, LocationInstruction.SetReportInterval _ ->
                true;
        };
    }

    /** The message that answers it, when more than a general response is to come. */
    static @Nullable Integer answerId(Instruction instruction) {
        return switch (instruction) {
            case LocationInstruction.LocateNow _ -> LOCATION_ANSWER;
            case TextInstruction.SendText _, LocationInstruction.SetReportInterval _ -> null;
        };
    }
}
