package org.motorpool.telematics.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One thread decodes frames to objects; an operation is all of the traffic once. */
@State(Scope.Thread)
public class DecodeBenchmark {
    private final OwnSide typical = new OwnSide(Traffic.typical());
    private final OwnSide mix = new OwnSide(Traffic.mix());
    private final PeerSide peerTypical = new PeerSide(Traffic.typical());
    private final PeerSide peerMix = new PeerSide(Traffic.mix());

    @Benchmark
    public void typical(Blackhole out, Cost cost) {
        typical.decode(out::consume);
        cost.frames += Traffic.FRAMES;
    }

    @Benchmark
    public void peerTypical(Blackhole out, Cost cost) {
        peerTypical.decode(out::consume);
        cost.frames += Traffic.FRAMES;
    }

    @Benchmark
    public void mix(Blackhole out, Cost cost) {
        mix.decode(out::consume);
        cost.frames += Traffic.FRAMES;
    }

    @Benchmark
    public void peerMix(Blackhole out, Cost cost) {
        peerMix.decode(out::consume);
        cost.frames += Traffic.FRAMES;
    }
}
