package org.motorpool.dispatch.bench.compliance;

import java.util.List;
import org.motorpool.dispatch.bench.platform.Arguments;

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
    static Options parse(List<String> all) {
        Arguments arguments = new Arguments(all, USAGE);
        return new Options(
                arguments.number("--vehicles", VEHICLES, 1000, 2_000_000),
                arguments.number("--seconds", SECONDS, 1, 3600),
                arguments.application());
    }
}
