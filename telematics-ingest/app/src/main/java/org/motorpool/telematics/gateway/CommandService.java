package org.motorpool.telematics.gateway;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.command.CommandQueue;
import org.motorpool.telematics.contract.Instruction;
import org.motorpool.telematics.contract.InvalidInstruction;
import org.motorpool.telematics.contract.LocationInstruction;
import org.motorpool.telematics.contract.TelematicsCommand;
import org.motorpool.telematics.contract.TelematicsCommand.BindTerminal;
import org.motorpool.telematics.contract.TelematicsCommand.InstructTerminal;
import org.motorpool.telematics.contract.TelematicsCommand.LocateNow;
import org.motorpool.telematics.contract.TelematicsCommand.SendText;
import org.motorpool.telematics.contract.TelematicsCommand.SetReportInterval;
import org.motorpool.telematics.contract.TelematicsCommand.UnbindTerminal;
import org.motorpool.telematics.contract.TextInstruction;

/** Carries out what the platform asks of the gateway; each assembly feeds it from its bus. */
@Singleton
public class CommandService {

    private static final int BAD_COMMAND = 2;

    private final Gateway gateway;
    private final Sessions sessions;
    private final CommandQueue commands;

    CommandService(Gateway gateway, Sessions sessions, CommandQueue commands) {
        this.gateway = gateway;
        this.sessions = sessions;
        this.commands = commands;
    }

    /**
     * Carries the command out. Does not block, any thread may call; the same command may come again.
     *
     * @return completes when a binding or a command is stored, or its refusal is durable as {@code CommandAnswered}; fails
     *     when the caller should try again
     */
    public CompletionStage<Void> handle(TelematicsCommand command) {
        return switch (command) {
            case BindTerminal bind -> bind(bind);
            case UnbindTerminal unbind -> unbind(unbind);
            case InstructTerminal instruct -> instruct(instruct);
            case SendText text -> instruct(text, () -> new TextInstruction.SendText(text.text(), null, null));
            case LocateNow locate -> instruct(locate, LocationInstruction.LocateNow::new);
            case SetReportInterval interval ->
                instruct(interval, () -> new LocationInstruction.SetReportInterval(interval.interval_s()));
        };
    }

    private CompletionStage<Void> bind(BindTerminal bind) {
        if (!Phones.valid(bind.phone())) {
            return refuse(bind, "终端手机号必须是 1 到 20 位数字 / phone must have 1 to 20 digits");
        }
        String phone = Phones.plain(bind.phone());
        Terminal terminal = new Terminal(phone, bind.vehicleId(), bind.plate(), terminalId(bind), null);
        return gateway.directory()
                .bind(terminal)
                .thenAccept(otherwise -> endIf(otherwise, phone, "bound to another vehicle or as another terminal"));
    }

    private static @Nullable String terminalId(BindTerminal bind) {
        String id = bind.terminalId() == null ? "" : TerminalIds.plain(bind.terminalId());
        return id.isEmpty() ? null : id;
    }

    private CompletionStage<Void> unbind(UnbindTerminal unbind) {
        if (!Phones.valid(unbind.phone())) {
            return refuse(unbind, "终端手机号必须是 1 到 20 位数字 / phone must have 1 to 20 digits");
        }
        String phone = Phones.plain(unbind.phone());
        return gateway.directory()
                .unbind(phone, unbind.vehicleId())
                .thenAccept(unbound -> endIf(unbound, phone, "unbound"));
    }

    private void endIf(boolean ended, String phone, String reason) {
        if (ended) {
            sessions.findByPhone(phone).ifPresent(connection -> connection.end(reason));
        }
    }

    /** An instruction that breaks a rule was written by somebody who does not check: it is answered, not queued. */
    private CompletionStage<Void> instruct(TelematicsCommand command, Supplier<Instruction> instruction) {
        try {
            UUID vehicle = command.vehicleId();
            return instruct(new InstructTerminal(command.commandId(), vehicle, null, instruction.get()));
        } catch (InvalidInstruction e) {
            return refuse(command, e.reason() + " / " + e.reasonEn());
        }
    }

    private CompletionStage<Void> instruct(InstructTerminal command) {
        return commands.accept(command).thenAccept(waits -> {
            if (waits) {
                sessions.findByVehicle(command.vehicleId()).ifPresent(Connection::callCourier);
            }
        });
    }

    private CompletionStage<Void> refuse(TelematicsCommand command, String detail) {
        return gateway.answered(command.vehicleId(), command.commandId(), BAD_COMMAND, List.of(detail));
    }
}
