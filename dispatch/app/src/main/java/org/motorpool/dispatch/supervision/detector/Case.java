package org.motorpool.dispatch.supervision.detector;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.motorpool.dispatch.supervision.DetectorRule;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Expense;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Order;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Vehicle;

/**
 * What is laid before a detector: a vehicle on a day, under a rule.
 *
 * @param track the vehicle's, from {@link Track#LEAD_IN} before the day on; empty where none is needed
 */
public record Case(VehicleFacts facts, Track track, Day day, DetectorRule rule) {

    Vehicle vehicle() {
        return facts.vehicle();
    }

    double threshold(String name) {
        return rule.threshold(name);
    }

    /** Expenses of these kinds that became known or were incurred on the day, and whose surroundings are known. */
    Stream<Expense> newExpenses(String... kinds) {
        Instant known = day.from().minusSeconds(86_400L * (VehicleFacts.HISTORY_DAYS - 1));
        return facts.expenses().stream()
                .filter(expense -> List.of(kinds).contains(expense.kind()))
                .filter(expense -> day.holds(expense.incurredAt()) || day.holds(expense.recordedAt()))
                .filter(expense -> expense.incurredAt().isAfter(known));
    }

    /** Orders that promised the vehicle at the moment, with some grace before and after. */
    Stream<Order> plannedAt(Instant moment, long grace_s) {
        return facts.orders().stream().filter(order -> within(moment, order.startsAt(), order.endsAt(), grace_s));
    }

    /** Orders that had the vehicle at the moment: promised, or departed and not yet returned. */
    Stream<Order> openAt(Instant moment, long grace_s) {
        return facts.orders().stream().filter(order -> within(moment, begin(order), end(order), grace_s));
    }

    Lead lead(String key, Instant from, Instant to, Text text, Map<String, Object> evidence) {
        return lead(key, from, to, false, text, evidence);
    }

    Lead lead(String key, Instant from, Instant to, boolean beganBefore, Text text, Map<String, Object> evidence) {
        Vehicle vehicle = vehicle();
        return new Lead(
                rule,
                vehicle.id() + ":" + key,
                vehicle.unitId(),
                vehicle.unitPath(),
                vehicle.id(),
                rule.severity(),
                from,
                to,
                beganBefore,
                text,
                evidence);
    }

    private Instant begin(Order order) {
        Instant departed = order.departedAt();
        return departed != null && departed.isBefore(order.startsAt()) ? departed : order.startsAt();
    }

    private Instant end(Order order) {
        if (order.departedAt() == null) {
            return order.endsAt();
        }
        Instant returned = order.returnedAt();
        return returned == null ? day.to() : returned;
    }

    private static boolean within(Instant moment, Instant from, Instant to, long grace_s) {
        return !moment.isBefore(from.minusSeconds(grace_s)) && !moment.isAfter(to.plusSeconds(grace_s));
    }
}
