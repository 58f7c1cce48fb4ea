package org.motorpool.dispatch.demo;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.contract.OperationApi.Convoy;
import org.motorpool.dispatch.contract.OperationApi.EventPlan;
import org.motorpool.dispatch.contract.OperationApi.Group;
import org.motorpool.dispatch.contract.OperationApi.Mobilisation;
import org.motorpool.dispatch.contract.OperationApi.Need;
import org.motorpool.dispatch.contract.OperationApi.NewOperation;
import org.motorpool.dispatch.contract.OperationApi.Shuttle;
import org.motorpool.dispatch.contract.OperationApi.Transfer;
import org.motorpool.dispatch.contract.OperationApi.Venue;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.operation.OperationService;
import org.motorpool.dispatch.operation.OperationStatus;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.Unit;

/** A conference in Shanghai and a flood drill, both drafted and not committed: what they would move is in their previews. */
@Singleton
class DemoOperations {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final UUID LATEST = new UUID(-1, -1);
    private static final String SHANGHAI = "310000";
    private static final Place HALL = new Place("上海世博中心", 31.1885, 121.4893);

    private final OperationService operations;
    private final Clock clock;

    DemoOperations(OperationService operations, Clock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    /** Draft them, once whatever is started again. */
    Uni<Void> draft(List<Unit> units) {
        return units.stream()
                .filter(unit -> unit.code().equals(SHANGHAI))
                .findFirst()
                .map(this::draft)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> draft(Unit unit) {
        Scope scope = new Scope(
                Scope.SYSTEM.accountId(), "system", "system", unit.id(), unit.path(), Set.of("FLEET_OFFICER"));
        LocalDate first = Days.today(clock).plusDays(14);
        return operations
                .list(scope, List.of(OperationStatus.values()), LATEST, 1)
                .chain(found -> found.isEmpty()
                        ? draft(scope, unit, first)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> draft(Scope scope, Unit unit, LocalDate first) {
        NewOperation event = new NewOperation(unit.id(), "长三角公务出行论坛", conference(first), null);
        NewOperation exercise = new NewOperation(unit.id(), "防汛应急演练", null, drill(first));
        return operations
                .draft(scope, event, null)
                .chain(_ -> operations.draft(scope, exercise, null))
                .replaceWithVoid();
    }

    private static EventPlan conference(LocalDate day) {
        List<Venue> venues = List.of(
                new Venue("HALL", HALL),
                new Venue("HOTEL", new Place("代表驻地", 31.2222, 121.5441)),
                new Venue("STATION", new Place("虹桥火车站", 31.1942, 121.3204)));
        List<Group> groups = List.of(new Group("VIP", "主宾团", 8, "QT"), new Group("ALL", "参会代表", 240, "QT"));
        return new EventPlan(
                venues,
                groups,
                List.of(new Transfer("ARRIVAL", "ALL", "STATION", "HOTEL", at(day, 14), 90, 30, 10)),
                List.of(new Shuttle(
                        "L1",
                        List.of("HOTEL", "HALL"),
                        day.plusDays(1),
                        day.plusDays(2),
                        LocalTime.of(8, 0),
                        LocalTime.of(9, 0),
                        30,
                        40,
                        30,
                        2,
                        "QT")),
                List.of(new Convoy("OPENING", "VIP", "HOTEL", "HALL", at(day.plusDays(1), 8), 120, 2, 4, "接待办")));
    }

    private static Mobilisation drill(LocalDate day) {
        return new Mobilisation(
                "防汛应急演练", HALL, 60.0, List.of(new Need("CARS", 4, 3), new Need("BUS", 10, 1)), at(day, 6), at(day, 10));
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(CHINA).toInstant();
    }
}
