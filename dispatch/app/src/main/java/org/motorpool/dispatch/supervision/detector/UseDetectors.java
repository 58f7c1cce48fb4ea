package org.motorpool.dispatch.supervision.detector;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Order;

/** Who uses a vehicle, and whether anybody does: V27 and V34. */
final class UseDetectors {

    private UseDetectors() {}

    /** V27: one person has most of the orders; an episode is a quarter. */
    static Stream<Lead> onePerson(Case given) {
        Instant since = given.day().to().minusSeconds((long) (given.threshold("days") * 86_400));
        List<Order> orders = given.facts().orders().stream()
                .filter(order -> !order.startsAt().isBefore(since)
                        && order.startsAt().isBefore(given.day().to()))
                .toList();
        boolean enough = orders.size() >= given.threshold("min_orders");
        Map<UUID, List<Order>> byPerson = orders.stream().collect(Collectors.groupingBy(Order::requesterId));
        return byPerson.values().stream()
                .filter(own -> enough && (double) own.size() / orders.size() > given.threshold("share"))
                .map(own -> onePerson(given, since, own, orders.size()));
    }

    private static Lead onePerson(Case given, Instant since, List<Order> own, int all) {
        String share = Wording.percent((double) own.size() / all);
        Order one = own.getFirst();
        return given.lead(
                "person:%s:%dQ%d"
                        .formatted(
                                one.requesterId(),
                                given.day().date().getYear(),
                                given.day().date().get(IsoFields.QUARTER_OF_YEAR)),
                since,
                given.day().to(),
                new Text(
                        "%s 在 %s 天内的 %d 张派车单中有 %d 张（%s）由同一人申请：%s"
                                .formatted(
                                        given.vehicle().plate(),
                                        Wording.rounded(given.threshold("days"), 0),
                                        all,
                                        own.size(),
                                        share,
                                        one.requesterName()),
                        "%d of %d orders (%s) of %s within %s days were asked for by one person: %s"
                                .formatted(
                                        own.size(),
                                        all,
                                        share,
                                        given.vehicle().plate(),
                                        Wording.rounded(given.threshold("days"), 0),
                                        one.requesterName())),
                Map.of("requesterId", one.requesterId().toString(), "orders", own.size(), "ordersOfAll", all));
    }

    /** V34: no order for many days. Silent until the platform itself has records of that many days. */
    static Stream<Lead> idle(Case given) {
        Instant records = given.day().recordsSince();
        if (records == null || !given.vehicle().inService()) {
            return Stream.empty();
        }
        Instant since = later(
                later(lastUse(given.facts()), Wording.start(given.vehicle().registeredOn())), records);
        long days = Duration.between(since, given.day().to()).toDays();
        return days < given.threshold("days") ? Stream.empty() : Stream.of(idle(given, since, days));
    }

    private static Instant lastUse(VehicleFacts facts) {
        return facts.lastOrderEnd() == null ? Instant.EPOCH : facts.lastOrderEnd();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Lead idle(Case given, Instant since, long days) {
        return given.lead(
                "idle:" + since,
                since,
                given.day().to(),
                new Text(
                        "%s 自 %s 起 %d 天没有派车单".formatted(given.vehicle().plate(), Wording.at(since), days),
                        "%s has had no order for %d days, since %s"
                                .formatted(given.vehicle().plate(), days, Wording.at(since))),
                Map.of("days", days));
    }
}
