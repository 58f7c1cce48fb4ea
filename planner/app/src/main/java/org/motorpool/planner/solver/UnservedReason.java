package org.motorpool.planner.solver;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.motorpool.planner.contract.PlannerCommand.Period;
import org.motorpool.planner.contract.PlannerEvent.Unserved;

/** Names the constraint that keeps a ride out of the plan: the last hurdle that any vehicle reached, with its figures. */
final class UnservedReason {

    private static final ZoneId PEOPLE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final PlanRide ride;
    private final List<PlanVehicle> vehicles;
    private final Map<Obstacle, List<PlanVehicle>> stoppedBy = new EnumMap<>(Obstacle.class);
    private final int takenByOtherRides;

    UnservedReason(PlanRide ride, List<PlanVehicle> vehicles) {
        this.ride = ride;
        this.vehicles = vehicles;
        Map<Optional<Obstacle>, List<PlanVehicle>> byObstacle =
                vehicles.stream().collect(Collectors.groupingBy(vehicle -> Obstacle.find(ride, vehicle)));
        byObstacle.forEach((obstacle, stopped) -> obstacle.ifPresent(found -> stoppedBy.put(found, stopped)));
        this.takenByOtherRides =
                byObstacle.getOrDefault(Optional.empty(), List.of()).size();
    }

    Unserved explain() {
        if (takenByOtherRides + count(Obstacle.OFF_DUTY) + count(Obstacle.BUSY) > 0) {
            return noVehicleFree();
        }
        if (count(Obstacle.TOO_FEW_SEATS) > 0) {
            return tooFewSeats();
        }
        return count(Obstacle.WRONG_CATEGORY) > 0 ? categoryNotAllowed() : noEligibleVehicle();
    }

    private Unserved noVehicleFree() {
        int offDuty = count(Obstacle.OFF_DUTY);
        int busy = count(Obstacle.BUSY);
        int suitable = offDuty + busy + takenByOtherRides;
        String period = text(ride.facts().period());
        return unserved(
                "no-vehicle-free",
                "%s 期间合适的 %d 辆车均不空闲：%d 辆不在可用时段或来不及从驻地赶到，%d 辆已有其他派车单，%d 辆已派给本次其他行程"
                        .formatted(period, suitable, offDuty, busy, takenByOtherRides),
                ("None of the %d suitable vehicles is free during %s: %d outside their available period or too far"
                                + " from home to arrive in time, %d promised to other orders, %d taken by other rides"
                                + " of this plan")
                        .formatted(suitable, period, offDuty, busy, takenByOtherRides));
    }

    private Unserved tooFewSeats() {
        List<PlanVehicle> tooSmall = stoppedBy.getOrDefault(Obstacle.TOO_FEW_SEATS, List.of());
        int largest = tooSmall.stream()
                .mapToInt(vehicle -> vehicle.facts().seats())
                .max()
                .orElse(0);
        int passengers = ride.facts().passengers();
        return unserved(
                "too-few-seats",
                "乘车 %d 人，类别相符的 %d 辆可用车辆最多载客 %d 人".formatted(passengers, tooSmall.size(), largest),
                "%d passengers, but the largest of the %d eligible vehicles of an allowed category seats %d"
                        .formatted(passengers, tooSmall.size(), largest));
    }

    private Unserved categoryNotAllowed() {
        List<PlanVehicle> others = stoppedBy.getOrDefault(Obstacle.WRONG_CATEGORY, List.of());
        String offered = others.stream()
                .map(vehicle -> vehicle.facts().category())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        String wanted = String.join(", ", ride.facts().categories());
        return unserved(
                "category-not-allowed",
                "可用的 %d 辆车类别为 %s，该申请只允许 %s".formatted(others.size(), offered, wanted),
                "The %d eligible vehicles are of category %s, the request allows only %s"
                        .formatted(others.size(), offered, wanted));
    }

    private Unserved noEligibleVehicle() {
        int eligible = ride.facts().eligibleVehicles().size();
        return unserved(
                "no-eligible-vehicle",
                "该申请允许使用的 %d 辆车均不在本次排班的 %d 辆车中".formatted(eligible, vehicles.size()),
                "None of the %d vehicles that the request may use is among the %d vehicles of this plan"
                        .formatted(eligible, vehicles.size()));
    }

    private int count(Obstacle obstacle) {
        return stoppedBy.getOrDefault(obstacle, List.of()).size();
    }

    private Unserved unserved(String code, String chinese, String english) {
        return new Unserved(ride.facts().requestId(), code, chinese + " / " + english);
    }

    private static String text(Period period) {
        ZonedDateTime from = period.from().atZone(PEOPLE);
        ZonedDateTime to = period.to().atZone(PEOPLE);
        return MINUTE.format(from) + "–" + MINUTE.format(to);
    }
}
