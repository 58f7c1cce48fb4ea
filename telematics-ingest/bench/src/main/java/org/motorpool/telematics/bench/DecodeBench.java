package org.motorpool.telematics.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The benchmark {@code decode}: this codec beside the peer on the same frames.
 *
 * <p>Each round measures both, each in a JVM of its own, so a machine that gets slower meanwhile is slower for both. A
 * second is one of processor time, see {@link Cost}.
 */
final class DecodeBench {
    private static final int ROUNDS = 3;
    private static final int WARM_UPS = 4;
    private static final int MEASUREMENTS = 4;
    private static final int ITERATION_ms = 500;

    /** So that warming up ends with compiled code on a busy machine, too. */
    private static final String COMPILE_BEFORE_GOING_ON = "-Xbatch";

    private DecodeBench() {}

    /** Measures, with progress on {@code progress}, and answers the result as one line of JSON. */
    static String run(PrintStream progress) throws RunnerException {
        int typical = agreed(Traffic.typical());
        int mix = agreed(Traffic.mix());
        progress.printf("both codecs read the same out of %d typical and %d mixed positions%n", typical, mix);
        Measurements measurements = new Measurements();
        for (int round = 0; round < ROUNDS; round++) {
            measurements.add(
                    new Runner(options(), OutputFormatFactory.createFormatInstance(progress, VerboseMode.NORMAL))
                            .run());
        }
        return json(measurements).toString();
    }

    private static int agreed(Traffic traffic) {
        return Agreement.check(new OwnSide(traffic).positions(), new PeerSide(traffic).positions());
    }

    private static Options options() {
        return new OptionsBuilder()
                .include(DecodeBenchmark.class.getName())
                .mode(Mode.Throughput)
                .jvmArgsAppend(COMPILE_BEFORE_GOING_ON)
                .threads(1)
                .forks(1)
                .warmupIterations(WARM_UPS)
                .warmupTime(TimeValue.milliseconds(ITERATION_ms))
                .measurementIterations(MEASUREMENTS)
                .measurementTime(TimeValue.milliseconds(ITERATION_ms))
                .build();
    }

    private static ObjectNode json(Measurements measurements) {
        ObjectNode json = new ObjectMapper().createObjectNode().put("benchmark", "decode");
        put(json, "", measurements, "typical", "peerTypical");
        put(json, "mix_", measurements, "mix", "peerMix");
        return json;
    }

    private static void put(ObjectNode json, String prefix, Measurements measurements, String own, String peer) {
        double frames = measurements.framesPerS(own);
        double peerFrames = measurements.framesPerS(peer);
        json.put(prefix + "frames_per_s", Math.round(frames))
                .put(prefix + "peer_frames_per_s", Math.round(peerFrames))
                .put(prefix + "ratio", Math.round(frames / peerFrames * 100) / 100.0)
                .put(prefix + "bytes_per_frame", Math.round(measurements.bytesPerFrame(own)))
                .put(prefix + "peer_bytes_per_frame", Math.round(measurements.bytesPerFrame(peer)));
    }
}
