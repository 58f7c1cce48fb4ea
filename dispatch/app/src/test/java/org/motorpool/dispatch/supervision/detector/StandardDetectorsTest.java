package org.motorpool.dispatch.supervision.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.motorpool.dispatch.supervision.detector.UnitFacts.Additions;
import org.motorpool.dispatch.supervision.detector.UnitFacts.Occupancy;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Acquired;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Cap;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Disposal;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Replaced;

/** Registry detectors: V01 to V07, V35, V36; each with a hit and a near miss. */
class StandardDetectorsTest {

    private static final Map<String, Double> NONE = Map.of();
    private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-0000000000cc");

    @Test
    void v01SeesOneVehicleOverTheQuota() {
        assertThat(unit("V01", Map.of("excess", 0.0), List.of(occupancy(5, 6)), null))
                .singleElement()
                .satisfies(lead -> {
                    assertThat(lead.episode()).isEqualTo("310115:QT:2026-03-01");
                    assertThat(lead.text().zh()).contains("编制 5 辆", "现有 6 辆", "超编 1 辆");
                    assertThat(lead.evidence()).containsEntry("inUse", 6);
                });
        assertThat(unit("V01", Map.of("excess", 0.0), List.of(occupancy(5, 5)), null))
                .isEmpty();
    }

    @Test
    void v02SeesAPriceOverTheLimit() {
        Cases given = Cases.usual();
        given.cap = new Cap(18_000_000L, 1.8, 18_000_000L, false, "第七条");
        assertThat(given.vehicle("price_fen", 18_000_001).leads("V02", Map.of("excess_fen", 0.0)))
                .singleElement()
                .satisfies(lead -> assertThat(lead.text().zh()).contains("180000.01", "180000.00"));
        assertThat(given.vehicle("price_fen", 18_000_000).leads("V02", Map.of("excess_fen", 0.0)))
                .isEmpty();
    }

    @Test
    void v02GivesANewEnergySedanItsOwnLimit() {
        Cases given = Cases.usual().vehicle("energyType", "BEV").vehicle("price_fen", 17_000_000);
        given.cap = new Cap(12_000_000L, 1.6, 18_000_000L, false, "第七条");
        assertThat(given.leads("V02", Map.of("excess_fen", 0.0))).isEmpty();
        assertThat(given.vehicle("energyType", "ICE").leads("V02", Map.of("excess_fen", 0.0)))
                .hasSize(1);
    }

    @Test
    void v03SeesADisplacementOverTheLimit() {
        Cases given = Cases.usual();
        given.cap = new Cap(18_000_000L, 1.8, null, false, "第七条");
        assertThat(given.vehicle("displacement_l", 1.9).leads("V03", Map.of("excess_l", 0.0)))
                .hasSize(1);
        assertThat(given.vehicle("displacement_l", 1.8).leads("V03", Map.of("excess_l", 0.0)))
                .isEmpty();
    }

    @Test
    void v04SeesASpecialTierWithoutAnApproval() {
        Cases given = Cases.usual().vehicle("tier", "SPECIAL_A");
        given.cap = new Cap(25_000_000L, 3.0, null, true, "第七条");
        given.acquired = new Acquired(ID, LocalDate.of(2022, 3, 1), null, false, null);
        assertThat(given.leads("V04", NONE)).hasSize(1);
        given.acquired = new Acquired(ID, LocalDate.of(2022, 3, 1), "沪机管〔2022〕3号", false, null);
        assertThat(given.leads("V04", NONE)).isEmpty();
    }

    @Test
    void v05SeesAnOwnerWhoIsNotTheUnit() {
        assertThat(Cases.usual().vehicle("ownerName", "浦东某商务有限公司").leads("V05", NONE))
                .singleElement()
                .satisfies(lead -> assertThat(lead.text().zh()).contains("浦东某商务有限公司"));
        assertThat(Cases.usual().vehicle("ownerName", "上海市机关事务管理局").leads("V05", NONE))
                .isEmpty();
        assertThat(Cases.usual().leads("V05", NONE)).isEmpty();
    }

    @Test
    void v06SeesARenewalADayBeforeEightYears() {
        Map<String, Double> eight = Map.of("min_years", 8.0, "min_km", 0.0);
        assertThat(renewal("2018-11-21", "2026-11-20", null, null).leads("V06", eight))
                .hasSize(1);
        assertThat(renewal("2018-11-20", "2026-11-20", null, null).leads("V06", eight))
                .isEmpty();
    }

    @Test
    void v06AlsoWantsTheKilometresOfAStricterProvince() {
        Map<String, Double> suzhou = Map.of("min_years", 10.0, "min_km", 100_000.0);
        assertThat(renewal("2016-01-01", "2026-11-20", null, 99_999L).leads("V06", suzhou))
                .hasSize(1);
        assertThat(renewal("2016-01-01", "2026-11-20", null, 100_000L).leads("V06", suzhou))
                .isEmpty();
    }

