package org.motorpool.dispatch.supervision.detector;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Expense;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Order;

/** Accounts of one vehicle 单车核算: V22 and V23. */
final class ConsumptionDetectors {

    private static final int FEWEST_PEERS = 5;

    private ConsumptionDetectors() {}

    /** What was filled between two odometer readings. */
    private record Used(Instant from, Instant to, double litres, double km) {
        double l_per_100km() {
            return litres * 100 / km;
        }
    }

    /**
     * V22: from fill to fill, more per 100 km than the nominal figure allows, or, without one, than vehicles of the model use. Judged
     * when it is fuelled; an episode is a month of account.
     */
    static Stream<Lead> consumption(Case given) {
        if (given.newExpenses("FUEL").findAny().isEmpty()) {
            return Stream.empty();
        }
        OptionalDouble most = most(given);
        return used(given)
                .filter(used -> most.isPresent() && used.l_per_100km() > most.getAsDouble())
                .map(used -> consumption(given, used, most.getAsDouble()));
    }

    private static OptionalDouble most(Case given) {
        Double nominal = given.vehicle().nominal_l_per_100km();
        if (nominal != null) {
            return OptionalDouble.of(nominal * given.threshold("nominal_factor"));
        }
        Day.Consumption peers = given.day().peers().get(given.vehicle().model());
        return peers == null || peers.vehicles() < FEWEST_PEERS
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        peers.mean_l_per_100km() + given.threshold("deviations") * peers.deviation_l_per_100km());
    }

    private static Stream<Used> used(Case given) {
        Instant since = given.day().to().minusSeconds((long) (given.threshold("days") * 86_400));
        List<Expense> fills = given.facts().expenses().stream()
                .filter(fill -> fill.isFuelInLitres() && fill.odometer_km() != null)
                .filter(fill -> !fill.incurredAt().isBefore(since))
                .filter(fill -> fill.incurredAt().isBefore(given.day().to()))
                .sorted(Comparator.comparing(Expense::incurredAt))
                .toList();
        return fills.size() < 2
                ? Stream.empty()
                : Stream.of(used(fills)).filter(used -> used.km() >= given.threshold("min_km"));
    }

    private static Used used(List<Expense> fills) {
        double litres = fills.stream()
                .skip(1)
                .mapToDouble(fill -> fill.quantity() == null ? 0 : fill.quantity())
                .sum();
        return new Used(
                fills.getFirst().incurredAt(),
                fills.getLast().incurredAt(),
                litres,
                reading_km(fills.getLast()) - reading_km(fills.getFirst()));
    }

    private static double reading_km(Expense fill) {
        return fill.odometer_km() == null ? 0 : fill.odometer_km();
    }

    private static Lead consumption(Case given, Used used, double most) {
        String figure = Wording.rounded(used.l_per_100km(), 1);
        return given.lead(
                "consumption:" + YearMonth.from(given.day().date()),
                used.from(),
                used.to(),
                new Text(
                        "%s 百公里油耗 %s 升，超过 %s 升（%s 升 / %s 公里）"
                                .formatted(
                                        given.vehicle().plate(),
                                        figure,
                                        Wording.rounded(most, 1),
                                        Wording.rounded(used.litres(), 1),
                                        Wording.rounded(used.km(), 0)),
                        "%s used %s L per 100 km, more than %s (%s L over %s km)"
                                .formatted(
                                        given.vehicle().plate(),
                                        figure,
                                        Wording.rounded(most, 1),
                                        Wording.rounded(used.litres(), 1),
                                        Wording.rounded(used.km(), 0))),
                Map.of("litres", used.litres(), "km", used.km(), "most_l_per_100km", most));
    }

    /** V23: the odometer of a trip that came back on the day and the distance telematics measured differ. */
    static Stream<Lead> mileage(Case given) {
        return given.facts().orders().stream()
                .filter(order -> order.returnedAt() != null && given.day().holds(order.returnedAt()))
                .filter(order -> order.measured_m() != null && order.measured_m() > 0)
                .filter(order -> order.odometerStart_km() != null && order.odometerEnd_km() != null)
                .filter(order -> isOff(given, order))
                .map(order -> mileage(given, order));
    }

    private static double driven_km(Order order) {
        return order.odometerStart_km() == null || order.odometerEnd_km() == null
                ? 0
                : order.odometerEnd_km() - order.odometerStart_km();
    }

    private static double measured_km(Order order) {
        return order.measured_m() == null ? 0 : order.measured_m() / 1000.0;
    }

    private static boolean isOff(Case given, Order order) {
        double off_km = Math.abs(driven_km(order) - measured_km(order));
        return off_km / measured_km(order) > given.threshold("difference") && off_km > given.threshold("min_km");
    }

    private static Lead mileage(Case given, Order order) {
        double difference = Math.abs(driven_km(order) - measured_km(order)) / measured_km(order);
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("orderId", order.id().toString());
        evidence.put("odometer_km", driven_km(order));
        evidence.put("measured_km", measured_km(order));
        Instant from = order.departedAt() == null ? order.startsAt() : order.departedAt();
        Instant to = order.returnedAt() == null ? order.endsAt() : order.returnedAt();
        return given.lead(
                "mileage:" + order.id(),
                from,
                to,
                new Text(
                        "%s 派车单 %s 里程表行驶 %s 公里，定位实测 %s 公里，相差 %s"
                                .formatted(
                                        given.vehicle().plate(),
                                        order.number(),
                                        Wording.rounded(driven_km(order), 0),
                                        Wording.rounded(measured_km(order), 1),
                                        Wording.percent(difference)),
                        "%s drove %s km on order %s by its odometer and %s km as measured, %s apart"
                                .formatted(
                                        given.vehicle().plate(),
                                        Wording.rounded(driven_km(order), 0),
                                        order.number(),
                                        Wording.rounded(measured_km(order), 1),
                                        Wording.percent(difference))),
                evidence);
    }
}
