package org.motorpool.dispatch.supervision;

import java.util.List;
import java.util.stream.Stream;
import org.motorpool.dispatch.contract.SupervisionApi.SealingWindow;
import org.motorpool.dispatch.supervision.detector.Case;
import org.motorpool.dispatch.supervision.detector.Day;
import org.motorpool.dispatch.supervision.detector.Detector;
import org.motorpool.dispatch.supervision.detector.Detectors;
import org.motorpool.dispatch.supervision.detector.Judge;
import org.motorpool.dispatch.supervision.detector.Lead;
import org.motorpool.dispatch.supervision.detector.Track;
import org.motorpool.dispatch.supervision.detector.UnitFacts;
import org.motorpool.dispatch.supervision.detector.VehicleFacts;

/** Lays facts before every detector whose rule is in force where they are; pure. */
record Bench(Rules rules, Day day) {

    private static final String SEALED = "V09";

    /** What all detectors see in a vehicle. A confidential one has no track here, and its leads do not tell which one it is. */
    List<Lead> judge(VehicleFacts facts, Track track) {
        Day local = dayIn(facts.vehicle().regionCode());
        boolean confidential = facts.vehicle().confidential();
        return Detectors.list().stream()
                .flatMap(detector -> judge(detector, facts, confidential ? Track.NONE : track, local))
                .map(lead -> confidential ? Confidential.cover(lead) : lead)
                .toList();
    }

    private Stream<Lead> judge(Detector detector, VehicleFacts facts, Track track, Day local) {
        return rules.find(detector.code(), facts.vehicle().regionCode()).stream()
                .map(rule -> new Case(facts, track, local, rule))
                .flatMap(given -> detector.judges().stream().flatMap(judge -> leads(judge, given)));
    }

    private static Stream<Lead> leads(Judge judge, Case given) {
        return switch (judge) {
            case Judge.OfVehicle of -> of.judge().apply(given);
            case Judge.OfTrack of -> of.judge().apply(given);
            case Judge.OfUnit _ -> Stream.empty();
        };
    }

    List<Lead> judge(UnitFacts facts) {
        return Detectors.list().stream()
                .flatMap(detector -> rules.find(detector.code(), facts.regionCode()).stream()
                        .map(rule -> new Judge.Terms(day, rule))
                        .flatMap(terms -> detector.judges().stream().flatMap(judge -> leads(judge, facts, terms))))
                .toList();
    }

    private static Stream<Lead> leads(Judge judge, UnitFacts facts, Judge.Terms terms) {
        return switch (judge) {
            case Judge.OfUnit of -> of.judge().apply(facts, terms);
            case Judge.OfVehicle _, Judge.OfTrack _ -> Stream.empty();
        };
    }

    /** With the sealing windows of the place; where sealing is not supervised there are none. */
    private Day dayIn(String regionCode) {
        List<SealingWindow> windows = rules.find(SEALED, regionCode)
                .map(SealService::hours)
                .map(hours -> SealingWindows.between(
                        day.calendar(), day.date().minusDays(1), day.date().plusDays(1), hours))
                .orElse(List.of());
        return day.with(windows, day.recordsSince(), day.peers());
    }
}
