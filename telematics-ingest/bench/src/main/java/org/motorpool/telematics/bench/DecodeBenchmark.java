package org.motorpool.telematics.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One thread decodes frames to objects; an operation is a frame. */
@State(Scope.Thread)
public class DecodeBenchmark {
    private final OwnSide typical = new OwnSide(Traffic.typical());
    private final OwnSide mix = new OwnSide(Traffic.mix());
    private final PeerSide peerTypical = new PeerSide(Traffic.typical());
    private final PeerSide peerMix = new PeerSide(Traffic.mix());

    @Benchmark
    @OperationsPerInvocation(Traffic.FRAMES)
    public void typical(Blackhole out) {
        typical.decode(out::consume);
    }

    @Benchmark
    @OperationsPerInvocation(Traffic.FRAMES)
    public void peerTypical(Blackhole out) {
        peerTypical.decode(out::consume);
    }

    @Benchmark
    @OperationsPerInvocation(Traffic.FRAMES)
    public void mix(Blackhole out) {
        mix.decode(out::consume);
    }

    @Benchmark
    @OperationsPerInvocation(Traffic.FRAMES)
    public void peerMix(Blackhole out) {
        peerMix.decode(out::consume);
    }
}
