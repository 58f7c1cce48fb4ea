package org.motorpool.dispatch.bench.booking;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.motorpool.dispatch.bench.platform.Token;

/** The units that book, each with its vehicles, their drivers, and its people. Everything follows from numbers. */
final class Fleet {

    static final int UNITS = 40;
    static final int VEHICLES_PER_UNIT = 50;
    static final int VEHICLES = UNITS * VEHICLES_PER_UNIT;

    /** Vehicles beyond those of the load, for random steps. */
    static final int WALK_VEHICLES = 2 * UNITS;

    /** More than those of the load have, so that they can be asked for. */
    static final int WALK_SEATS = 7;

    static final int ALL_VEHICLES = VEHICLES + WALK_VEHICLES;
    private static final String DEPUTY = "substitute";
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
     * @param officer offers vehicles, settles
     * @param deputy has no role to decide by, and decides for whoever delegates to them
     */
    record Unit(
            int number,
            UUID id,
            String code,
            String path,
            String requester,
            String approver,
            String dispatcher,
            String selfApprover,
            String officer,
            String deputy) {}

    private final String root;
    private final List<Unit> units = new ArrayList<>();
    private final List<String> walkDrivers = new ArrayList<>();
    private final String superior;

    /** The fleet, with its units below the path of another one. */
    Fleet(Path privateKey, String root) throws IOException, GeneralSecurityException {
        this.root = root;
        for (int number = 0; number < UNITS; number++) {
            units.add(new Unit(
                    number,
                    id(Kind.UNIT, number),
                    code(number),
                    path(number),
                    token(privateKey, number, "requester", "REQUESTER"),
                    token(privateKey, number, "approver", "APPROVER"),
                    token(privateKey, number, "dispatcher", "DISPATCHER"),
                    token(privateKey, number, "requester", "REQUESTER", "APPROVER"),
                    token(privateKey, number, "officer", "FLEET_OFFICER"),
                    token(privateKey, number, DEPUTY, "REQUESTER")));
        }
        superior = Token.of(
                privateKey,
                new Token.Bearer(
                        id(Kind.ACCOUNT, UNITS * 1000L), "superior", id(Kind.UNIT, 0), root, List.of("DISPATCHER")));
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

    Unit unit(UUID id) {
        return unitOf((int) (id.getLeastSignificantBits() & Integer.MAX_VALUE));
    }

    /** The token of a dispatcher of all units. */
    String superior() {
        return superior;
    }

    /** The username of a unit's deputy. */
    static String deputy(int unit) {
        return DEPUTY + unit;
    }

    private String token(Path privateKey, int unit, String name, String... roles)
            throws IOException, GeneralSecurityException {
        UUID account = id(Kind.ACCOUNT, unit * 1000L + name.charAt(0));
        return Token.of(
                privateKey, new Token.Bearer(account, name + unit, id(Kind.UNIT, unit), path(unit), List.of(roles)));
    }

    /** The next unit of the same province, which lends vehicles. */
    static int neighbour(int unit) {
        return (unit + PROVINCES.length) % UNITS;
    }

    /** The unit of another province with which there is an agreement; each is the other's. */
    static int partner(int unit) {
        return unit ^ 1;
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

    /** An id that is the same in each run and sorts by number: a UUIDv7 of 2025, each made a millisecond after the one before. */
    static UUID id(Kind kind, long number) {
        long made_ms = 0x0194_2000_0000L + number;
        return new UUID(made_ms << 16 | 0x7000L | kind.ordinal(), 0x8000_0000_0000_0000L | number);
    }
}
