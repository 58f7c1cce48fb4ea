package org.motorpool.dispatch.supervision.detector;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.supervision.Severity;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Equipment;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Paper;

/** Terminal, marking, inspection and insurance: V31 to V33. */
final class EquipmentDetectors {

    private static final Map<String, String> PAPERS = Map.of("COMPULSORY", "交强险", "INSPECTION", "年检");
    private static final Map<String, String> PAPERS_EN =
            Map.of("COMPULSORY", "compulsory insurance", "INSPECTION", "inspection");

    private EquipmentDetectors() {}

    /** V31: a terminal that has reported before and is silent; an episode lasts from its last report on. */
    static Stream<Lead> offline(Case given) {
        Equipment equipment = given.facts().equipment();
        Instant last = equipment.lastReportAt();
        Duration allowed = Duration.ofMinutes((long) (given.threshold("hours") * 60));
        return last == null
                        || !equipment.terminal()
                        || !given.vehicle().inService()
                        || !last.plus(allowed).isBefore(given.day().to())
                ? Stream.empty()
                : Stream.of(offline(given, last));
    }

    private static Lead offline(Case given, Instant last) {
        long hours = Duration.between(last, given.day().to()).toHours();
        return given.lead(
                "offline:" + last,
                last,
                given.day().to(),
                new Text(
                        "%s 的车载终端自 %s 起 %d 小时没有上报".formatted(given.vehicle().plate(), Wording.at(last), hours),
                        "the terminal of %s has not reported for %d hours, since %s"
                                .formatted(given.vehicle().plate(), hours, Wording.at(last))),
                Map.of("lastReportAt", last.toString(), "hours", hours));
    }

    /** V32: a new vehicle without terminal or marking when the working days for it are over. */
    static Stream<Lead> notEquipped(Case given) {
        Equipment equipment = given.facts().equipment();
        LocalDate newUntil = given.vehicle().registeredOn().plusDays((long) given.threshold("new_days"));
        if (newUntil.isBefore(given.day().date()) || !given.vehicle().inService()) {
            return Stream.empty();
        }
        Stream<Lead> terminal = equipment.terminal()
                ? Stream.empty()
                : due(given, equipment.terminalDays())
                        .map(due -> missing(given, due, "terminal", "安装车载终端", "a terminal"));
        Stream<Lead> marking = equipment.marked() || given.vehicle().confidential()
                ? Stream.empty()
                : due(given, equipment.markingDays())
                        .map(due -> missing(given, due, "marking", "喷涂（粘贴）标识", "its marking"));
        return Stream.concat(terminal, marking);
    }

    /** The last day for it, if there is one and it has passed. */
    private static Stream<LocalDate> due(Case given, @Nullable Integer workingDays) {
        return Stream.ofNullable(workingDays)
                .map(days -> given.day()
                        .calendar()
                        .workingDays()
                        .after(given.vehicle().registeredOn(), days + (int) given.threshold("late_days")))
                .filter(due -> given.day().date().isAfter(due));
    }

    private static Lead missing(Case given, LocalDate due, String key, String zh, String en) {
        LocalDate registered = given.vehicle().registeredOn();
        return given.lead(
                key,
                Wording.start(due.plusDays(1)),
                given.day().to(),
                new Text(
                        "%s 于 %s 登记，应在 %s 前%s，至今未办".formatted(given.vehicle().plate(), registered, due, zh),
                        "%s was registered on %s and had to get %s by %s"
                                .formatted(given.vehicle().plate(), registered, en, due)),
                Map.of("registeredOn", registered.toString(), "dueOn", due.toString()));
    }

    /** V33: inspection or insurance has run out (red), or will within days. What was never recorded is not judged. */
    static Stream<Lead> papers(Case given) {
        LocalDate today = given.day().date();
        LocalDate horizon = today.plusDays((long) given.threshold("days"));
        return given.vehicle().inService()
                ? given.facts().papers().stream()
                        .filter(paper -> !paper.validTo().isAfter(horizon))
                        .map(paper -> paper(given, paper, !paper.validTo().isAfter(today)))
                : Stream.empty();
    }

    private static Lead paper(Case given, Paper paper, boolean expired) {
        String name = PAPERS.getOrDefault(paper.kind(), paper.kind());
        String nameEn = PAPERS_EN.getOrDefault(paper.kind(), paper.kind());
        Instant from = expired ? Wording.start(paper.validTo()) : given.day().from();
        Lead lead = given.lead(
                "%s:%s:%s".formatted(paper.kind(), paper.validTo(), expired ? "expired" : "soon"),
                from,
                given.day().to(),
                new Text(
                        "%s 的%s%s（有效期至 %s 前）"
                                .formatted(given.vehicle().plate(), name, expired ? "已过期" : "即将到期", paper.validTo()),
                        "the %s of %s %s %s"
                                .formatted(
                                        nameEn,
                                        given.vehicle().plate(),
                                        expired ? "ran out on" : "runs out on",
                                        paper.validTo())),
                Map.of("kind", paper.kind(), "validTo", paper.validTo().toString()));
        return expired ? lead.as(Severity.RED) : lead;
    }
}
