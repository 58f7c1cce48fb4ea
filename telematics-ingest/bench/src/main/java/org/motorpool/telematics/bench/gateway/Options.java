package org.motorpool.telematics.bench.gateway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The command line.
 *
 * @param perSecond positions offered, 0 for as many as are acknowledged
 * @param seconds how long the load is measured, 0 for not at all
 * @param crashes how often the gateway is killed under load
 * @param registered whether dispatch knows the vehicles and keeps its live map
 * @param gateway the command that starts the gateway
 */
record Options(
        Assembly assembly,
        int connections,
        int perSecond,
        int seconds,
        int crashes,
        boolean storm,
        boolean hostile,
        boolean registered,
        List<String> gateway) {
    private static final String USAGE = """
            %s
            用法 / usage: bench gateway [options]
              --assembly standalone|distributed|both   运行什么 / what runs (standalone)
              --connections 1…1000000                  终端 / terminals (100000)
              --rate max|1…1000000                     每秒位置数 / positions per second (40000)
              --seconds 0…3600                         测量时长，0 不测 / how long the load is measured, 0: not (60)
              --crash 0…100                            在负载下杀死网关的次数 / kills under load (0)
              --hostile                                恶意连接 / hostile connections beside the honest ones
              --no-storm                               不测重连风暴 / without the reconnect storm
              --no-vehicles                            车辆不建档 / dispatch does not know the vehicles""";

    /** What runs. */
    enum Assembly {
        STANDALONE,
        DISTRIBUTED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Options {
        gateway = List.copyOf(gateway);
        if ((long) perSecond * seconds > (long) connections * Roster.MOST_REPORTS / 4) {
            throw new IllegalArgumentException("%d positions/s for %d s are too many for %d connections"
                    .formatted(perSecond, seconds, connections));
        }
    }

    /** Reads the arguments, and after {@code --} the gateway's command; an {@link IllegalArgumentException} says what is wrong. */
    static Options parse(List<String> arguments) {
        int end = arguments.contains("--") ? arguments.indexOf("--") : arguments.size();
        try {
            return read(
                    new Reader(arguments.subList(0, end)),
                    arguments.subList(Math.min(end + 1, arguments.size()), arguments.size()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(USAGE.formatted(e.getMessage()), e);
        }
    }

    private static Options read(Reader reader, List<String> gateway) {
        Options options = new Options(
                Assembly.valueOf(reader.word("--assembly", "standalone", "standalone", "distributed")
                        .toUpperCase(Locale.ROOT)),
                reader.number("--connections", 100_000, 1, 1_000_000),
                reader.rate(),
                reader.number("--seconds", 60, 0, 3600),
                reader.number("--crash", 0, 0, 100),
                !reader.flag("--no-storm"),
                reader.flag("--hostile"),
                !reader.flag("--no-vehicles"),
                gateway);
        reader.end();
        return options;
    }

    /** Takes options out of a list. */
    private static final class Reader {
        private final List<String> left;

        Reader(List<String> arguments) {
            left = new ArrayList<>(arguments);
        }

        boolean flag(String name) {
            return left.remove(name);
        }

        String word(String name, String otherwise, String... allowed) {
            String value = value(name, otherwise);
            if (!Arrays.asList(allowed).contains(value)) {
                throw new IllegalArgumentException(
                        "%s (%s) must be one of %s".formatted(name, value, List.of(allowed)));
            }
            return value;
        }

        int rate() {
            String value = value("--rate", "40000");
            return value.equals("max") ? 0 : number("--rate", value, 1, 1_000_000);
        }

        int number(String name, int otherwise, int least, int most) {
            return number(name, value(name, Integer.toString(otherwise)), least, most);
        }

        private static int number(String name, String value, int least, int most) {
            if (!value.matches("[0-9]{1,7}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
                throw new IllegalArgumentException(
                        "%s (%s) must be a number from %d to %d".formatted(name, value, least, most));
            }
            return Integer.parseInt(value);
        }

        private String value(String name, String otherwise) {
            int at = left.indexOf(name);
            if (at < 0) {
                return otherwise;
            }
            if (at + 1 == left.size()) {
                throw new IllegalArgumentException("%s needs a value".formatted(name));
            }
            left.remove(at);
            return left.remove(at);
        }

        void end() {
            if (!left.isEmpty()) {
                throw new IllegalArgumentException("unknown: %s".formatted(String.join(" ", left)));
            }
        }
    }
}
