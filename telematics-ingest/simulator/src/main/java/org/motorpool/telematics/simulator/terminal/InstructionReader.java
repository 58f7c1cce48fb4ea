package org.motorpool.telematics.simulator.terminal;

import java.util.Locale;
import org.motorpool.telematics.simulator.Place;

/** Understands the lines of a script. */
final class InstructionReader {
    static final String HELP = """
            命令，每行一条，# 之后是注释；纬度经度为 WGS-84 度
            Commands, one per line, a comment after #; latitude and longitude in degrees, WGS-84
              register                           注册 / register, 0x0100
              auth [CODE]                        鉴权，缺省用注册所得的鉴权码 / authenticate, by default with the code of the registration, 0x0102
              heartbeat                          心跳 / heartbeat, 0x0002
              position LAT LON [KMH [DEG]]       位置 / a position, 0x0200
              drive LAT LON LAT LON [SECONDS]    沿直线行驶并上报位置 / drive in a straight line and report positions
              alarm BIT [off]                    置报警标志位并上报，off 清除 / set an alarm flag and report it, off clears it
              batch N                            补报 N 个过去的位置 / N positions of the past, 0x0704
              send ID [HEX]                      任意消息 / any message
              raw HEX                            任意字节 / any bytes
              wait ID [SECONDS]                  等待平台下发该消息，超时为失败 / until the platform sends it; fails after the time
              logout                             注销 / log out, 0x0003
              connect · disconnect               连接 · 断开 / open · close the connection
              quit · help""";

    private static final int DRIVE_S = 60;
    private static final int WAIT_S = 10;

    private InstructionReader() {}

    /** What a line turned out to be. */
    sealed interface Line {
        record Blank() implements Line {}

        record Told(Instruction instruction) implements Line {}

        record Wrong(String problem) implements Line {}
    }

    static Line read(String line) {
        String told = line.replaceFirst("#.*", "").strip();
        if (told.isEmpty()) {
            return new Line.Blank();
        }
        Words words = new Words(told);
        Instruction instruction = instruction(words.word("command").toLowerCase(Locale.ROOT), words);
        if (words.problem() == null && words.more()) {
            words.wrong("多余 / too much: " + words.word(""));
        }
        String problem = words.problem();
        return problem == null ? new Line.Told(instruction) : new Line.Wrong(problem);
    }

    private static Instruction instruction(String name, Words words) {
        return switch (name) {
            case "connect" -> new Instruction.Connect();
            case "disconnect" -> new Instruction.Disconnect();
            case "register" -> new Instruction.Register();
            case "auth" -> new Instruction.Authenticate(words.more() ? words.word("CODE") : "");
            case "heartbeat" -> new Instruction.Heartbeat();
            case "position" -> position(words);
            case "drive" -> drive(words);
            case "alarm" -> alarm(words);
            case "batch" -> new Instruction.Batch(words.whole("N", 1, 1000));
            case "send" -> new Instruction.Send(words.messageId(), words.hex());
            case "raw" -> new Instruction.Raw(words.hex());
            case "wait" -> new Instruction.Wait(words.messageId(), seconds(words, WAIT_S));
            case "logout" -> new Instruction.Logout();
            case "quit" -> new Instruction.Quit();
            case "help" -> new Instruction.Help();
            default -> {
                words.wrong("未知命令 %s，输入 help 查看 / unknown command %s, type help".formatted(name, name));
                yield new Instruction.Help();
            }
        };
    }

    private static Instruction position(Words words) {
        Place place = place(words);
        double speed_kmh = words.more() ? words.number("KMH", 0, 6553.5) : 0;
        int heading_deg = words.more() ? words.whole("DEG", 0, 359) : 0;
        return new Instruction.Position(place, speed_kmh, heading_deg);
    }

    private static Instruction drive(Words words) {
        return new Instruction.Drive(place(words), place(words), seconds(words, DRIVE_S));
    }

    private static Instruction alarm(Words words) {
        int bit = words.whole("BIT", 0, 31);
        boolean off = words.more();
        if (off && !words.word("off").equalsIgnoreCase("off")) {
            words.wrong("标志位之后只能是 off / only off may follow the bit");
        }
        return new Instruction.Alarm(bit, !off);
    }

    private static Place place(Words words) {
        return new Place("", words.number("LAT", -90, 90), words.number("LON", -180, 180));
    }

    private static int seconds(Words words, int otherwise) {
        return words.more() ? words.whole("SECONDS", 1, 86_400) : otherwise;
    }
}
