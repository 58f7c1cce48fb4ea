package org.motorpool.planner.search.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.motorpool.planner.search.day.DayFacts.Driver;
import org.motorpool.planner.search.day.DayFacts.Place;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.TimeFactor;
import org.motorpool.planner.search.day.DayFacts.Vehicle;

/**
 * Makes a day to plan of what people and registers say. A fleet that is wrong is refused with the first item that is wrong; a ride that
 * is wrong stays in the day, unserved with its fault, so that one bad request never costs the others their plan.
 */
public final class DayCheck {

    /** More rides or vehicles at once are refused. */
    public static final int MOST = 20_000;

    private static final int MOST_TAKE_OVER_S = 4 * 3600;
    private static final double MOST_LATITUDE = 90;
    private static final double MOST_LONGITUDE = 180;

    private final DayFacts facts;

    private DayCheck(DayFacts facts) {
        this.facts = facts;
    }

    /** What is wrong with which item. */
    public record Fault(String item, String code, String chinese, String english) {
        @Override
        public String toString() {
            return item + ": " + chinese + " / " + english;
        }
    }

    /** The answer to a day. */
    public sealed interface Checked {
        /** A day to plan; the faults are of rides that will be unserved, by their number. */
        record Accepted(DispatchDay day, Map<Integer, Fault> faults) implements Checked {
            public Accepted {
                faults = Map.copyOf(faults);
            }
        }

        /** No plan can be made. */
        record Refused(Fault fault) implements Checked {}
    }

    public static Checked check(DayFacts facts, Travel travel) {
        DayCheck check = new DayCheck(facts);
        Optional<Fault> fault = check.findFault();
        return fault.isPresent() ? new Checked.Refused(fault.get()) : check.accept(travel);
    }

    private Optional<Fault> findFault() {
        return tooMany("rides", facts.rides().size())
                .or(() -> tooMany("vehicles", facts.vehicles().size()))
                .or(this::findEmpty)
                .or(this::findTakeOverFault)
                .or(() -> first(facts.vehicles().size(), this::findVehicleFault))
                .or(() -> first(facts.drivers().size(), this::findDriverFault))
                .or(() -> first(facts.chargers().size(), this::findChargerFault))
                .or(() -> first(facts.agreements().size(), this::findAgreementFault))
                .or(() -> first(facts.timeFactors().size(), this::findTimeFactorFault));
    }

