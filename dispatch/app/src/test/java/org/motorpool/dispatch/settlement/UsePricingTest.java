package org.motorpool.dispatch.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.contract.OrderActApi.Course;
import org.motorpool.dispatch.contract.OrderApi.Order;
import org.motorpool.dispatch.contract.OrderApi.Trip;
import org.motorpool.dispatch.contract.TariffApi;
import org.motorpool.dispatch.contract.TariffApi.Rate;
import org.motorpool.dispatch.contract.TariffApi.Rounding;
import org.motorpool.dispatch.contract.TariffApi.Tier;
import org.motorpool.dispatch.sharing.Measured;
import org.motorpool.dispatch.sharing.SettlementMode;
import org.motorpool.dispatch.sharing.Tariff;

class UsePricingTest {

    private static final UUID ID = new UUID(0, 1);
    private static final UUID TOLL = new UUID(0, 2);
    private static final UUID PARKING = new UUID(0, 3);
    private static final Instant EIGHT = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-23T02:00:00Z");
    private static final SettlementRule RULE = new SettlementRule(SettlementMode.PER_USE, 10, 120, 20, 50, "办法");
    private static final Basis BASIS = new Basis(null, ID, 1, 5401);

    @Test
    void chargesWhatWasDrivenAndWhatWasPaidForIt() {
        UseToCharge use = UsePricing.use(tariff(), measured(toll()), trip(29_870L));
        assertThat(use.kind()).isEqualTo(ChargeKind.USE);
        assertThat(use.lines()).extracting(LineToCharge::component).containsExactly("DISTANCE", "TOLL");
        assertThat(use.lines()).extracting(LineToCharge::amount_fen).containsExactly(5377L, 1500L);
        assertThat(use.lines().getLast().expenseId()).isEqualTo(TOLL);
        assertThat(use.total_fen()).isEqualTo(6877);
    }

    @Test
    void measuresByOdometerWhereThereIsNoTrack() {
        assertThat(UsePricing.distance_m(trip(29_870L))).isEqualTo(29_870);
        assertThat(UsePricing.distance_m(trip(null))).isEqualTo(30_000);
    }

    @Test
    void chargesALateExpenseOnce() {
        Measured use = measured(toll(), new Measured.Expense("PARKING", 700, PARKING));
        Optional<UseToCharge> late = UsePricing.supplement(tariff(), use, Set.of(TOLL));
        assertThat(late).hasValueSatisfying(charge -> {
            assertThat(charge.kind()).isEqualTo(ChargeKind.SUPPLEMENT);
            assertThat(charge.total_fen()).isEqualTo(700);
        });
        assertThat(UsePricing.supplement(tariff(), use, Set.of(TOLL, PARKING))).isEmpty();
    }

    @Test
    void anExpenseTheTariffDoesNotPassThroughIsNotCharged() {
        Measured use = measured(new Measured.Expense("MAINTENANCE", 90_000, PARKING));
        assertThat(UsePricing.supplement(tariff(), use, Set.of())).isEmpty();
    }

    @Test
    void whoDoesNotAppearPaysHalfOfTheEstimateRoundedToTheFen() {
        assertThat(UsePricing.noShow(order(), BASIS, RULE))
                .hasValueSatisfying(charge -> assertThat(charge.total_fen()).isEqualTo(2701));
    }

    @Test
    void whoCancelsInTimePaysNothingAndLaterAFifth() {
        assertThat(UsePricing.cancellation(order(), BASIS, RULE, EIGHT.minusSeconds(7201)))
                .isEmpty();
        assertThat(UsePricing.cancellation(order(), BASIS, RULE, EIGHT.minusSeconds(7200)))
                .hasValueSatisfying(charge -> assertThat(charge.total_fen()).isEqualTo(1080));
    }

    private static Measured.Expense toll() {
        return new Measured.Expense("TOLL", 1500, TOLL);
    }

    private static Measured measured(Measured.Expense... expenses) {
        return new Measured("QT", "SEDAN", 29_870, EIGHT, TEN, 0, List.of(expenses));
    }

    private static Tariff tariff() {
        Rate rate = new Rate(null, null, null, null, List.of(new Tier(null, 180L)), null, null, null, null);
        return new Tariff(
                new TariffApi.Tariff(
                        ID,
                        1,
                        ID,
                        "上海市机关事务管理局",
                        "一般公务用车",
                        "PUBLISHED",
                        false,
                        List.of(rate),
                        List.of("TOLL", "PARKING"),
                        new Rounding("FEN", "HALF_UP", "LINE"),
                        LocalDate.parse("2026-01-01"),
                        null,
                        0),
                "/100000/310000/");
    }

    private static Trip trip(Long measured_m) {
        return new Trip(
                ID, ID, "PC-1", ID, "沪A1", "李四", "CLOSED", EIGHT, TEN, TEN, 1000L, 1030L, measured_m, 0, null, 1);
    }

    private static Order order() {
        return new Order(
                ID,
                "PC-1",
                "NO_SHOW",
                ID,
                "YC-1",
                "浦东",
                "开会",
                2,
                null,
                null,
                EIGHT,
                TEN,
                "CROSS_DEPARTMENT",
                ID,
                "沪A1",
                "黄浦",
                ID,
                "李四",
                "driver",
                Course.NEW,
                0);
    }
}
