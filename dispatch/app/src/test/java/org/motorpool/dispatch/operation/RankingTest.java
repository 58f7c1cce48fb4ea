package org.motorpool.dispatch.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.OperationApi.Need;
import org.motorpool.dispatch.contract.OperationApi.PreemptedOrder;

class RankingTest {

    private static final Instant NINE = Instant.parse("2026-12-01T01:00:00Z");

    @Test
    void takesFreeVehiclesByDistance() {
        assertThat(plates(need(4, 2), free("far", 9), free("near", 1), free("between", 5)))
                .containsExactly("near", "between");
    }

    @Test
    void preemptsOnlyWhatIsCheapestAndAfterTheFreeOnes() {
        assertThat(plates(
                        need(4, 4),
                        busy("two orders", 0, order(1, NINE), order(1, NINE)),
                        busy("many people", 0, order(4, NINE)),
                        busy("soon", 0, order(1, NINE)),
                        busy("later", 0, order(1, NINE.plusSeconds(3600))),
                        free("free", 99)))
                .containsExactly("free", "later", "soon", "many people");
    }

    @Test
    void servesTheLargestNeedFirst() {
        Ranking.Vehicle bus = vehicle("bus", 30, 1);
        Ranking.Vehicle car = vehicle("car", 4, 5);
        assertThat(Ranking.choose(List.of(need(4, 1), need(20, 1)), List.of(bus, car)))
                .extracting(
                        choice -> choice.need().seats() + " " + choice.vehicle().plate())
                .containsExactly("20 bus", "4 car");
    }

    private static List<String> plates(Need need, Ranking.Vehicle... vehicles) {
        return Ranking.choose(List.of(need), Arrays.asList(vehicles)).stream()
                .map(choice -> choice.vehicle().plate())
                .toList();
    }

    private static Need need(int seats, int vehicles) {
        return new Need("N" + seats, seats, vehicles);
    }

    private static Ranking.Vehicle free(String plate, double distance_km) {
        return busy(plate, distance_km);
    }

    private static Ranking.Vehicle busy(String plate, double distance_km, PreemptedOrder... orders) {
        return new Ranking.Vehicle(
                UUID.randomUUID(), plate, "单位", "QT", 4, UUID.randomUUID(), "驾驶员", distance_km, List.of(orders));
    }

    private static Ranking.Vehicle vehicle(String plate, int seats, double distance_km) {
        return new Ranking.Vehicle(
                UUID.randomUUID(), plate, "单位", "QT", seats, UUID.randomUUID(), "驾驶员", distance_km, List.of());
    }

    private static PreemptedOrder order(int passengers, Instant from) {
        return new PreemptedOrder(
                UUID.randomUUID(), "PC", UUID.randomUUID(), "单位", passengers, from, from.plusSeconds(3600));
    }
}
