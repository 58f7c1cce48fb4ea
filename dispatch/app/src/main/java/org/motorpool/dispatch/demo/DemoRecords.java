package org.motorpool.dispatch.demo;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.compliance.QuotaService;
import org.motorpool.dispatch.demo.DemoUnits.Site;
import org.motorpool.dispatch.identity.AccountService;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.registry.ChargerService;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.DriverService;
import org.motorpool.dispatch.registry.ParkingPlace;
import org.motorpool.dispatch.registry.ParkingService;
import org.motorpool.dispatch.registry.TerminalService;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.sharing.AgreementService;
import org.motorpool.dispatch.sharing.PoolOfferService;
import org.motorpool.dispatch.sharing.TariffService;

/** Hands the records of the demo world to the features that keep them. */
@Singleton
class DemoRecords {

    private static final String PASSWORD = "demo";

    private final UnitService units;
    private final AccountService accounts;
    private final QuotaService quotas;
    private final Registry registry;
    private final Sharing sharing;

    /** The registry's services. */
    @Singleton
    static class Registry {
        private final VehicleService vehicles;
        private final DriverService drivers;
        private final TerminalService terminals;
        private final ParkingService parking;
        private final ChargerService chargers;

        Registry(
                VehicleService vehicles,
                DriverService drivers,
                TerminalService terminals,
                ParkingService parking,
                ChargerService chargers) {
            this.chargers = chargers;
            this.vehicles = vehicles;
            this.drivers = drivers;
            this.terminals = terminals;
            this.parking = parking;
        }

        Uni<Void> write(
                Mutiny.Session session,
                List<Site> sites,
                List<VehicleFile> vehicleFiles,
                List<DriverFile> driverFiles) {
            return parking.add(session, parking(sites))
                    .chain(_ -> chargers.addAll(session, DemoChargers.of(sites)))
                    .chain(_ -> vehicles.add(session, vehicleFiles))
                    .chain(_ -> drivers.add(session, driverFiles))
                    .chain(_ -> terminals.bindAll(session, DemoTerminals.of(vehicleFiles)));
        }
    }

    /** The services of what units share. */
    @Singleton
    static class Sharing {
        private final TariffService tariffs;
        private final PoolOfferService offers;
        private final AgreementService agreements;

        Sharing(TariffService tariffs, PoolOfferService offers, AgreementService agreements) {
            this.tariffs = tariffs;
            this.offers = offers;
            this.agreements = agreements;
        }

        Uni<Void> write(Mutiny.Session session, DemoSharing shared) {
            return tariffs.add(session, shared.tariffs())
                    .chain(_ -> offers.add(session, shared.offers()))
                    .chain(_ -> agreements.add(session, shared.agreements()));
        }
    }

    DemoRecords(UnitService units, AccountService accounts, QuotaService quotas, Registry registry, Sharing sharing) {
        this.units = units;
        this.accounts = accounts;
        this.quotas = quotas;
        this.registry = registry;
        this.sharing = sharing;
    }

    Uni<Void> write(Mutiny.Session session, DemoUnits world, LocalDate today) {
        DemoPeople people = new DemoPeople();
        List<VehicleFile> vehicles = new DemoFleet(today).vehicles(world.sites());
        List<DriverFile> drivers = people.drivers(vehicles);
        return units.add(session.setBatchSize(100), world.regions(), world.units())
                .chain(_ -> accounts.add(session, people.accounts(world, drivers), PASSWORD))
                .chain(_ -> registry.write(session, world.sites(), vehicles, drivers))
                .chain(_ -> quotas.add(session, DemoQuotas.of(vehicles)))
                .chain(_ -> sharing.write(session, new DemoSharing(world, today)));
    }

    private static List<ParkingPlace> parking(List<Site> sites) {
        return sites.stream()
                .map(site -> new ParkingPlace(site.unit().id(), site.unit().path(), site.parking()))
                .toList();
    }
}
