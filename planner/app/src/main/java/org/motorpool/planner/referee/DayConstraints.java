package org.motorpool.planner.referee;

import static java.util.Objects.requireNonNull;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import org.motorpool.planner.search.day.DayFacts;
import org.motorpool.planner.search.day.DayFacts.Agreement;
import org.motorpool.planner.search.day.DayFacts.Eligibility;
import org.motorpool.planner.search.day.DayFacts.Energy;
import org.motorpool.planner.search.day.DayFacts.Promise;

/** The rules of a day, written down once more: what {@code DayReading} reads of a plan is judged by them. */
public class DayConstraints implements ConstraintProvider {

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            unsuitableVehicle(factory),
            notShared(factory),
            outsideWindow(factory),
            strangersTogether(factory),
            impossibleWay(factory),
            unfitDriver(factory),
            driverTwice(factory),
            handedOver(factory),
            driverInOvertime(factory),
            tooMuchDriving(factory),
            pinnedDriver(factory),
            sealed(factory),
            shortOfEnergy(factory),
            unserved(factory),
            kilometres(factory),
            vehicleUsed(factory),
            driverUsed(factory),
            otherUnit(factory),
            otherRegion(factory),
            notNewEnergy(factory),
            rental(factory)
        };
    }

    Constraint unsuitableVehicle(ConstraintFactory factory) {
        return served(factory)
                .filter(ride -> !suits(ride.facts(), vehicle(ride)))
                .penalize(HardMediumSoftScore.ONE_HARD)
                .asConstraint("unsuitable vehicle");
    }

    private static boolean suits(DayFacts.Ride ride, RefereedVehicle vehicle) {
        return ride.categories().contains(vehicle.facts().category())
                && ride.passengers() <= vehicle.facts().seats()
                && ride.baggage() <= vehicle.facts().boot()
                && (!(ride.eligibility() instanceof Eligibility.Only(var only)) || only.contains(vehicle.number()))
                && (!(ride.promised() instanceof Promise.Pinned(int pinned, int _)) || pinned == vehicle.number());
    }

    Constraint notShared(ConstraintFactory factory) {
        return lent(factory)
                .filter(ride -> !vehicle(ride).facts().offered())
                .penalize(HardMediumSoftScore.ONE_HARD)
                .asConstraint("vehicle that is not offered");
    }

    Constraint outsideWindow(ConstraintFactory factory) {
        return served(factory)
                .filter(ride -> ride.off_s() > 0)
                .penalize(HardMediumSoftScore.ONE_HARD, RefereedRide::off_s)
                .asConstraint("outside the window");
    }

    /** 合乘: riders are in a vehicle at the same time only where both consent, and of one circle. */
    Constraint strangersTogether(ConstraintFactory factory) {
        return served(factory)
                .join(RefereedRide.class, Joiners.equal(RefereedRide::getVehicle))
                .filter((one, other) -> one.getNumber() < other.getNumber() && one.isOnBoardWith(other))
                .filter((one, other) -> !one.mayShareWith(other))
                .penalize(HardMediumSoftScore.ONE_HARD)
                .asConstraint("riders who do not ride together");
    }

    Constraint impossibleWay(ConstraintFactory factory) {
        return factory.forEach(Leg.class)
                .filter(leg -> leg.impossible_s() > 0)
                .penalize(HardMediumSoftScore.ONE_HARD, Leg::impossible_s)
                .asConstraint("faster than the way");
    }

    Constraint unfitDriver(ConstraintFactory factory) {
        return factory.forEach(Turn.class)
                .filter(turn -> turn.faults() > 0)
                .penalize(HardMediumSoftScore.ONE_HARD, Turn::faults)
                .asConstraint("driver beyond licence or hours");
    }

    Constraint driverTwice(ConstraintFactory factory) {
        return factory.forEach(Turn.class)
                .join(Turn.class, Joiners.equal(Turn::number))
                .filter((one, other) -> one.isBefore(other) && other.ready_s() < one.to_s() + other.takeOver_s())
                .penalize(HardMediumSoftScore.ONE_HARD)
                .asConstraint("driver of two vehicles at a time");
    }

    /** 交接: a vehicle has one driver at a time, and the next one takes it over while it stands there. */
    Constraint handedOver(ConstraintFactory factory) {
        return factory.forEach(Turn.class)
                .join(Turn.class, Joiners.equal(Turn::vehicle))
                .filter((one, other) -> one.isBefore(other) && other.ready_s() < one.to_s() + other.takeOver_s())
                .penalize(HardMediumSoftScore.ONE_HARD)
                .asConstraint("no time to hand the vehicle over");
    }

    Constraint driverInOvertime(ConstraintFactory factory) {
        return factory.forEach(Turn.class)
                .join(Turn.class, Joiners.equal(Turn::number))
                .filter((one, other) -> one.isBefore(other)
                        && other.from_s() > other.driver().shift().to_s())
                .penalize(HardMediumSoftScore.ONE_HARD)
                .asConstraint("another vehicle in overtime");
    }

    /** At the wheel of all vehicles together. */
    Constraint tooMuchDriving(ConstraintFactory factory) {
        return factory.forEach(Turn.class)
                .groupBy(Turn::number, Turn::driver, ConstraintCollectors.sum(Turn::driving_s))
                .filter((_, driver, driving_s) -> driving_s > driver.mostDriving_s())
                .penalize(HardMediumSoftScore.ONE_HARD)
                .asConstraint("beyond the hours at the wheel");
    }

    Constraint pinnedDriver(ConstraintFactory factory) {
        return served(factory)
                .filter(ride -> ride.facts().promised() instanceof Promise.Pinned(int _, int pinned)
                        && pinned != DayFacts.NONE
                        && pinned != ride.driver())
                .penalize(HardMediumSoftScore.ONE_HARD)
                .asConstraint("another driver than pinned");
    }

    Constraint sealed(ConstraintFactory factory) {
        return factory.forEach(Leg.class)
                .filter(leg -> leg.vehicle().facts().blocked().stream()
                        .anyMatch(window -> leg.isUnderWay(window.from_s(), window.to_s())))
                .penalize(HardMediumSoftScore.ONE_HARD)
                .asConstraint("sealed or promised");
    }

    /** Of vehicles that may not charge: those that may are judged by the referee of the benchmark. */
    Constraint shortOfEnergy(ConstraintFactory factory) {
        return factory.forEach(Leg.class)
                .filter(leg -> leg.vehicle().facts().tank().energy() == Energy.ELECTRIC
                        && leg.vehicle().facts().tank().chargingPlaces().isEmpty())
                .groupBy(Leg::vehicle, ConstraintCollectors.sum(Leg::way_m))
                .filter((vehicle, way_m) -> way_m > vehicle.facts().tank().charge_m())
                .penalize(HardMediumSoftScore.ONE_HARD)
                .asConstraint("short of energy");
    }

    Constraint unserved(ConstraintFactory factory) {
        return factory.forEachIncludingUnassigned(RefereedRide.class)
                .filter(ride -> ride.getVehicle() == null && !ride.isRented())
                .penalize(HardMediumSoftScore.ONE_MEDIUM, RefereedRide::absentWeight)
                .asConstraint("unserved ride");
    }

    Constraint kilometres(ConstraintFactory factory) {
        return factory.forEach(Leg.class)
                .penalize(HardMediumSoftScore.ONE_SOFT, Leg::cost_fen)
                .asConstraint("kilometres");
    }

    Constraint vehicleUsed(ConstraintFactory factory) {
        return factory.forEach(Turn.class)
                .map(Turn::vehicle)
                .distinct()
                .penalize(
                        HardMediumSoftScore.ONE_SOFT,
                        vehicle -> vehicle.owner().weights().vehicle_fen())
                .asConstraint("vehicle used");
    }

    /** Once, whatever the number of vehicles, at the highest price. */
    Constraint driverUsed(ConstraintFactory factory) {
        return factory.forEach(Turn.class)
                .groupBy(Turn::number, ConstraintCollectors.max(Turn::price_fen))
                .penalize(HardMediumSoftScore.ONE_SOFT, (_, price_fen) -> price_fen == null ? 0 : price_fen)
                .asConstraint("driver used");
    }

    Constraint otherUnit(ConstraintFactory factory) {
        return lent(factory)
                .join(
                        Agreement.class,
                        Joiners.equal(ride -> vehicle(ride).facts().unit(), Agreement::owner),
                        Joiners.equal(ride -> ride.facts().unit(), Agreement::user))
                .penalize(HardMediumSoftScore.ONE_SOFT, (ride, agreement) -> agreement.ride_fen())
                .asConstraint("vehicle of another unit");
    }

    Constraint otherRegion(ConstraintFactory factory) {
        return served(factory)
                .filter(ride -> vehicle(ride).owner().region() != ride.user().region())
                .penalize(
                        HardMediumSoftScore.ONE_SOFT,
                        ride -> ride.user().weights().otherRegion_fen())
                .asConstraint("vehicle of another region");
    }

    Constraint notNewEnergy(ConstraintFactory factory) {
        return served(factory)
                .filter(ride -> !vehicle(ride).isNewEnergy())
                .penalize(
                        HardMediumSoftScore.ONE_SOFT,
                        ride -> ride.user().weights().notNewEnergy_fen())
                .asConstraint("not a new-energy vehicle");
    }

    Constraint rental(ConstraintFactory factory) {
        return factory.forEachIncludingUnassigned(RefereedRide.class)
                .filter(RefereedRide::isRented)
                .penalize(HardMediumSoftScore.ONE_SOFT, ride -> ride.facts().rental_fen())
                .asConstraint("rented car");
    }

    private static UniConstraintStream<RefereedRide> served(ConstraintFactory factory) {
        return factory.forEach(RefereedRide.class);
    }

    private static UniConstraintStream<RefereedRide> lent(ConstraintFactory factory) {
        return served(factory)
                .filter(ride -> vehicle(ride).facts().unit() != ride.facts().unit());
    }

    private static RefereedVehicle vehicle(RefereedRide served) {
        return requireNonNull(served.getVehicle());
    }
}
