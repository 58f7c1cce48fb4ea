package org.motorpool.telematics.contract;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Instructions that control the terminal or the vehicle. */
public sealed interface ControlInstruction extends Instruction {

    /** What a terminal can be told to do with itself, table 17 of JT/T 808-2013, table 18 of 2019. */
    enum TerminalAction {
        POWER_OFF,
        RESET,
        FACTORY_RESET,
        /** No more data connections. */
        CLOSE_DATA,
        /** No radio at all any more. */
        CLOSE_RADIO,
        /** What the vendor means by a command beyond the standard; some cut and restore the engine. */
        VENDOR
    }

    /**
     * Control the terminal (0x8105, commands 3 to 7 and those of vendors).
     *
     * @param vendorCommand 8 to 255, with VENDOR only
     */
    record ControlTerminal(TerminalAction action, Integer vendorCommand) implements ControlInstruction {

        private static final int LEAST_VENDOR = 8;

        public ControlTerminal {
            Check.given("action", action);
            if (action == TerminalAction.VENDOR) {
                Check.range("vendorCommand", vendorCommand, LEAST_VENDOR, 255);
            } else {
                Check.absent("vendorCommand", vendorCommand);
            }
        }
    }

    /**
     * Upgrade over the air (0x8105, command 1): the terminal fetches the firmware itself. What is left out is not sent.
     *
     * @param url where the firmware is
     * @param apn access point, with user and password of the dial-up
     * @param host address of the server, with its ports
     * @param manufacturer id of the manufacturer
     * @param timeLimit_min how long connecting may take
     */
    record UpgradeOverAir(
            String url,
            String apn,
            String user,
            String password,
            String host,
            Integer tcpPort,
            Integer udpPort,
            String manufacturer,
            String hardwareVersion,
            String firmwareVersion,
            Integer timeLimit_min)
            implements ControlInstruction {

        public UpgradeOverAir {
            Check.argument("url", Check.given("url", url));
            Check.argument("apn", apn);
            Check.argument("user", user);
            Check.argument("password", password);
            Check.argument("host", host);
            Check.port("tcpPort", tcpPort);
            Check.port("udpPort", udpPort);
            Check.argument("manufacturer", manufacturer);
            Check.argument("hardwareVersion", hardwareVersion);
            Check.argument("firmwareVersion", firmwareVersion);
            Check.optional("timeLimit_min", timeLimit_min, 0, 65_535);
        }
    }

    /**
     * Connect to another server, or back to the old one (0x8105, command 2). What is left out is not sent.
     *
     * @param back true: back to the old server, and all else is left out
     * @param authCode of the supervising platform
     */
    record ConnectServer(
            boolean back,
            String authCode,
            String apn,
            String user,
            String password,
            String host,
            Integer tcpPort,
            Integer udpPort,
            Integer timeLimit_min)
            implements ControlInstruction {

        public ConnectServer {
            if (!back) {
                Check.argument("host", Check.given("host", host));
            }
            Check.argument("authCode", authCode);
            Check.argument("apn", apn);
            Check.argument("user", user);
            Check.argument("password", password);
            Check.port("tcpPort", tcpPort);
            Check.port("udpPort", udpPort);
            Check.optional("timeLimit_min", timeLimit_min, 0, 65_535);
        }
    }

    /** What is done to the doors. */
    enum DoorAction {
        LOCK,
        UNLOCK
    }

    /**
     * Control the vehicle (0x8500); answered by {@link Answer.Position}. One of the two is given, or both (2019).
     *
     * @param doors null: leave them
     * @param vendorControls what the vendor has beyond the standard (2019)
     */
    record ControlVehicle(DoorAction doors, List<VendorControl> vendorControls) implements ControlInstruction {

        private static final int MOST = 64;

        public ControlVehicle {
            vendorControls = Check.list("vendorControls", vendorControls, 0, MOST);
            if (vendorControls.isEmpty()) {
                Check.given("doors", doors);
            }
        }
    }

    /**
     * @param kind 0xF001 to 0xFFFF
     * @param value one byte
     */
    record VendorControl(Integer kind, Integer value) {
        public VendorControl {
            Check.range("kind", kind, 0xf001, 0xffff);
            Check.range("value", value, 0, 255);
        }
    }

    /** What is upgraded. */
    enum UpgradeTarget {
        TERMINAL(0),
        CARD_READER(12),
        BEIDOU_MODULE(52);

        private final int code;

        UpgradeTarget(int code) {
            this.code = code;
        }

        /** Its number on the wire. */
        public int code() {
            return code;
        }
    }

    /**
     * Send the terminal a firmware (0x8108). A larger one it has to fetch: {@link UpgradeOverAir}. Answered by
     * {@link Answer.UpgradeEnded}, like that.
     *
     * @param target TERMINAL when left out
     * @param manufacturer id of the manufacturer, five bytes at most
     * @param version of the firmware
     * @param data the firmware in Base64, 256 KiB at most
     */
    record SendUpgrade(UpgradeTarget target, String manufacturer, String version, String data)
            implements ControlInstruction {

        private static final int MOST_BYTES = 256 * 1024;

        public SendUpgrade {
            target = Objects.requireNonNullElse(target, UpgradeTarget.TERMINAL);
            manufacturer = Check.text("manufacturer", manufacturer, 0, 5);
            version = Check.text("version", version, 1, 255);
            Check.base64("data", data, 1, MOST_BYTES);
        }

        /** The firmware in hex. */
        public String dataHex() {
            return HexFormat.of().formatHex(Base64.getDecoder().decode(data));
        }
    }

    /**
     * Send data to a device behind the terminal (0x8900).
     *
     * @param kind 0x00 GNSS module, 0x0B card reader, 0x41 and 0x42 serial ports, 0xF0 to 0xFF agreed with the vendor
     * @param hex the data
     */
    record PassThrough(Integer kind, String hex) implements ControlInstruction {

        private static final int MOST_BYTES = 65_535;

        public PassThrough {
            Check.range("kind", kind, 0, 255);
            hex = Check.hex("hex", hex, 0, MOST_BYTES);
        }
    }
}
