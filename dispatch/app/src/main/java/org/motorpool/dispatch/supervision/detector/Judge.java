package org.motorpool.dispatch.supervision.detector;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.motorpool.dispatch.supervision.DetectorRule;

/** How a detector judges, by what it needs to know. */
public sealed interface Judge {

    /** By the facts of a vehicle. */
    record OfVehicle(Function<Case, Stream<Lead>> judge) implements Judge {}

    /** By the facts of a vehicle and its track. */
    record OfTrack(Function<Case, Stream<Lead>> judge) implements Judge {}

    /** By the facts of a unit. */
    record OfUnit(BiFunction<UnitFacts, Terms, Stream<Lead>> judge) implements Judge {}

    /** Under what a unit is judged. */
    record Terms(Day day, DetectorRule rule) {}
}