    private static Optional<Fault> first(int count, java.util.function.IntFunction<Optional<Fault>> check) {
        return IntStream.range(0, count)
                .mapToObj(check)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Fault> tooMany(String list, int count) {
        return fault(
                count > MOST,
                list,
                "too-many",
                "共 %d 项，超过上限 %d；请分批排班".formatted(count, MOST),
                "%d entries are more than the limit of %d; plan them in parts".formatted(count, MOST));
    }

    private Optional<Fault> findEmpty() {
        return fault(
                facts.units().isEmpty() || facts.places().isEmpty(),
                facts.units().isEmpty() ? "units" : "places",
                "empty",
                "不能为空",
                "must not be empty");
    }

    private Optional<Fault> findTakeOverFault() {
        return fault(
                facts.takeOver_s() < 0 || facts.takeOver_s() > MOST_TAKE_OVER_S,
                "takeOver_s",
                "take-over-time",
                "交接时间须为 0 至 %d 秒".formatted(MOST_TAKE_OVER_S),
                "must be 0 to %d seconds".formatted(MOST_TAKE_OVER_S));
    }

    private Optional<Fault> findVehicleFault(int index) {
        Vehicle vehicle = facts.vehicles().get(index);
        String item = "vehicle " + vehicle.name();
        return fault(!isUnit(vehicle.unit()), item, "no-unit", "没有所属单位", "belongs to no unit")
                .or(() -> noPlace(vehicle.home(), item, "停放地", "home"))
                .or(() -> fault(vehicle.seats() < 1, item, "no-seats", "座位数须为 1 或以上", "must have a seat or more"));
    }

    private Optional<Fault> findDriverFault(int index) {
        Driver driver = facts.drivers().get(index);
        String item = "driver " + driver.name();
        int bound = driver.vehicle();
        boolean unknown = bound != DayFacts.NONE
                && (bound < 0 || bound >= facts.vehicles().size());
        return noPlace(driver.place(), item, "出勤地点", "place")
                .or(() -> fault(unknown, item, "no-vehicle", "绑定的车辆不存在", "is bound to a vehicle that is not there"))
                .or(() -> fault(
                        bound != DayFacts.NONE && facts.vehicles().get(bound).home() != driver.place(),
                        item,
                        "elsewhere",
                        "出勤地点不是绑定车辆的停放地",
                        "begins elsewhere than the vehicle is parked"))
                .or(() -> fault(
                        driver.shift().from_s() > driver.shift().to_s(),
                        item,
                        "impossible-shift",
                        "班次的开始晚于结束",
                        "has a shift that ends before it begins"));
    }

    private Optional<Fault> findChargerFault(int index) {
        return noPlace(facts.chargers().get(index).place(), "charger " + index, "地点", "place");
    }

    private Optional<Fault> findAgreementFault(int index) {
        DayFacts.Agreement agreement = facts.agreements().get(index);
        return fault(
                !isUnit(agreement.owner()) || !isUnit(agreement.user()),
                "agreement " + index,
                "no-unit",
                "协议单位不存在",
                "names a unit that is not there");
    }

    private Optional<Fault> findTimeFactorFault(int index) {
        TimeFactor asked = facts.timeFactors().get(index);
        String item = "timeFactor " + index;
        boolean outside = asked.fromHour() < TimeFactor.FIRST_HOUR
                || asked.toHour() > TimeFactor.LAST_HOUR
                || asked.fromHour() >= asked.toHour();
        boolean within = asked.factor() >= TimeFactor.LEAST && asked.factor() <= TimeFactor.MOST;
        return fault(
                        outside,
                        item,
                        "impossible-hours",
                        "时段须在 %d 时至 %d 时之间，且开始早于结束".formatted(TimeFactor.FIRST_HOUR, TimeFactor.LAST_HOUR),
                        "its hours must be between %d and %d, and begin before they end"
                                .formatted(TimeFactor.FIRST_HOUR, TimeFactor.LAST_HOUR))
                .or(() -> fault(
                        !within,
                        item,
                        "impossible-factor",
                        "时段系数须在 %s 至 %s 之间".formatted(TimeFactor.LEAST, TimeFactor.MOST),
                        "its factor must be between %s and %s".formatted(TimeFactor.LEAST, TimeFactor.MOST)));
    }

    private Optional<Fault> noPlace(int place, String item, String chinese, String english) {
        return fault(
                !hasCoordinates(place),
                item,
                "no-coordinates",
                chinese + "没有坐标",
                "the %s has no coordinates".formatted(english));
    }

    private static Optional<Fault> fault(boolean wrong, String item, String code, String chinese, String english) {
        return wrong ? Optional.of(new Fault(item, code, chinese, english)) : Optional.empty();
    }

    private boolean isUnit(int unit) {
        return unit >= 0 && unit < facts.units().size();
    }

    private boolean hasCoordinates(int place) {
        return hasCoordinates(facts.places(), place);
    }

    static boolean hasCoordinates(List<Place> places, int place) {
        if (place < 0 || place >= places.size()) {
            return false;
        }
        Place at = places.get(place);
        return Math.abs(at.latitude()) <= MOST_LATITUDE && Math.abs(at.longitude()) <= MOST_LONGITUDE;
    }

    private Checked accept(Travel travel) {
        Map<Integer, Fault> faults = new TreeMap<>();
        List<Ride> rides = new ArrayList<>();
        Ways ways = new Ways(travel, facts.places(), new Traffic(facts.timeFactors()));
        RideCheck check = new RideCheck(facts, this::hasCoordinates, ways);
        for (int ride = 0; ride < facts.rides().size(); ride++) {
            int number = ride;
            check.findFault(facts.rides().get(ride), ride).ifPresent(fault -> faults.put(number, fault));
            Ride asked = facts.rides().get(ride);
            rides.add(faults.containsKey(ride) ? check.harmless(asked) : asked);
        }
        return new Checked.Accepted(DispatchDay.of(facts.withRides(rides), travel, ways), faults);
    }
}
