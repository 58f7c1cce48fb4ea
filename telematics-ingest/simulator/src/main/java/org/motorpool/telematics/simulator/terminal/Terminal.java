package org.motorpool.telematics.simulator.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** {@code motorpool terminal}: one virtual terminal, driven by commands on stdin, each frame as a line of JSON on stdout. */
public final class Terminal {
    private static final Set<String> HELP = Set.of("--help", "-h");

    private Terminal() {}

    /** Runs to the end of stdin; the exit code is 0 when all went well, 1 when something failed, 2 for a wrong option. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        if (arguments.length > 0 && HELP.contains(arguments[0])) {
            out.println(TerminalOptions.USAGE);
            out.println();
            out.println(InstructionReader.HELP);
            return;
        }
        TerminalOptions options;
        try {
            options = TerminalOptions.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.println(TerminalOptions.USAGE);
            System.exit(2);
            return;
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.exit(run(options, lines, out, err));
    }

    private static int run(TerminalOptions options, BufferedReader lines, PrintStream out, PrintStream err)
            throws IOException, InterruptedException {
        Outcome outcome = new Outcome(err);
        InstantSource clock = InstantSource.system();
        DrivenTerminal terminal = new DrivenTerminal(options, new Transcript(out, clock), outcome, clock);
        try (ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor()) {
            var unused = heart.scheduleAtFixedRate(terminal::tick, 1, 1, TimeUnit.SECONDS);
            terminal.connect();
            if (System.console() != null) {
                outcome.note("输入 help 查看命令 / type help for the commands");
            }
            new Script(terminal, outcome, Thread::sleep).run(lines);
            heart.shutdownNow();
        }
        return outcome.exitCode();
    }
}
