package org.motorpool.planner.search.day;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.motorpool.planner.search.day.DayCheck.Fault;
import org.motorpool.planner.search.day.DayFacts.Promise;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Sharing;
import org.motorpool.planner.search.day.DayFacts.Stop;
import org.motorpool.planner.search.day.DayFacts.Window;

/** Finds what is wrong with a ride itself, and makes a ride of it that does no harm. */
final class RideCheck {

    private static final int MOST_PRIORITY = 9;
    private static final int DAYS_S = 36 * 3600;

    private final DayFacts facts;
    private final IntPredicate hasCoordinates;
    private final Ways ways;
    private final Map<Integer, List<Ride>> pinnedTo = new HashMap<>();
    private final Map<Integer, List<Ride>> pinnedDriver = new HashMap<>();
    private final Set<Integer> wrong = new HashSet<>();

    RideCheck(DayFacts facts, IntPredicate hasCoordinates, Ways ways) {
        this.facts = facts;
        this.ways = ways;
        this.hasCoordinates = hasCoordinates;
    }

    /** To be asked for each ride in its order. */
    Optional<Fault> findFault(Ride ride, int number) {
        Optional<Fault> fault = findPlaceFault(ride)
                .or(() -> findTimeFault(ride))
                .or(() -> findFigureFault(ride))
                .or(() -> findLinkFault(ride, number))
                .or(() -> findPinFault(ride));
        fault.ifPresent(_ -> wrong.add(number));
        return fault;
    }

    private Optional<Fault> findPlaceFault(Ride ride) {
        return fault(
                        ride,
                        !hasCoordinates.test(ride.pickup().place()),
                        "no-coordinates",
                        "上车地点没有坐标",
                        "the pick-up has no coordinates")
                .or(() -> fault(
                        ride,
                        !hasCoordinates.test(ride.dropoff().place()),
                        "no-coordinates",
                        "下车地点没有坐标",
                        "the drop-off has no coordinates"))
                .or(() -> fault(
                        ride,
                        ride.via().stream().anyMatch(stop -> !hasCoordinates.test(stop.place())),
                        "no-coordinates",
                        "途经地点没有坐标",
                        "a stop on the way has no coordinates"));
    }

    private Optional<Fault> findTimeFault(Ride ride) {
        Window pickup = ride.pickupTime();
        boolean impossible = pickup.from_s() > pickup.to_s() || ride.latestDropoff_s() < pickup.from_s();
        boolean outside = pickup.from_s() < 0 || ride.latestDropoff_s() > DAYS_S;
        return fault(ride, impossible, "impossible-window", "时间窗的结束早于开始", "its window ends before it begins")
                .or(() -> fault(ride, outside, "another-day", "不在排班日内", "is not of this day"))
                .or(() -> fault(
                        ride,
                        pickup.to_s() < facts.now_s(),
                        "already-driven",
                        "最晚上车时间已过，不能再排班",
                        "its latest pick-up is over; it cannot be planned any more"));
    }

    private Optional<Fault> findFigureFault(Ride ride) {
        boolean wrongFigures = ride.passengers() < 1
                || ride.baggage() < 0
                || ride.priority() < 0
                || ride.priority() > MOST_PRIORITY
                || ride.unit() < 0
                || ride.unit() >= facts.units().size();
        boolean pooledWithStops =
                ride.sharing() instanceof Sharing.Pooled && !ride.via().isEmpty();
        return fault(
                        ride,
                        wrongFigures,
                        "invalid",
                        "单位、人数、行李或优先级无效",
                        "unit, passengers, baggage or priority is invalid")
                .or(() -> fault(
                        ride,
                        pooledWithStops,
                        "pooled-with-stops",
                        "有途经地点的行程不能合乘",
                        "a ride with stops cannot be pooled"));
    }

    private Optional<Fault> findLinkFault(Ride ride, int number) {
        int after = ride.after();
        boolean unknown = after != DayFacts.NONE && (after < 0 || after >= number || wrong.contains(after));
        return fault(ride, unknown, "no-leg-before", "联程的前一段无效", "the leg before it is not valid");
    }

