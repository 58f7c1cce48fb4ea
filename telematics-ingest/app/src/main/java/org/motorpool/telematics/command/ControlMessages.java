package org.motorpool.telematics.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.Body;
import org.motorpool.telematics.codec.Downlink;
import org.motorpool.telematics.codec.TerminalDownlink;
import org.motorpool.telematics.codec.TerminalDownlink.ControlTerminal;
import org.motorpool.telematics.codec.VehicleDownlink;
import org.motorpool.telematics.codec.VehicleDownlink.Control;
import org.motorpool.telematics.contract.ControlInstruction;

/** Messages that control the terminal or the vehicle: table 17 of JT/T 808-2013, table 19 of 2019. */
final class ControlMessages {

    private static final int UPGRADE_OVER_AIR = 1;
    private static final int CONNECT_SERVER = 2;
    /** The first argument of command 2. */
    private static final String TO_GIVEN_SERVER = "0";

    private static final String BACK = "1";

    private ControlMessages() {}

    static Downlink of(ControlInstruction instruction) {
        return switch (instruction) {
            case ControlInstruction.ControlTerminal control -> new ControlTerminal(command(control), List.of());
            case ControlInstruction.UpgradeOverAir upgrade -> upgrade(upgrade);
            case ControlInstruction.ConnectServer connect -> connect(connect);
            case ControlInstruction.ControlVehicle control -> vehicle(control);
            case ControlInstruction.SendUpgrade upgrade ->
                new TerminalDownlink.Upgrade(
                        upgrade.target().code(),
                        upgrade.manufacturer(),
                        upgrade.version(),
                        Body.ofHex(upgrade.dataHex()));
            case ControlInstruction.PassThrough(Integer kind, String hex) ->
                new TerminalDownlink.SendPassthrough(kind, hex);
        };
    }

    private static int command(ControlInstruction.ControlTerminal control) {
        return switch (control.action()) {
            case POWER_OFF -> 3;
            case RESET -> 4;
            case FACTORY_RESET -> 5;
            case CLOSE_DATA -> 6;
            case CLOSE_RADIO -> 7;
            case VENDOR -> control.vendorCommand();
        };
    }

    private static Downlink upgrade(ControlInstruction.UpgradeOverAir upgrade) {
        return new ControlTerminal(
                UPGRADE_OVER_AIR,
                arguments(
                        upgrade.url(),
                        upgrade.apn(),
                        upgrade.user(),
                        upgrade.password(),
                        upgrade.host(),
                        upgrade.tcpPort(),
                        upgrade.udpPort(),
                        upgrade.manufacturer(),
                        upgrade.hardwareVersion(),
                        upgrade.firmwareVersion(),
                        upgrade.timeLimit_min()));
    }

    /** Back to the old server needs no more to be said. */
    private static Downlink connect(ControlInstruction.ConnectServer connect) {
        return new ControlTerminal(
                CONNECT_SERVER,
                connect.back()
                        ? List.of(BACK)
                        : arguments(
                                TO_GIVEN_SERVER,
                                connect.authCode(),
                                connect.apn(),
                                connect.user(),
                                connect.password(),
                                connect.host(),
                                connect.tcpPort(),
                                connect.udpPort(),
                                connect.timeLimit_min()));
    }

    private static List<String> arguments(@Nullable Object... values) {
        return Arrays.stream(values)
                .map(value -> value == null ? "" : value.toString())
                .toList();
    }

    private static Downlink vehicle(ControlInstruction.ControlVehicle control) {
        List<Control> controls = new ArrayList<>();
        if (control.doors() != null) {
            controls.add(
                    switch (control.doors()) {
                        case LOCK -> Control.lockDoors();
                        case UNLOCK -> Control.unlockDoors();
                    });
        }
        control.vendorControls()
                .forEach(vendor -> controls.add(new Control(vendor.kind(), "%02x".formatted(vendor.value()))));
        return new VehicleDownlink.ControlVehicle(controls);
    }
}
