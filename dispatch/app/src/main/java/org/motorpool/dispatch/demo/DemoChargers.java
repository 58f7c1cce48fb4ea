package org.motorpool.dispatch.demo;

import java.util.List;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.contract.ChargerApi.Charger;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.demo.DemoUnits.Site;
import org.motorpool.dispatch.registry.ChargerFile;

/** Chargers where the fleet offices park: two sockets of 60 kW each. */
final class DemoChargers {

    private static final double POWER_KW = 60;
    private static final int SOCKETS = 2;

    private DemoChargers() {}

    static List<ChargerFile> of(List<Site> sites) {
        return sites.stream()
                .filter(site -> site.suffix().equals(DemoUnits.OFFICE))
                .map(DemoChargers::charger)
                .toList();
    }

    private static ChargerFile charger(Site site) {
        Place parking = site.parking();
        Charger view = new Charger(
                Ids.next(),
                site.unit().id(),
                site.unit().name(),
                new Place(parking.name() + "充电桩", parking.latitude(), parking.longitude()),
                POWER_KW,
                SOCKETS,
                true,
                null,
                0);
        return new ChargerFile(view, site.unit().path(), site.unit().regionCode());
    }
}
