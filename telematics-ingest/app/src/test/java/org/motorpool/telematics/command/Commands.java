package org.motorpool.telematics.command;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.contract.Instruction;
import org.motorpool.telematics.contract.LocationInstruction.LocateNow;
import org.motorpool.telematics.contract.TelematicsCommand.InstructTerminal;
import org.motorpool.telematics.contract.TextInstruction.SendText;

/** Commands to terminals. */
final class Commands {

    static final Instant NOW = Instant.parse("2026-11-01T04:00:00Z");
    static final Instant TOMORROW = Instant.parse("2026-11-02T04:00:00Z");
    private static final UUID ID = UUID.fromString("0190b2f0-0000-7000-8000-000000000001");

    private Commands() {}

    static InstructTerminal of(UUID vehicleId, Instruction instruction) {
        return new InstructTerminal(UUID.randomUUID(), vehicleId, null, instruction);
    }

    static InstructTerminal text(UUID vehicleId, String text) {
        return of(vehicleId, new SendText(text, null, null));
    }

    /** A text that is sent for the first time. */
    static QueuedCommand text() {
        return queued(new SendText("请返回单位", null, null), null, 1);
    }

    /** A request for a position, which 0x0201 answers, that is sent for the first time. */
    static QueuedCommand locate() {
        return queued(new LocateNow(), 0x0201, 1);
    }

    static QueuedCommand queued(Instruction instruction, @Nullable Integer answerId, int attempts) {
        return new QueuedCommand(ID, ID, instruction, answerId, attempts, TOMORROW);
    }
}
