package org.motorpool.dispatch.bench.compliance;

import java.util.ArrayList;
import java.util.List;

/**
 * The command line.
 *
 * @param vehicles of the register
 * @param seconds how long checks are asked for
 * @param application the command that starts the platform; without it only the options are read
 */
record Options(int vehicles, int seconds, List<String> application) {

    private static final int VEHICLES = 850_000;
    private static final int SECONDS = 30;
    private static final String USAGE = """
            %s
            用法 / usage: bench compliance [options]
              --vehicles 1000…2000000   车辆数 / vehicles of the register (850000)
              --seconds 1…3600          校验时长 / how long acquisition checks are measured (30)""";

    Options {
        application = List.copyOf(application);
    }

    /** Reads the options, and after {@code --} the command; an {@link IllegalArgumentException} says what is wrong. */
    static Options parse(List<String> arguments) {
        int end = arguments.contains("--") ? arguments.indexOf("--") : arguments.size();
        List<String> left = new ArrayList<>(arguments.subList(0, end));
        Options options = new Options(
                number(left, "--vehicles", VEHICLES, 1000, 2_000_000),
                number(left, "--seconds", SECONDS, 1, 3600),
                arguments.subList(Math.min(end + 1, arguments.size()), arguments.size()));
        if (!left.isEmpty()) {
            throw wrong("unknown: " + String.join(" ", left));
        }
        return options;
    }

    private static int number(List<String> left, String name, int otherwise, int least, int most) {
        int at = left.indexOf(name);
        if (at < 0) {
            return otherwise;
        }
        String value = at + 1 == left.size() ? "" : left.get(at + 1);
        left.subList(at, Math.min(at + 2, left.size())).clear();
        if (!value.matches("[0-9]{1,7}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw wrong("%s (%s) must be a number from %d to %d".formatted(name, value, least, most));
        }
        return Integer.parseInt(value);
    }

    private static IllegalArgumentException wrong(String message) {
        return new IllegalArgumentException(USAGE.formatted(message));
    }
}
