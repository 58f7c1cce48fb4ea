package org.motorpool.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.motorpool.dispatch.request.NewRequests.TOMORROW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.duty.Absence;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.NewRequests;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.dispatch.sharing.SharingBook;
import org.motorpool.planner.contract.PlannerCommand;
import org.motorpool.planner.contract.PlannerCommand.Period;

class PlanningTaskTest {

    private static final Unit PUDONG =
            new Unit(new UUID(0, 1), "310115", "浦东", "COUNTY", "310115", null, "/100000/310115/");
    private static final VehicleFile CAR = Fleet.vehicle(PUDONG, 1);
    private static final VehicleFile PARKED = Fleet.vehicle(PUDONG, 2);
    private static final DriverFile DRIVER = Fleet.driver(PUDONG, 1, CAR.id());
    private static final UUID PLAN = new UUID(0, 77);

    @Test
    void offersVehiclesThatHaveADriver() {
        PlannerCommand.SolvePlan command = solve(List.of());
        assertThat(command.vehicles()).singleElement().satisfies(vehicle -> {
            assertThat(vehicle.vehicleId()).isEqualTo(CAR.id());
            assertThat(vehicle.driverId()).isEqualTo(DRIVER.id());
            assertThat(vehicle.unitCode()).isEqualTo("310115");
            assertThat(vehicle.cost_fen_per_km()).isEqualTo(30);
            assertThat(vehicle.newEnergy()).isTrue();
        });
        assertThat(command.rides()).singleElement().satisfies(ride -> assertThat(ride.eligibleVehicles())
                .containsExactly(CAR.id()));
    }

    @Test
    void leavesTimeToApproachAndToDriveHome() {
        Period available = PlanningTask.available(TOMORROW, TOMORROW.plusSeconds(60), List.of(request()));
        assertThat(available)
                .isEqualTo(new Period(TOMORROW.minus(Duration.ofHours(4)), TOMORROW.plus(Duration.ofHours(8))));
    }

    @Test
    void keepsWhatVehicleOrDriverArePromisedFor() {
        Booking ofVehicle = booking(CAR.id(), UUID.randomUUID(), 1);
        Booking ofDriver = booking(UUID.randomUUID(), DRIVER.id(), 2);
        Booking ofOthers = booking(UUID.randomUUID(), UUID.randomUUID(), 3);
        assertThat(solve(List.of(ofVehicle, ofDriver, ofOthers))
                        .vehicles()
                        .getFirst()
                        .busy())
                .containsExactly(period(1), period(2));
    }

    @Test
    void keepsADriverFreeWhileOnLeaveOrOffShift() {
        assertThat(solve(List.of(), List.of(absence(1))).vehicles().getFirst().busy())
                .containsExactly(period(1));
    }

    @Test
    void leavesOutWhoIsAbsentAllTheTime() {
        assertThat(solve(List.of(), List.of(absence(0))).vehicles()).isEmpty();
    }

    @Test
    void leavesOutRequestsWhoseUseIsOver() {
        Plannable before = Plannable.of(List.of(request()), TOMORROW);
        assertThat(before.requireSome().coming()).hasSize(1);
        Plannable after = Plannable.of(List.of(request()), TOMORROW.plus(Duration.ofHours(4)));
        assertThat(after.over()).singleElement().satisfies(left -> {
            assertThat(left.code()).isEqualTo("already-driven");
            assertThat(left.requestNumber()).isEqualTo("YC-310115-20261123-0001");
        });
        assertThatThrownBy(after::requireSome).hasMessageContaining("YC-310115-20261123-0001");
    }

    private static PlannerCommand.SolvePlan solve(List<Booking> bookings) {
        return solve(bookings, List.of());
    }

    private static Absence absence(int hour) {
        return new Absence(
                DRIVER.id(),
                new org.motorpool.dispatch.duty.Period(
                        period(hour).from(), period(hour).to()));
    }

    private static PlannerCommand.SolvePlan solve(List<Booking> bookings, List<Absence> absences) {
        Candidates candidates = new Candidates(
                List.of(request()),
                List.of(CAR, PARKED),
                List.of(DRIVER),
                bookings,
                absences,
                new ServingRules(List.of()),
                SharingBook.EMPTY,
                Map.of("BEV", 30));
        return new PlanningTask(candidates, period(0)).solve(PLAN, "310115", 5);
    }

    private static Booking booking(UUID vehicleId, UUID driverId, int hour) {
        return new Booking(
                vehicleId, driverId, period(hour).from(), period(hour).to());
    }

    private static Period period(int hour) {
        return new Period(TOMORROW.plus(Duration.ofHours(hour)), TOMORROW.plus(Duration.ofHours(hour + 1)));
    }

    private static UseRequest request() {
        RequestApi.Request view = new RequestApi.Request(
                new UUID(0, 5),
                "YC-310115-20261123-0001",
                "APPROVED",
                PUDONG.id(),
                PUDONG.name(),
                PUDONG.regionCode(),
                null,
                "张三",
                "参加会议",
                "QT",
                2,
                NewRequests.PICKUP,
                NewRequests.DROPOFF,
                TOMORROW,
                TOMORROW.plus(Duration.ofHours(4)),
                TOMORROW,
                null,
                null,
                null,
                0);
        return new UseRequest(view, new UUID(0, 6), PUDONG.code(), PUDONG.path(), null);
    }
}
