package org.motorpool.dispatch.supervision.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motorpool.dispatch.supervision.detector.Cases.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.supervision.Severity;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Equipment;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Paper;

/** Detectors of use and equipment: V27, V31 to V34; each with a hit and a near miss. */
class UseDetectorsTest {

    private static final Map<String, Double> V27 = Map.of("share", 0.7, "days", 90.0, "min_orders", 10.0);
    private static final Map<String, Double> V32 = Map.of("late_days", 0.0, "new_days", 365.0);
    private static final Map<String, Double> V33 = Map.of("days", 30.0);

    @Test
    void v27SeesOnePersonWithMoreThanSeventyPercent() {
        assertThat(orders(8, 2).leads("V27", V27)).singleElement().satisfies(lead -> {
            assertThat(lead.text().zh()).contains("10 张派车单中有 8 张（80%）", "张三");
            assertThat(lead.episode()).endsWith(":2026Q4");
        });
        assertThat(orders(7, 3).leads("V27", V27)).isEmpty();
        assertThat(orders(9, 0).leads("V27", V27)).as("too few").isEmpty();
    }

    @Test
    void v31SeesATerminalSilentForADay() {
        Map<String, Double> day = Map.of("hours", 24.0);
        assertThat(lastReport("2026-11-24T15:59:59Z").leads("V31", day))
                .singleElement()
                .satisfies(lead -> assertThat(lead.episode()).endsWith("offline:2026-11-24T15:59:59Z"));
        assertThat(lastReport("2026-11-24T16:00:00Z").leads("V31", day)).isEmpty();
        assertThat(lastReport("2026-11-20T16:00:00Z")
                        .vehicle("inService", false)
                        .leads("V31", day))
                .isEmpty();
    }

    @Test
    void v32SeesANewVehicleWithoutTerminalWhenTenWorkdaysAreOver() {
        // registered on Tuesday the 10th: the tenth workday after is Tuesday the 24th
        Cases given = Cases.usual().vehicle("registeredOn", "2026-11-10");
        given.equipment = new Equipment(false, null, true, 10, 10);
        assertThat(given.leads("V32", V32))
                .singleElement()
                .satisfies(lead -> assertThat(lead.text().zh()).contains("2026-11-24", "终端"));
        assertThat(given.vehicle("registeredOn", "2026-11-11").leads("V32", V32))
                .isEmpty();
        assertThat(given.vehicle("registeredOn", "2024-11-11").leads("V32", V32))
                .as("not new any more")
                .isEmpty();
    }

    @Test
    void v32WantsNoMarkingOfAConfidentialVehicle() {
        Cases given = Cases.usual().vehicle("registeredOn", "2026-11-02");
        given.equipment = new Equipment(true, null, false, 10, 10);
        assertThat(given.leads("V32", V32)).hasSize(1);
        assertThat(given.vehicle("confidential", true).leads("V32", V32)).isEmpty();
    }

    @Test
    void v33IsRedWhenExpiredAndYellowWhenSoon() {
        assertThat(paper("2026-11-25").leads("V33", V33)).singleElement().satisfies(lead -> assertThat(lead.severity())
                .isEqualTo(Severity.RED));
        assertThat(paper("2026-12-25").leads("V33", V33)).singleElement().satisfies(lead -> assertThat(lead.severity())
                .isEqualTo(Severity.YELLOW));
        assertThat(paper("2026-12-26").leads("V33", V33)).isEmpty();
    }

    @Test
    void v34SeesAVehicleIdleForSixtyDays() {
        Map<String, Double> sixty = Map.of("days", 60.0);
        assertThat(idle(60).leads("V34", sixty)).hasSize(1);
        assertThat(idle(59).leads("V34", sixty)).isEmpty();
    }

    @Test
    void v34IsSilentBeforeThePlatformHasSixtyDaysOfRecords() {
        Cases given = idle(100);
        given.recordsSince = at("00:00").minus(Duration.ofDays(58));
        assertThat(given.leads("V34", Map.of("days", 60.0))).isEmpty();
    }

    private static Cases orders(int own, int others) {
        Cases given = Cases.usual();
        for (int i = 0; i < own + others; i++) {
            given.order("09:00", "10:00", "09:00", "10:00");
            if (i >= own) {
                given.lastOrder("requesterId", UUID.randomUUID().toString());
            }
        }
        return given;
    }

    private static Cases lastReport(String moment) {
        Cases given = Cases.usual();
        given.equipment = new Equipment(true, Instant.parse(moment), true, 10, 10);
        return given;
    }

    private static Cases paper(String validTo) {
        Cases given = Cases.usual();
        given.papers.add(new Paper("INSPECTION", LocalDate.parse(validTo)));
        return given;
    }

    private static Cases idle(int days) {
        Cases given = Cases.usual();
        given.lastOrderEnd = given.day().to().minus(Duration.ofDays(days));
        return given;
    }
}