    @Test
    void v07SeesAnOldVehicleKeptOverThirtyDays() {
        Map<String, Double> thirty = Map.of("days", 30.0);
        assertThat(renewal("2016-01-01", "2026-10-25", null, null).leads("V07", thirty))
                .hasSize(1);
        assertThat(renewal("2016-01-01", "2026-10-26", null, null).leads("V07", thirty))
                .isEmpty();
        assertThat(renewal("2016-01-01", "2026-10-01", "2026-10-31", null).leads("V07", thirty))
                .isEmpty();
    }

    @Test
    void v35SeesAShareBelowTheThreshold() {
        Map<String, Double> third = Map.of("share", 0.3, "min_additions", 4.0);
        assertThat(unit("V35", third, List.of(), new Additions(2026, 10, 2, 0)))
                .singleElement()
                .satisfies(lead -> assertThat(lead.text().zh()).contains("20%", "30%"));
        assertThat(unit("V35", third, List.of(), new Additions(2026, 10, 3, 0))).isEmpty();
        assertThat(unit("V35", third, List.of(), new Additions(2026, 10, 2, 4))).isEmpty();
        assertThat(unit("V35", third, List.of(), new Additions(2026, 3, 0, 0))).isEmpty();
    }

    @Test
    void v35SeesAPetrolCarInAClassThatIsNewEnergyInPrinciple() {
        Map<String, Double> third = Map.of("share", 0.3, "min_additions", 4.0);
        Cases given =
                Cases.usual().vehicle("useClass", "CONFIDENTIAL_COMMUNICATION").vehicle("registeredOn", "2026-05-01");
        assertThat(given.leads("V35", third)).hasSize(1);
        given.acquired = new Acquired(ID, LocalDate.of(2026, 5, 1), null, true, null);
        assertThat(given.leads("V35", third)).isEmpty();
    }

    @Test
    void v36SeesAVehicleThatLeftWithoutAnApproval() {
        Map<String, Double> thirty = Map.of("income_days", 30.0);
        Cases given = Cases.usual().vehicle("disposedOn", "2026-11-20");
        assertThat(given.leads("V36", thirty)).hasSize(1);
        given.disposals.add(disposal("SCRAPPING", "2026-11-20", "2026-11-20", null));
        assertThat(given.leads("V36", thirty)).isEmpty();
    }

    @Test
    void v36SeesIncomeNotPostedInThirtyDays() {
        Map<String, Double> thirty = Map.of("income_days", 30.0);
        assertThat(disposed(disposal("AUCTION", "2026-10-01", "2026-10-25", null))
                        .leads("V36", thirty))
                .hasSize(1);
        assertThat(disposed(disposal("AUCTION", "2026-10-01", "2026-10-26", null))
                        .leads("V36", thirty))
                .isEmpty();
        assertThat(disposed(disposal("AUCTION", "2026-10-01", "2026-10-02", "2026-10-20"))
                        .leads("V36", thirty))
                .isEmpty();
    }

    @Test
    void v36SeesADisposalBeforeItsApproval() {
        Map<String, Double> thirty = Map.of("income_days", 30.0);
        assertThat(disposed(disposal("DONATION", "2026-11-02", "2026-11-01", null))
                        .leads("V36", thirty))
                .hasSize(1);
        assertThat(disposed(disposal("DONATION", "2026-11-01", "2026-11-01", null))
                        .leads("V36", thirty))
                .isEmpty();
    }

    private static Occupancy occupancy(int quota, int inUse) {
        return new Occupancy("QT", "其他公务用车", quota, inUse, inUse > quota ? LocalDate.of(2026, 3, 1) : null);
    }

    private static List<Lead> unit(
            String detector, Map<String, Double> thresholds, List<Occupancy> occupancies, Additions additions) {
        UnitFacts facts = new UnitFacts(
                Cases.UNIT, "/100000/310000/310115/", "310115", "浦东新区", "310115", occupancies, additions, List.of());
        Judge.Terms terms = new Judge.Terms(Cases.usual().day(), Cases.rule(detector, thresholds));
        return Detectors.find(detector).orElseThrow().judges().stream()
                .flatMap(judge -> judge instanceof Judge.OfUnit of ? of.judge().apply(facts, terms) : Stream.empty())
                .toList();
    }

    private static Cases renewal(String oldRegistered, String decided, String oldDisposed, Long odometer_km) {
        Cases given = Cases.usual();
        given.acquired = new Acquired(
                ID,
                LocalDate.parse(decided),
                null,
                false,
                new Replaced(
                        ID,
                        "沪A00001",
                        LocalDate.parse(oldRegistered),
                        oldDisposed == null ? null : LocalDate.parse(oldDisposed),
                        odometer_km));
        return given;
    }

    private static Cases disposed(Disposal disposal) {
        Cases given = Cases.usual();
        given.disposals.add(disposal);
        return given;
    }

    private static Disposal disposal(String method, String approved, String executed, String posted) {
        return new Disposal(
                ID,
                "CZ-1",
                method,
                LocalDate.parse(approved),
                LocalDate.parse(executed),
                posted == null ? null : LocalDate.parse(posted));
    }
}
