package org.motorpool.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.motorpool.dispatch.request.NewRequests.TOMORROW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.WorkingDays;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.contract.RequestDetailApi;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.NewRequests;
import org.motorpool.dispatch.request.PoolingBook;
import org.motorpool.dispatch.request.PoolingRule;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.dispatch.sharing.SharingBook;
import org.motorpool.planner.contract.DayApi;

class PlanTaskTest {

    /** Wherever in the week they fall: tomorrow is a holiday, the days around it are worked. */
    private static final WorkingDays HOLIDAY = new WorkingDays(
            Set.of(Days.of(TOMORROW)),
            Set.of(Days.of(TOMORROW).minusDays(1), Days.of(TOMORROW).plusDays(1)));

    private static final Unit PUDONG =
            new Unit(new UUID(0, 1), "310115", "浦东", "COUNTY", "310115", null, "/100000/310115/");
    private static final VehicleFile CAR = Fleet.vehicle(PUDONG, 1);
    private static final VehicleFile PARKED = Fleet.vehicle(PUDONG, 2);
    private static final DriverFile DRIVER = Fleet.driver(PUDONG, 1, CAR.id());
    private static final UUID PLAN = new UUID(0, 77);
    private static final Instant YESTERDAY = TOMORROW.minus(Duration.ofDays(1));

    /** Ten minutes later at most, twenty minutes of detour. */
    private static final PoolingBook POOLING =
            new PoolingBook(List.of(new PoolingRule("100000", Set.of("JYTX"), 20, 10, "pooling_rule")));

    @Test
    void asksForTheRequestsAmongTheOrdersThereAre() {
        DayApi.Facts facts = facts(YESTERDAY, List.of(request(5)), List.of(DayTaskTest.order(CAR, DRIVER)));

        assertThat(facts.rides()).hasSize(2);
        assertThat(facts.rides().getFirst().promised())
                .isEqualTo(new DayApi.Promise(CAR.id().toString(), DRIVER.id().toString(), true));
        assertThat(facts.rides().getLast()).satisfies(ride -> {
            assertThat(ride.id()).isEqualTo(new UUID(0, 5).toString());
            assertThat(ride.promised()).isNull();
            assertThat(ride.pickupTime()).isEqualTo(new DayApi.Window(TOMORROW, TOMORROW));
            assertThat(ride.boundUntil()).isEqualTo(TOMORROW.plus(Duration.ofHours(4)));
        });
        assertThat(facts.drivers())
                .extracting(DayApi.Driver::id)
                .containsExactly(DRIVER.id().toString());
    }

    /** 合乘: 20 minutes longer than the direct way at most, picked up 10 minutes later at most, with riders of the unit. */
    @Test
    void tellsThePlannerWhoRidesWithOthers() {
        DayApi.Facts facts = facts(YESTERDAY, List.of(sharing(null), sharing(90)), List.of());

        assertThat(facts.rides()).allSatisfy(ride -> {
            assertThat(ride.togetherWith()).isEqualTo(PUDONG.id().toString());
            assertThat(ride.boundUntil()).isNull();
            assertThat(ride.pickupTime()).isEqualTo(new DayApi.Window(TOMORROW, TOMORROW.plus(Duration.ofMinutes(10))));
        });
        assertThat(facts.rides().getLast().mostOnBoard_s()).isEqualTo(90 * 60);
        assertThat(facts.rides().getFirst().mostOnBoard_s()).isBetween(20 * 60, 80 * 60);
    }

