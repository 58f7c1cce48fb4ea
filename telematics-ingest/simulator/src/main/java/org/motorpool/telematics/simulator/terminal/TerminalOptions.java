package org.motorpool.telematics.simulator.terminal;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.simulator.TerminalIdentity;

/**
 * The command line.
 *
 * @param heartbeat how long an authenticated terminal may be silent; zero when it sends no heartbeat of its own
 */
record TerminalOptions(InetSocketAddress gateway, TerminalIdentity identity, Transport transport, Duration heartbeat) {
    static final String USAGE = """
            用法 / usage: ./motorpool terminal --phone DIGITS [--gateway HOST:PORT] [--plate 沪A·12345] [--plate-colour 1]
                              [--terminal-id ID] [--region 310101] [--version 2013|2019] [--udp] [--heartbeat SECONDS]
            从标准输入读命令，每行一条；每一帧在标准输出上是一行 JSON。输入 help 查看命令
            Reads commands from stdin, one per line, and prints each frame as one line of JSON. Type help for the commands
              --phone         终端手机号，1 到 20 位数字；2013 版至多 12 位 / phone number, 1 to 20 digits, 12 at most in 2013
              --gateway       网关地址 / where the gateway is (127.0.0.1:6808)
              --plate         车牌，与绑定一致 / number plate, that of the binding
              --plate-colour  车牌颜色 / JT/T 415: 1 blue, 2 yellow, 3 black, 4 white, 5 green, 0 plate is a VIN (1)
              --terminal-id   终端 ID，缺省为手机号后 7 位 / terminal id (the last 7 digits of the phone number)
              --region        行政区划代码 / GB/T 2260 code (310101)
              --version       报文头形式 / header form (2013)
              --udp           用 UDP / over UDP
              --heartbeat     鉴权后静默多少秒发心跳，0 为不发 / seconds of silence before a heartbeat, 0 for none (60)
            退出码 / exit code: 0 全部成功 / all went well; 1 有失败 / something failed (wait 超时 timed out, 被拒绝 refused,
              未应答 not answered, 命令有误 wrong line); 2 用法 / usage""";

    private static final int TERMINAL_ID_DIGITS = 7;

    /** Reads the arguments; an {@link IllegalArgumentException} says which is wrong. */
    static TerminalOptions parse(String... arguments) {
        Draft draft = new Draft();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            if (name.equals("--udp")) {
                draft.transport = Transport.UDP;
            } else {
                draft.set(name, i + 1 < arguments.length ? arguments[i + 1] : "");
                i++;
            }
        }
        return draft.options();
    }

    private static final class Draft {
        private InetSocketAddress gateway = new InetSocketAddress("127.0.0.1", 6808);
        private Transport transport = Transport.TCP;
        private ProtocolVersion version = ProtocolVersion.V2013;
        private Duration heartbeat = Duration.ofSeconds(60);
        private String phone = "";
        private String plate = "";
        private String terminalId = "";
        private String region = "310101";
        private int plateColour = 1;

        void set(String name, String value) {
            switch (name) {
                case "--gateway" -> gateway = address(value);
                case "--phone" -> phone = value;
                case "--plate" -> plate = checked(name, value, ".{1,20}", "1 到 20 个字符 / 1 to 20 characters");
                case "--plate-colour" -> plateColour = number(name, value, 255);
                case "--terminal-id" ->
                    terminalId =
                            checked(name, value, "[\\x21-\\x7e]{1,30}", "1 到 30 个 ASCII 字符 / 1 to 30 ASCII characters");
                case "--region" -> region = checked(name, value, "[0-9]{6}", "6 位数字 / 6 digits");
                case "--version" ->
                    version = ProtocolVersion.ofYear(
                            Integer.parseInt(checked(name, value, "2013|2019", "2013 或 / or 2019")));
                case "--heartbeat" -> heartbeat = Duration.ofSeconds(number(name, value, 86_400));
                default -> throw new IllegalArgumentException("未知选项 / unknown option " + name);
            }
        }

        TerminalOptions options() {
            int most = version == ProtocolVersion.V2013 ? 12 : 20;
            checked("--phone", phone, "[0-9]{1,%d}".formatted(most), "1 到 %1$d 位数字 / 1 to %1$d digits".formatted(most));
            String id = terminalId.isEmpty()
                    ? phone.substring(Math.max(0, phone.length() - TERMINAL_ID_DIGITS))
                    : terminalId;
            TerminalIdentity identity = new TerminalIdentity(phone, id, version, region, plate, plateColour);
            return new TerminalOptions(gateway, identity, transport, heartbeat);
        }

        private static InetSocketAddress address(String value) {
            checked("--gateway", value, ".+:[0-9]{1,5}", "HOST:PORT");
            int colon = value.lastIndexOf(':');
            return InetSocketAddress.createUnresolved(
                    value.substring(0, colon), number("--gateway", value.substring(colon + 1), 65_535));
        }

        private static int number(String name, String value, int most) {
            String wanted = "0 到 %1$d 的数 / a number from 0 to %1$d".formatted(most);
            int number = Integer.parseInt(checked(name, value, "[0-9]{1,6}", wanted));
            if (number > most) {
                throw new IllegalArgumentException("%s (%s) 须为 / must be %s".formatted(name, value, wanted));
            }
            return number;
        }

        private static String checked(String name, String value, String pattern, String wanted) {
            if (!value.matches(pattern)) {
                throw new IllegalArgumentException("%s (%s) 须为 / must be %s".formatted(name, value, wanted));
            }
            return value;
        }
    }
}
