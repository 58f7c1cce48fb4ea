package org.motorpool.dispatch.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.demo.DemoUnits.Site;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;

/** Drivers, one on duty with every vehicle, and the accounts of everybody. */
final class DemoPeople {

    private static final String PUDONG = "310115";
    private static final String GENERAL = "QT";

    private final List<String[]> names = DemoTables.read("names", row -> row);

    /** The driver of Pudong's first vehicle for general use signs in as {@code driver}, the others as {@code driver-<n>}. */
    List<DriverFile> drivers(List<VehicleFile> vehicles) {
        VehicleFile first = vehicles.stream()
                .filter(vehicle -> vehicle.regionCode().equals(PUDONG)
                        && vehicle.category().equals(GENERAL))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the demo has no vehicle for general use in " + PUDONG));
        List<DriverFile> drivers = new ArrayList<>();
        int number = 0;
        for (VehicleFile vehicle : vehicles) {
            String username = vehicle.equals(first) ? "driver" : "driver-" + ++number;
            drivers.add(driver(vehicle, username, drivers.size()));
        }
        return drivers;
    }

    List<Scope> accounts(DemoUnits world, List<DriverFile> drivers) {
        List<Scope> accounts = new ArrayList<>();
        Unit nation = world.get(DemoUnits.NATION);
        accounts.add(account("requester", "用车申请人", world.get(PUDONG + "01"), "REQUESTER"));
        accounts.add(account("approver", "审批人", world.get("310000"), "APPROVER"));
        accounts.add(account("dispatcher", "调度员", nation, "DISPATCHER"));
        accounts.add(account("fleet-officer", "车管员", nation, "FLEET_OFFICER"));
        accounts.add(account("supervisor", "监管员", nation, "SUPERVISOR"));
        world.sites().forEach(site -> accounts.addAll(ofUnit(site)));
        drivers.forEach(driver -> accounts.add(ofDriver(driver)));
        return accounts;
    }

    private static List<Scope> ofUnit(Site site) {
        Unit unit = site.unit();
        List<Scope> accounts = new ArrayList<>();
        accounts.add(account("requester-" + unit.code(), "用车申请人", unit, "REQUESTER"));
        boolean office = site.suffix().equals(DemoUnits.OFFICE);
        if (office && unit.level().equals("PROVINCE")) {
            accounts.add(account("approver-" + unit.code(), unit.name() + "审批人", unit, "APPROVER"));
            accounts.add(account("dispatcher-" + unit.code(), unit.name() + "调度员", unit, "DISPATCHER"));
        }
        if (office) {
            accounts.add(account("fleet-officer-" + unit.code(), unit.name() + "车管员", unit, "FLEET_OFFICER"));
        }
        return accounts;
    }

    private static Scope ofDriver(DriverFile driver) {
        String username = driver.username();
        if (username == null) {
            throw new IllegalStateException("driver %s of the demo has no username".formatted(driver.id()));
        }
        return new Scope(Ids.next(), username, driver.name(), driver.unitId(), driver.unitPath(), Set.of("DRIVER"));
    }

    private static Scope account(String username, String name, Unit unit, String role) {
        return new Scope(Ids.next(), username, name, unit.id(), unit.path(), Set.of(role));
    }

    /** Numbers from 100 00000001 on, which no operator gives out. */
    private DriverFile driver(VehicleFile vehicle, String username, int number) {
        UUID id = Ids.next();
        return new DriverFile(
                id,
                name(number),
                "100%08d".formatted(number + 1),
                licence(vehicle, number),
                vehicle.unitId(),
                vehicle.unitPath(),
                vehicle.unitName(),
                username,
                vehicle.id());
    }

    private String name(int number) {
        String[] surnames = names.getFirst();
        String[] given = names.getLast();
        return surnames[number % surnames.length] + given[number % given.length];
    }

    private static String licence(VehicleFile vehicle, int number) {
        return switch (vehicle.bodyType()) {
            case "LARGE_BUS" -> "A1";
            case "MEDIUM_BUS" -> "B1";
            default -> number % 4 == 0 ? "B2" : "C1";
        };
    }
}