    private static UseRequest sharing(Integer onBoard_minutes) {
        RequestApi.Request plain = request(onBoard_minutes == null ? 5 : 6).view();
        RequestDetailApi.Details details = new RequestDetailApi.Details(
                null, null, null, null, null, null, null, null, null, new RequestDetailApi.Pooling(onBoard_minutes));
        RequestApi.Request view = new RequestApi.Request(
                plain.id(),
                plain.number(),
                plain.status(),
                plain.unitId(),
                plain.unitName(),
                plain.regionCode(),
                null,
                plain.requesterName(),
                plain.purpose(),
                plain.category(),
                plain.passengers(),
                plain.pickup(),
                plain.dropoff(),
                plain.departAt(),
                plain.returnAt(),
                plain.submittedAt(),
                null,
                null,
                null,
                details,
                1,
                false,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                0);
        return new UseRequest(view, new UUID(0, 6), PUDONG.code(), PUDONG.path(), null);
    }

    @Test
    void tellsOnceWhichVehiclesManyRequestsMayHave() {
        DayApi.Facts facts = facts(YESTERDAY, List.of(request(5), request(6)), List.of());

        assertThat(facts.pools()).singleElement().satisfies(pool -> assertThat(pool.vehicles())
                .containsExactly(CAR.id().toString(), PARKED.id().toString()));
        assertThat(facts.rides()).allSatisfy(ride -> {
            assertThat(ride.eligible()).isNull();
            assertThat(ride.pool()).isEqualTo(facts.pools().getFirst().id());
        });
    }

    @Test
    void tellsTheDaysOfRestByTheCalendar() {
        assertThat(facts(YESTERDAY, List.of(request(5)), List.of()).restDays()).containsExactly(Days.of(TOMORROW));
    }

    @Test
    void leavesOutVehiclesThatNoRequestMayHave() {
        Unit other = new Unit(new UUID(0, 3), "440300", "深圳", "CITY", "440300", null, "/100000/440300/");
        VehicleFile theirs = Fleet.vehicle(other, 3);
        DayCandidates candidates = candidates(List.of(CAR, theirs), List.of());
        DayApi.Facts facts = new PlanTask(List.of(request(5)), candidates, List.of()).facts(PLAN, YESTERDAY);

        assertThat(facts.vehicles())
                .extracting(DayApi.Vehicle::id)
                .containsExactly(CAR.id().toString());
    }

    @Test
    void sendsSoonWhatShouldHaveDepartedByNow() {
        Instant now = TOMORROW.plus(Duration.ofMinutes(30));
        DayApi.Facts facts = facts(now, List.of(request(5)), List.of());

        assertThat(facts.now()).isEqualTo(now);
        assertThat(facts.rides())
                .singleElement()
                .extracting(DayApi.Ride::pickupTime)
                .isEqualTo(new DayApi.Window(now, now.plus(Duration.ofHours(1))));
    }

    @Test
    void leavesOutVehiclesThatArePromisedBeforeALongUseEnds() {
        VehicleOrder later = DayTaskTest.order(CAR, DRIVER, TOMORROW.plus(Duration.ofHours(3)));
        DayCandidates candidates = candidates(List.of(CAR, PARKED), List.of());
        DayApi.Facts facts = new PlanTask(List.of(request(5)), candidates, List.of(later)).facts(PLAN, YESTERDAY);

        assertThat(facts.pools().getFirst().vehicles())
                .containsExactly(PARKED.id().toString());
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

    private static DayApi.Facts facts(Instant now, List<UseRequest> requests, List<VehicleOrder> orders) {
        return new PlanTask(requests, candidates(List.of(CAR, PARKED), orders), List.of()).facts(PLAN, now);
    }

    private static DayCandidates candidates(List<VehicleFile> vehicles, List<VehicleOrder> orders) {
        return new DayCandidates(
                Days.of(TOMORROW),
                vehicles,
                List.of(DRIVER),
                orders,
                List.of(),
                List.of(),
                new ServingRules(List.of()),
                SharingBook.EMPTY,
                Map.of("BEV", 30),
                Duration.ofHours(8),
                POOLING,
                HOLIDAY,
                Batteries.UNKNOWN);
    }

    private static UseRequest request() {
        return request(5);
    }

    private static UseRequest request(long number) {
        RequestApi.Request view = new RequestApi.Request(
                new UUID(0, number),
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
