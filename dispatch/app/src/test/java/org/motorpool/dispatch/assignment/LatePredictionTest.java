package org.motorpool.dispatch.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.OrderActApi;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.request.NewRequests;
import org.motorpool.dispatch.tracking.LatestPosition;

/** An order from Pudong to Hongqiao station until 10:00, the next from Pudong; the way takes some 55 minutes. */
class LatePredictionTest {

    private static final Instant NOW = Instant.parse("2026-10-12T01:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofHours(1));
    private static final Duration TOLERANCE = Duration.ofMinutes(10);
    private static final UUID VEHICLE = new UUID(0, 1);

    @Test
    void seesThatAVehicleAtTheDestinationIsTooFarFromItsNextPassengers() {
        assertThat(LatePrediction.free(
                        order("ARRIVED", NOW, END),
                        order("ASSIGNED", NOW.plus(Duration.ofMinutes(20)), END),
                        at(NewRequests.DROPOFF, NOW),
                        NOW,
                        TOLERANCE))
                .contains(END);
    }

    @Test
    void countsTheWayToTheDestinationBeforeArrival() {
        Instant next = NOW.plus(Duration.ofMinutes(70));
        assertThat(LatePrediction.free(
                        order("DEPARTED", NOW, NOW),
                        order("ASSIGNED", next, END),
                        at(NewRequests.PICKUP, NOW),
                        NOW,
                        TOLERANCE))
                .hasValueSatisfying(free -> assertThat(free).isBetween(NOW.plusSeconds(1800), next));
        assertThat(LatePrediction.free(
                        order("ARRIVED", NOW, NOW),
                        order("ASSIGNED", next, END),
                        at(NewRequests.DROPOFF, NOW),
                        NOW,
                        TOLERANCE))
                .isEmpty();
    }

    @Test
    void saysNothingOfAnOldPosition() {
        assertThat(LatePrediction.free(
                        order("ARRIVED", NOW, END),
                        order("ASSIGNED", NOW, END),
                        at(NewRequests.DROPOFF, NOW.minus(Duration.ofMinutes(6))),
                        NOW,
                        TOLERANCE))
                .isEmpty();
    }

    private static LatestPosition at(Place place, Instant when) {
        return new LatestPosition(VEHICLE, when, place.latitude(), place.longitude(), 30, 0, true);
    }

    private static VehicleOrder order(String status, Instant from, Instant to) {
        UUID unit = new UUID(0, 2);
        OrderApi.Order view = new OrderApi.Order(
                UUID.randomUUID(),
                "PC-310115-20261012-0001",
                status,
                new UUID(0, 5),
                "YC-310115-20261012-0001",
                "浦东",
                "参加会议",
                2,
                NewRequests.PICKUP,
                NewRequests.DROPOFF,
                from,
                to,
                "OWN_UNIT",
                VEHICLE,
                "沪D00001",
                "浦东",
                new UUID(0, 3),
                "驾驶员",
                "driver",
                OrderActApi.Course.NEW,
                0);
        return new VehicleOrder(view, unit, "/310115/", unit, "/310115/", "BEV", from);
    }
}
