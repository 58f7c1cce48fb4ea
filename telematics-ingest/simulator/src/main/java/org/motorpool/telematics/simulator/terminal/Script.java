package org.motorpool.telematics.simulator.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import org.motorpool.telematics.codec.Uplink;
import org.motorpool.telematics.simulator.Place;

/** Carries out instructions, line by line. */
final class Script {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final double FASTEST_KMH = 6553.5;
    private static final double KMH_PER_MS = 3.6;

    private final DrivenTerminal terminal;
    private final Outcome outcome;
    private final Pause pause;

    /** Lets time pass between two positions. */
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    Script(DrivenTerminal terminal, Outcome outcome, Pause pause) {
        this.terminal = terminal;
        this.outcome = outcome;
        this.pause = pause;
    }

    /** Reads to the end or to {@code quit}, then waits for what is not answered yet. */
    void run(BufferedReader lines) throws IOException, InterruptedException {
        int number = 0;
        for (String line = lines.readLine(); line != null && go(++number, line); line = lines.readLine()) {
            // each line is carried out before the next is read
        }
        terminal.settle(PATIENCE);
    }

    /** False when the line ends the script. */
    private boolean go(int number, String line) throws InterruptedException {
        return switch (InstructionReader.read(line)) {
            case InstructionReader.Line.Blank() -> true;
            case InstructionReader.Line.Wrong(String problem) -> {
                outcome.failure("第 %d 行 / line %d: %s".formatted(number, number, problem));
                yield true;
            }
            case InstructionReader.Line.Told(Instruction instruction) -> tryToCarryOut(number, instruction);
        };
    }

    /** What does not fit into a message, a plate for instance, is found only when it is written. */
    private boolean tryToCarryOut(int number, Instruction instruction) throws InterruptedException {
        try {
            return carryOut(instruction);
        } catch (IllegalArgumentException unfit) {
            outcome.failure("第 %d 行 / line %d: %s".formatted(number, number, unfit.getMessage()));
            return true;
        }
    }

    private boolean carryOut(Instruction instruction) throws InterruptedException {
        switch (instruction) {
            case Instruction.Connect() -> terminal.connect();
            case Instruction.Disconnect() -> terminal.disconnect();
            case Instruction.Register() -> terminal.register();
            case Instruction.Authenticate(String code) -> terminal.authenticate(code, PATIENCE);
            case Instruction.Heartbeat() -> terminal.send(new Uplink.Heartbeat(""));
            case Instruction.Position(Place place, double speed_kmh, int heading_deg) ->
                terminal.move(place, speed_kmh, heading_deg);
            case Instruction.Drive drive -> drive(drive);
            case Instruction.Alarm(int bit, boolean on) -> terminal.alarm(bit, on);
            case Instruction.Batch(int reports) -> terminal.batch(reports);
            case Instruction.Send(int messageId, String hex) -> terminal.send(new Uplink.Unmodelled(messageId, hex));
            case Instruction.Raw(String hex) -> terminal.sendRaw(HexFormat.of().parseHex(hex));
            case Instruction.Wait(int messageId, int timeout_s) -> await(messageId, timeout_s);
            case Instruction.Logout() -> terminal.send(new Uplink.Logout());
            case Instruction.Help() -> outcome.note(InstructionReader.HELP);
            case Instruction.Quit() -> {
                return false;
            }
        }
        return true;
    }

    private void await(int messageId, int timeout_s) throws InterruptedException {
        if (!terminal.await(messageId, Duration.ofSeconds(timeout_s))) {
            outcome.failure("没有等到 / did not come: 0x%04X".formatted(messageId));
        }
    }

    private void drive(Instruction.Drive drive) throws InterruptedException {
        double distance_m = drive.from().distanceTo_m(drive.to());
        double bearing_deg = drive.from().bearingTo_deg(drive.to());
        double speed_kmh = Math.min(FASTEST_KMH, distance_m / drive.duration_s() * KMH_PER_MS);
        int heading_deg = (int) Math.round(bearing_deg) % 360;
        int driven_s = 0;
        while (driven_s < drive.duration_s()) {
            Place here = drive.from().away("", bearing_deg, distance_m * driven_s / drive.duration_s());
            terminal.move(here, speed_kmh, heading_deg);
            int step_s = Math.min(terminal.interval_s(), drive.duration_s() - driven_s);
            pause.of(Duration.ofSeconds(step_s));
            driven_s += step_s;
        }
        terminal.move(drive.to(), 0, heading_deg);
    }
}
