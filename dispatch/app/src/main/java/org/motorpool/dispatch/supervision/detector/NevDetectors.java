package org.motorpool.dispatch.supervision.detector;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.motorpool.dispatch.supervision.detector.UnitFacts.Additions;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Acquired;
import org.motorpool.dispatch.supervision.detector.VehicleFacts.Vehicle;

/** New energy 新能源: V35, the share of a province and the use classes that must be new energy. */
final class NevDetectors {

    private NevDetectors() {}

    /** V35: the net share of the year so far is below the threshold; an episode is a year. */
    static Stream<Lead> share(UnitFacts unit, Judge.Terms terms) {
        Additions additions = unit.additions();
        if (additions == null) {
            return Stream.empty();
        }
        int counted = additions.all() - additions.exempt();
        boolean below = counted >= terms.rule().threshold("min_additions")
                && additions.newEnergy() < terms.rule().threshold("share") * counted;
        return below ? Stream.of(share(unit, terms, additions, counted)) : Stream.empty();
    }

    private static Lead share(UnitFacts unit, Judge.Terms terms, Additions additions, int counted) {
        String share = Wording.percent((double) additions.newEnergy() / counted);
        String least = Wording.percent(terms.rule().threshold("share"));
        return QuotaDetectors.ofUnit(
                unit,
                terms,
                "share:" + additions.year(),
                LocalDate.of(additions.year(), 1, 1),
                new Text(
                        "“%s”%d 年新增及更新 %d 辆（豁免 %d 辆），其中新能源 %d 辆，占 %s，低于 %s"
                                .formatted(
                                        unit.name(),
                                        additions.year(),
                                        additions.all(),
                                        additions.exempt(),
                                        additions.newEnergy(),
                                        share,
                                        least),
                        "\"%s\" put %d vehicles on file in %d (%d exempt), %d of new energy: %s, below %s"
                                .formatted(
                                        unit.name(),
                                        additions.all(),
                                        additions.year(),
                                        additions.exempt(),
                                        additions.newEnergy(),
                                        share,
                                        least)),
                Map.of("additions", additions.all(), "exempt", additions.exempt(), "newEnergy", additions.newEnergy()));
    }

    /** V35: a vehicle of this year in a class that is new energy in principle (国管资〔2024〕197号), and is not, without an exemption. */
    static Stream<Lead> useClass(Case given) {
        Vehicle vehicle = given.vehicle();
        Acquired acquired = given.facts().acquired();
        boolean exempt = acquired != null && acquired.exempt();
        boolean thisYear =
                vehicle.registeredOn().getYear() == given.day().date().getYear();
        return !thisYear || exempt || vehicle.useClass().equals("GENERAL") || vehicle.isNewEnergy()
                ? Stream.empty()
                : Stream.of(given.lead(
                        "class",
                        Wording.start(vehicle.registeredOn()),
                        given.day().to(),
                        new Text(
                                "%s 的用途类别 %s 原则上应配备新能源汽车，实际为 %s"
                                        .formatted(vehicle.plate(), vehicle.useClass(), vehicle.energyType()),
                                "%s is of class %s, which is new energy in principle, but is %s"
                                        .formatted(vehicle.plate(), vehicle.useClass(), vehicle.energyType())),
                        Map.of("useClass", vehicle.useClass(), "energyType", vehicle.energyType())));
    }
}
