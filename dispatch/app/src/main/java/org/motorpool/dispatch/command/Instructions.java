package org.motorpool.dispatch.command;

import java.util.Map;
import java.util.stream.Collectors;
import org.motorpool.telematics.contract.Instruction;
import org.motorpool.telematics.contract.LocationInstruction;
import org.motorpool.telematics.contract.TextInstruction;

/** What dispatch needs to know of an instruction. */
final class Instructions {

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

    /** Whether it is for fleet officers only: it acts on the vehicle, sets the terminal up, or listens into the vehicle. */
    static boolean officerOnly(Instruction instruction) {
        return switch (instruction) {
            case LocationInstruction.SetReportInterval _ -> true;
            case TextInstruction.SendText _, LocationInstruction.LocateNow _ -> false;
        };
    }
}
