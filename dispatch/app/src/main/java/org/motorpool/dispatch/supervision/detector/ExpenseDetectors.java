package org.motorpool.dispatch.supervision.detector;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Expense;

/** Other expenses 费用: V24 to V26. */
final class ExpenseDetectors {

    private static final long TOLL_GRACE_S = 3600;

    private ExpenseDetectors() {}

    /** V24: a toll while no order had the vehicle, or where the vehicle was not. */
    static Stream<Lead> toll(Case given) {
        return given.newExpenses("TOLL")
                .flatMap(toll -> Stream.concat(tollWithoutOrder(given, toll), tollElsewhere(given, toll))
                        .limit(1));
    }

    private static Stream<Lead> tollWithoutOrder(Case given, Expense toll) {
        return given.openAt(toll.incurredAt(), TOLL_GRACE_S).findAny().isPresent()
                ? Stream.empty()
                : Stream.of(lead(given, toll, "通行费", "a toll", "当时没有派车单", "no order had the vehicle then"));
    }

    private static Stream<Lead> tollElsewhere(Case given, Expense toll) {
        OptionalDouble away_m = away_m(given, toll);
        return away_m.isPresent() && away_m.getAsDouble() > given.threshold("distance_m")
                ? Stream.of(lead(
                        given,
                        toll,
                        "通行费",
                        "a toll",
                        "当时车辆在 %s 公里以外".formatted(Wording.km(away_m.getAsDouble())),
                        "the vehicle was %s km away then".formatted(Wording.km(away_m.getAsDouble()))))
                : Stream.empty();
    }

    private static OptionalDouble away_m(Case given, Expense toll) {
        Place place = toll.place();
        return place == null
                ? OptionalDouble.empty()
                : given
                        .track()
                        .findNearest(toll.incurredAt(), Duration.ofMinutes((long) given.threshold("track_min")))
                        .stream()
                        .mapToDouble(point -> Track.place(point).metresTo(place))
                        .findFirst();
    }

    /** V25: repaired more often than the rule allows; an episode is a month. */
    static Stream<Lead> repairs(Case given) {
        Instant since = given.day().to().minusSeconds((long) (given.threshold("days") * 86_400));
        List<Expense> repairs = given.facts().expenses().stream()
                .filter(expense -> expense.kind().equals("MAINTENANCE"))
                .filter(expense -> !expense.incurredAt().isBefore(since)
                        && expense.incurredAt().isBefore(given.day().to()))
                .toList();
        boolean fresh = given.newExpenses("MAINTENANCE").findAny().isPresent();
        return fresh && repairs.size() > given.threshold("repairs")
                ? Stream.of(repairs(given, since, repairs))
                : Stream.empty();
    }

    private static Lead repairs(Case given, Instant since, List<Expense> repairs) {
        return given.lead(
                "repairs:" + YearMonth.from(given.day().date()),
                since,
                given.day().to(),
                new Text(
                        "%s 在 %s 天内维修 %d 次"
                                .formatted(
                                        given.vehicle().plate(),
                                        Wording.rounded(given.threshold("days"), 0),
                                        repairs.size()),
                        "%s was repaired %d times within %s days"
                                .formatted(
                                        given.vehicle().plate(),
                                        repairs.size(),
                                        Wording.rounded(given.threshold("days"), 0))),
                Map.of(
                        "expenseIds",
                        repairs.stream().map(repair -> repair.id().toString()).toList()));
    }

    /** V26: an invoice that another expense has already, or an expense that another unit bears. */
    static Stream<Lead> duplicate(Case given) {
        return given.newExpenses(
                        "FUEL",
                        "CHARGING",
                        "MAINTENANCE",
                        "INSURANCE",
                        "TOLL",
                        "PARKING",
                        "INSPECTION",
                        "RENTAL",
                        "SAFETY_BONUS",
                        "OTHER")
                .flatMap(expense -> Stream.concat(sameInvoice(given, expense), otherUnit(given, expense))
                        .limit(1));
    }

    private static Stream<Lead> sameInvoice(Case given, Expense expense) {
        return expense.firstOfInvoice() == null || expense.firstOfInvoice().equals(expense.id())
                ? Stream.empty()
                : Stream.of(lead(
                        given,
                        expense,
                        "费用",
                        "an expense",
                        "发票 %s 已用于另一笔费用".formatted(expense.invoiceNumber()),
                        "invoice %s was used for another expense".formatted(expense.invoiceNumber())));
    }

    private static Stream<Lead> otherUnit(Case given, Expense expense) {
        return expense.unitId().equals(given.vehicle().unitId())
                ? Stream.empty()
                : Stream.of(lead(
                        given,
                        expense,
                        "费用",
                        "an expense",
                        "由非所属单位列支",
                        "is borne by a unit the vehicle does not belong to"));
    }

    private static Lead lead(Case given, Expense expense, String what, String whatEn, String zh, String en) {
        String at = Wording.at(expense.incurredAt());
        String amount = Wording.yuan(expense.amount_fen());
        return given.lead(
                "expense:" + expense.id(),
                expense.incurredAt(),
                expense.incurredAt(),
                new Text(
                        "%s %s 的%s %s 元：%s".formatted(given.vehicle().plate(), at, what, amount, zh),
                        "%s had %s of CNY %s at %s: %s"
                                .formatted(given.vehicle().plate(), whatEn, amount, at, en)),
                Map.of("expenseId", expense.id().toString(), "amount_fen", expense.amount_fen()));
    }
}