    private Optional<Fault> findPinFault(Ride ride) {
        if (!(ride.promised() instanceof Promise.Pinned(int vehicle, int driver))) {
            return Optional.empty();
        }
        if (vehicle < 0 || vehicle >= facts.vehicles().size()) {
            return fault(ride, true, "no-vehicle", "指定的车辆不存在", "is pinned to a vehicle that is not there");
        }
        if (driver < DayFacts.NONE || driver >= facts.drivers().size()) {
            return fault(ride, true, "no-driver", "指定的驾驶员不存在", "is pinned to a driver who is not there");
        }
        return findTwice(ride, vehicle).or(() -> findTwoVehicles(ride, vehicle, driver));
    }

    private Optional<Fault> findTwice(Ride ride, int vehicle) {
        List<Ride> others = pinnedTo.computeIfAbsent(vehicle, _ -> new ArrayList<>());
        Optional<Ride> other =
                others.stream().filter(each -> overlap(each, ride)).findFirst();
        others.add(ride);
        return other.flatMap(each -> fault(
                ride,
                true,
                "pinned-overlap",
                "与指定同一车辆的行程 %s 时间重叠".formatted(each.name()),
                "overlaps ride %s, which is pinned to the same vehicle".formatted(each.name())));
    }

    /** A driver is in one vehicle at a time. */
    private Optional<Fault> findTwoVehicles(Ride ride, int vehicle, int driver) {
        if (driver == DayFacts.NONE) {
            return Optional.empty();
        }
        List<Ride> others = pinnedDriver.computeIfAbsent(driver, _ -> new ArrayList<>());
        Optional<Ride> other = others.stream()
                .filter(each -> ((Promise.Pinned) each.promised()).vehicle() != vehicle && coincide(each, ride))
                .findFirst();
        others.add(ride);
        return other.flatMap(each -> fault(
                ride,
                true,
                "pinned-driver-overlap",
                "驾驶员 %s 同时被指定到行程 %s 的另一辆车".formatted(facts.drivers().get(driver).name(), each.name()),
                "driver %s is pinned to another vehicle for ride %s at the same time"
                        .formatted(facts.drivers().get(driver).name(), each.name())));
    }

    /** One at least is exclusive, and neither can be over before the other must begin. */
    private boolean overlap(Ride one, Ride other) {
        boolean exclusive = one.sharing() instanceof Sharing.Exclusive || other.sharing() instanceof Sharing.Exclusive;
        return exclusive && coincide(one, other);
    }

    private boolean coincide(Ride one, Ride other) {
        return thereAt_s(one) > other.pickupTime().to_s()
                && thereAt_s(other) > one.pickupTime().to_s();
    }

    /** When its riders are there at the earliest. */
    private int thereAt_s(Ride ride) {
        int at_s = ride.pickupTime().from_s() + ride.pickup().service_s();
        int place = ride.pickup().place();
        for (Stop stop : ride.via()) {
            at_s = ways.arrive_s(place, at_s, stop.place()) + stop.service_s();
            place = stop.place();
        }
        return ways.arrive_s(place, at_s, ride.dropoff().place());
    }

    private static Optional<Fault> fault(Ride ride, boolean isWrong, String code, String chinese, String english) {
        return isWrong ? Optional.of(new Fault("ride " + ride.name(), code, chinese, english)) : Optional.empty();
    }

    /** The ride as one that nobody may serve. */
    Ride harmless(Ride ride) {
        boolean known = ride.unit() >= 0 && ride.unit() < facts.units().size();
        Stop nowhere = new Stop(0, 0);
        return new Ride(
                ride.name(),
                known ? ride.unit() : 0,
                nowhere,
                List.of(),
                nowhere,
                new Window(facts.now_s(), facts.now_s()),
                facts.now_s(),
                1,
                0,
                Set.of(),
                new DayFacts.Eligibility.Only(Set.of()),
                new Sharing.Exclusive(),
                Math.clamp(ride.priority(), 0, MOST_PRIORITY),
                DayFacts.NONE,
                DayFacts.NONE,
                new Promise.Open());
    }
}
