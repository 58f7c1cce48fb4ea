package org.motorpool.dispatch.bench.booking;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.motorpool.dispatch.bench.platform.Token;

/** The units that book, each with its vehicles, their drivers, and its people. Everything follows from numbers. */
final class Fleet {

    static final int UNITS = 40;
    static final int VEHICLES_PER_UNIT = 50;
    static final int VEHICLES = UNITS * VEHICLES_PER_UNIT;

    /** Vehicles beyond those of the load, for random steps. */
    static final int WALK_VEHICLES = 2 * UNITS;

    static final int ALL_VEHICLES = VEHICLES + WALK_VEHICLES;
    private static final String[] PROVINCES = {"31", "33", "50", "51"};

    /** Kinds of things with an id; the kind is part of it. */
    enum Kind {
        UNIT,
        ACCOUNT,
        VEHICLE,
        DRIVER,
        REQUEST,
        ORDER,
        TRIP
    }

    /**
     * A unit with the tokens of its people.
     *
     * @param requester submits
     * @param approver decides
     * @param dispatcher assigns and records expenses
     * @param selfApprover the requester with the role of an approver too
     */
    record Unit(
            int number,
            UUID id,
            String code,
            String path,
            String requester,
            String approver,
            String dispatcher,
            String selfApprover) {}

    private final String root;
    private final List<Unit> units = new ArrayList<>();
    private final List<String> walkDrivers = new ArrayList<>();

    /** The fleet, with its units below the path of another one. */
    Fleet(Path privateKey, String root) throws IOException, GeneralSecurityException {
        this.root = root;
        for (int number = 0; number < UNITS; number++) {
            units.add(new Unit(
                    number,
                    id(Kind.UNIT, number),
                    code(number),
                    path(number),
                    token(privateKey, number, "REQUESTER"),
                    token(privateKey, number, "APPROVER"),
                    token(privateKey, number, "DISPATCHER"),
                    token(privateKey, number, "REQUESTER", "APPROVER")));
        }
        for (int vehicle = VEHICLES; vehicle < ALL_VEHICLES; vehicle++) {
            walkDrivers.add(driverToken(privateKey, vehicle));
        }
    }

    /** The token of the driver of a vehicle of the random steps. */
    String driver(int vehicle) {
        return walkDrivers.get(vehicle - VEHICLES);
    }

    private String driverToken(Path privateKey, int vehicle) throws IOException, GeneralSecurityException {
        int unit = vehicle % UNITS;
        Token.Bearer bearer = new Token.Bearer(
                id(Kind.DRIVER, vehicle), username(vehicle), id(Kind.UNIT, unit), path(unit), List.of("DRIVER"));
        return Token.of(privateKey, bearer);
    }

    static String username(int vehicle) {
        return "driver" + vehicle;
    }

    /** The unit of a vehicle: neighbours in number are of different units. */
    Unit unitOf(int vehicle) {
        return units.get(vehicle % UNITS);
    }

    /** A person has the account of their first role. */
    private String token(Path privateKey, int unit, String... roles) throws IOException, GeneralSecurityException {
        String name = roles[0].toLowerCase(Locale.ROOT) + unit;
        UUID account = id(Kind.ACCOUNT, unit * 100L + roles[0].charAt(0));
        return Token.of(privateKey, new Token.Bearer(account, name, id(Kind.UNIT, unit), path(unit), List.of(roles)));
    }

    /** Of a region that no map has. */
    static String code(int unit) {
        return "%s99%02d".formatted(PROVINCES[unit % PROVINCES.length], 1 + unit / PROVINCES.length);
    }

    String path(int unit) {
        return root + code(unit) + "/";
    }

    static String plate(int vehicle) {
        return "沪B%05d".formatted(vehicle);
    }

    /** An id that is the same in each run and sorts by number, in the form of UUIDv7 of 2025. */
    static UUID id(Kind kind, long number) {
        return new UUID(0x0194_2000_0000_7000L | kind.ordinal(), 0x8000_0000_0000_0000L | number);
    }
}
