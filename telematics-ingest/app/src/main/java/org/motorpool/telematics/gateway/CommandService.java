package org.motorpool.telematics.gateway;

import jakarta.inject.Singleton;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.contract.TelematicsCommand;
import org.motorpool.telematics.contract.TelematicsCommand.BindTerminal;
import org.motorpool.telematics.contract.TelematicsCommand.LocateNow;
import org.motorpool.telematics.contract.TelematicsCommand.SendText;
import org.motorpool.telematics.contract.TelematicsCommand.SetReportInterval;
import org.motorpool.telematics.contract.TelematicsCommand.UnbindTerminal;

/** Carries out what the platform asks of the gateway; each assembly feeds it from its bus. */
@Singleton
public class CommandService {

    static final String OFFLINE = "终端不在线，指令未下发 / The terminal is offline; the command was not sent";
    static final String NO_ANSWER = "终端未在规定时间内应答 / The terminal did not answer in time";
    static final String CONNECTION_LOST = "终端连接已断开 / The connection was lost before the answer";

    private static final int BAD_COMMAND = 2;
    private static final int TEXT_MAX_BYTES = 1024;
    private static final int INTERVAL_MAX_S = 3600;
    private static final int REPORT_INTERVAL = 0x0029;
    private static final int SHOW_AND_SPEAK = 1 << 2 | 1 << 3;
    private static final int NOTICE = 1;
    private static final Charset GBK = Charset.forName("GBK");

    private final Gateway gateway;
    private final Sessions sessions;

    CommandService(Gateway gateway, Sessions sessions) {
        this.gateway = gateway;
        this.sessions = sessions;
    }

    /**
     * Carries the command out. Does not block, any thread may call; the same command may come again.
     *
     * @return completes when a binding is stored, or a command is handed to the terminal's connection, or its failure
     *     is durable as {@code CommandAnswered}; fails when the caller should try again
     */
    public CompletionStage<Void> handle(TelematicsCommand command) {
        return switch (command) {
            case BindTerminal bind -> bind(bind);
            case UnbindTerminal unbind -> unbind(unbind);
            case SendText text -> sendText(text);
            case LocateNow locate -> send(locate, new Downlink.LocateNow());
            case SetReportInterval interval -> setInterval(interval);
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

    private CompletionStage<Void> sendText(SendText text) {
        int bytes = text.text().getBytes(GBK).length;
        if (bytes == 0 || bytes > TEXT_MAX_BYTES) {
            return refuse(text, "文本须为 1 到 1024 字节(GBK) / text must have 1 to 1024 bytes in GBK");
        }
        return send(text, new Downlink.SendText(SHOW_AND_SPEAK, NOTICE, text.text()));
    }

    private CompletionStage<Void> setInterval(SetReportInterval interval) {
        if (interval.interval_s() < 1 || interval.interval_s() > INTERVAL_MAX_S) {
            return refuse(interval, "上报间隔须为 1 到 3600 秒 / interval_s must be 1 to 3600");
        }
        Downlink.Parameter parameter = Downlink.Parameter.dword(REPORT_INTERVAL, interval.interval_s());
        return send(interval, new Downlink.SetParameters(List.of(parameter)));
    }

    private CompletionStage<Void> send(TelematicsCommand command, Downlink message) {
        Optional<Connection> connection = sessions.findByVehicle(command.vehicleId());
        if (connection.isEmpty()) {
            return gateway.answered(command.vehicleId(), command.commandId(), SessionLogic.FAILED, OFFLINE);
        }
        connection.get().command(command.vehicleId(), command.commandId(), message);
        return CompletableFuture.completedFuture(null);
    }

    private CompletionStage<Void> refuse(TelematicsCommand command, String detail) {
        return gateway.answered(command.vehicleId(), command.commandId(), BAD_COMMAND, detail);
    }
}
