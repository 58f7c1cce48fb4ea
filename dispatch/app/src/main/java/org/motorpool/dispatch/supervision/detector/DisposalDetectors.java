package org.motorpool.dispatch.supervision.detector;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Disposal;

/** Disposal 处置: V36. */
final class DisposalDetectors {

    /** Ways that bring income. */
    private static final Set<String> SALES = Set.of("AUCTION", "TAKE_BACK");

    private DisposalDetectors() {}

    /** V36: disposed of without an approval, before it, or sold and the income not posted in time. */
    static Stream<Lead> disposal(Case given) {
        Stream<Lead> ofDisposals = given.facts().disposals().stream()
                .flatMap(disposal -> Stream.concat(unapproved(given, disposal), unposted(given, disposal)));
        return Stream.concat(withoutFile(given), ofDisposals);
    }

    private static Stream<Lead> withoutFile(Case given) {
        LocalDate disposedOn = given.vehicle().disposedOn();
        boolean approved = given.facts().disposals().stream().anyMatch(disposal -> disposal.approvedOn() != null);
        boolean executed = given.facts().disposals().stream().anyMatch(disposal -> disposal.executedOn() != null);
        return disposedOn == null || approved || executed
                ? Stream.empty()
                : Stream.of(given.lead(
                        "disposed:" + disposedOn,
                        Wording.start(disposedOn),
                        given.day().to(),
                        new Text(
                                "%s 已于 %s 退出使用，没有经批准的处置"
                                        .formatted(given.vehicle().plate(), disposedOn),
                                "%s left service on %s without an approved disposal"
                                        .formatted(given.vehicle().plate(), disposedOn)),
                        Map.of("disposedOn", disposedOn.toString())));
    }

    private static Stream<Lead> unapproved(Case given, Disposal disposal) {
        LocalDate executed = disposal.executedOn();
        LocalDate approved = disposal.approvedOn();
        return executed == null || approved != null && !executed.isBefore(approved)
                ? Stream.empty()
                : Stream.of(lead(
                        given,
                        disposal,
                        "unapproved",
                        executed,
                        new Text(
                                "%s 的处置 %s 于 %s 实施，早于批准"
                                        .formatted(given.vehicle().plate(), disposal.number(), executed),
                                "disposal %s of %s was carried out on %s, before its approval"
                                        .formatted(
                                                disposal.number(),
                                                given.vehicle().plate(),
                                                executed))));
    }

    private static Stream<Lead> unposted(Case given, Disposal disposal) {
        LocalDate executed = disposal.executedOn();
        if (executed == null || disposal.incomePostedOn() != null || !SALES.contains(disposal.method())) {
            return Stream.empty();
        }
        LocalDate due = executed.plusDays((long) given.threshold("income_days"));
        return given.day().date().isAfter(due)
                ? Stream.of(lead(
                        given,
                        disposal,
                        "unposted",
                        due.plusDays(1),
                        new Text(
                                "%s 的处置 %s 于 %s 实施，到 %s 收入仍未上缴入账"
                                        .formatted(given.vehicle().plate(), disposal.number(), executed, due),
                                "disposal %s of %s was carried out on %s and its income not posted by %s"
                                        .formatted(
                                                disposal.number(),
                                                given.vehicle().plate(),
                                                executed,
                                                due))))
                : Stream.empty();
    }

    private static Lead lead(Case given, Disposal disposal, String key, LocalDate since, Text text) {
        return given.lead(
                key + ":" + disposal.id(),
                Wording.start(since),
                given.day().to(),
                text,
                Map.of("disposalId", disposal.id().toString(), "method", disposal.method()));
    }
}
