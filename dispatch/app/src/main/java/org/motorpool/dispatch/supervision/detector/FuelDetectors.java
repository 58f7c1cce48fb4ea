package org.motorpool.dispatch.supervision.detector;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Expense;

/** Fuel 加油: V16 to V21. */
final class FuelDetectors {

    /** What a receipt for each fuel says, and the fuel alone says it. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "GASOLINE_92", List.of("GASOLINE_92", "92"),
            "GASOLINE_95", List.of("GASOLINE_95", "95"),
            "GASOLINE_98", List.of("GASOLINE_98", "98"),
            "DIESEL_0", List.of("DIESEL", "柴油"),
            "CNG", List.of("CNG", "天然气"),
            "HYDROGEN", List.of("HYDROGEN", "氢"));

    private FuelDetectors() {}

    /** V16: not at a fixed supplier 定点. */
    static Stream<Lead> notDesignated(Case given) {
        return given.newExpenses("FUEL")
                .filter(fill -> !fill.designated())
                .map(fill -> lead(
                        given,
                        fill,
                        "不是定点加油站（%s）".formatted(fill.supplier()),
                        "not at a designated station (%s)".formatted(fill.supplier())));
    }

    /** V17: more than the tank holds. */
    static Stream<Lead> overTank(Case given) {
        Double tank_l = given.vehicle().tank_l();
        return given.newExpenses("FUEL")
                .filter(fill -> tank_l != null && litres(fill) > tank_l * given.threshold("tank_factor"))
                .map(fill ->
                        lead(given, fill, "超过油箱容积 %s 升".formatted(tank_l), "the tank holds %s L".formatted(tank_l)));
    }

    private static double litres(Expense fill) {
        return fill.isFuelInLitres() && fill.quantity() != null ? fill.quantity() : 0;
    }

    /** V18: several fills within some hours; the first one names the episode. */
    static Stream<Lead> soonAgain(Case given) {
        Duration near = Duration.ofMinutes((long) (given.threshold("hours") * 60));
        List<Expense> fresh = given.newExpenses("FUEL").toList();
        return clusters(given, near).stream()
                .filter(cluster -> cluster.size() >= given.threshold("fills"))
                .filter(cluster -> cluster.stream().anyMatch(fresh::contains))
                .map(cluster -> soonAgain(given, cluster));
    }

    private static List<List<Expense>> clusters(Case given, Duration near) {
        List<List<Expense>> clusters = new ArrayList<>();
        Instant before = Instant.MIN;
        List<Expense> fills = given.facts().expenses().stream()
                .filter(expense -> expense.kind().equals("FUEL"))
                .sorted(Comparator.comparing(Expense::incurredAt))
                .toList();
        for (Expense fill : fills) {
            if (clusters.isEmpty() || before.plus(near).isBefore(fill.incurredAt())) {
                clusters.add(new ArrayList<>());
            }
            clusters.getLast().add(fill);
            before = fill.incurredAt();
        }
        return clusters;
    }

    private static Lead soonAgain(Case given, List<Expense> cluster) {
        Instant from = cluster.getFirst().incurredAt();
        Instant to = cluster.getLast().incurredAt();
        long minutes = Duration.between(from, to).toMinutes();
        return given.lead(
                "fills:" + cluster.getFirst().id(),
                from,
                to,
                new Text(
                        "%s 自 %s 起 %d 分钟内加油 %d 次"
                                .formatted(given.vehicle().plate(), Wording.at(from), minutes, cluster.size()),
                        "%s was fuelled %d times within %d minutes from %s on"
                                .formatted(given.vehicle().plate(), cluster.size(), minutes, Wording.at(from))),
                Map.of(
                        "expenseIds",
                        cluster.stream().map(fill -> fill.id().toString()).toList(),
                        "minutes",
                        minutes));
    }

    /** V19: no order had the vehicle on the day of the fill. */
    static Stream<Lead> withoutOrder(Case given) {
        return given.newExpenses("FUEL")
                .filter(fill -> given.facts().orders().stream().noneMatch(order -> overlaps(order, fill)))
                .map(fill -> lead(given, fill, "当天没有派车单", "no order had the vehicle that day"));
    }

    private static boolean overlaps(VehicleFacts.Order order, Expense fill) {
        Instant end = order.returnedAt() != null && order.returnedAt().isAfter(order.endsAt())
                ? order.returnedAt()
                : order.endsAt();
        return !Days.of(order.startsAt()).isAfter(Days.of(fill.incurredAt()))
                && !Days.of(end).isBefore(Days.of(fill.incurredAt()));
    }

    /** V20: for less than a fill costs, or on a day off. */
    static Stream<Lead> smallOrDayOff(Case given) {
        return given.newExpenses("FUEL")
                .filter(fill -> isSmall(given, fill) || isDayOff(given, fill))
                .map(fill -> lead(
                        given,
                        fill,
                        isDayOff(given, fill) ? "在非工作日加油" : "金额低于一次正常加油",
                        isDayOff(given, fill) ? "on a day off" : "less than a fill costs"));
    }

    private static boolean isSmall(Case given, Expense fill) {
        return fill.amount_fen() < given.threshold("min_amount_fen");
    }

    private static boolean isDayOff(Case given, Expense fill) {
        return !given.day().calendar().isWorkday(Days.of(fill.incurredAt()));
    }

    /** V21: a fuel the vehicle does not take, no fuel at all, or any fuel for a vehicle without a tank. */
    static Stream<Lead> wrongProduct(Case given) {
        return given.newExpenses("FUEL")
                .filter(fill -> isWrong(given.vehicle(), fill.product()))
                .map(fill -> lead(
                        given,
                        fill,
                        "商品“%s”与车辆燃料 %s 不符".formatted(fill.product(), fuelOf(given.vehicle())),
                        "\"%s\" is not what the vehicle takes (%s)"
                                .formatted(fill.product(), fuelOf(given.vehicle()))));
    }

    private static boolean isWrong(VehicleFacts.Vehicle vehicle, @Nullable String product) {
        if (product == null) {
            return false;
        }
        List<String> fuels = NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(product.toUpperCase(Locale.ROOT)::contains))
                .map(Map.Entry::getKey)
                .toList();
        boolean gasoline =
                product.contains("汽油") || product.toUpperCase(Locale.ROOT).contains("GASOLINE");
        String fuel = vehicle.fuel();
        if (fuel == null) {
            return vehicle.energyType().equals("BEV") || fuels.isEmpty() && !gasoline;
        }
        return fuels.isEmpty() ? !(gasoline && fuel.startsWith("GASOLINE")) : !fuels.contains(fuel);
    }

    private static String fuelOf(VehicleFacts.Vehicle vehicle) {
        return vehicle.fuel() == null ? vehicle.energyType() : vehicle.fuel();
    }

    /** About one fill. */
    private static Lead lead(Case given, Expense fill, String zh, String en) {
        Map<String, Object> evidence = new HashMap<>();
        evidence.put("expenseId", fill.id().toString());
        evidence.put("amount_fen", fill.amount_fen());
        if (fill.quantity() != null) {
            evidence.put("quantity", fill.quantity());
        }
        String at = Wording.at(fill.incurredAt());
        String amount = Wording.yuan(fill.amount_fen());
        String quantity = fill.isFuelInLitres() ? " %s 升".formatted(fill.quantity()) : "";
        String litres = fill.isFuelInLitres() ? " (%s L)".formatted(fill.quantity()) : "";
        return given.lead(
                "fill:" + fill.id(),
                fill.incurredAt(),
                fill.incurredAt(),
                new Text(
                        "%s %s 加油%s %s 元：%s".formatted(given.vehicle().plate(), at, quantity, amount, zh),
                        "%s was fuelled at %s%s for CNY %s: %s"
                                .formatted(given.vehicle().plate(), at, litres, amount, en)),
                evidence);
    }
}
