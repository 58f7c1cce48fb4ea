package org.motorpool.telematics.simulator;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.motorpool.telematics.codec.LocationItem;
import org.motorpool.telematics.codec.ProtocolVersion;
import org.motorpool.telematics.codec.Uplink;

/** All virtual vehicles with their terminals. */
final class Fleet {
    private static final double TOWN_KMH = 60;
    private static final double SLOWEST_KMH = 38;
    private static final double PATROL_WITHIN_M = 8_000;
    private static final int PATROL_EACH = 3;
    private static final int PARKED_INTERVAL_S = 30;
    private static final int BACKLOG = 2_000;
    private static final int WINDOW = 16;
    private static final Duration ACK_PATIENCE = Duration.ofSeconds(20);
    private static final Instant ODOMETERS_SINCE = Instant.parse("2026-10-01T00:00:00Z");
    private static final int IGNITION = 1;
    private static final int LOCATED = 1 << 1;
    private static final int GPS_AND_BEIDOU = 3 << 18;

    private final Options options;
    private final Progress progress;
    private final EventLoopGroup loops = new NioEventLoopGroup(1);
    private final List<Unit> units = new ArrayList<>();
    private final Map<UUID, VirtualVehicle> vehicles = new HashMap<>();
    private long second;

    /** A vehicle, its terminal and the second within the interval in which it reports. */
    private record Unit(VirtualVehicle vehicle, TerminalConnection terminal, int phase) {}

    Fleet(Options options, List<Api.Terminal> terminals, Roads roads, Progress progress) {
        this.options = options;
        this.progress = progress;
        for (Api.Terminal terminal : terminals) {
            Place home = terminal.home();
            if (home == null) {
                progress.problem("a terminal has no home place and is left out");
            } else {
                add(terminal, home, roads);
            }
        }
    }

    Map<UUID, VirtualVehicle> vehicles() {
        return vehicles;
    }

    /** Connects all terminals, spread over a few seconds, and lets the vehicles move second by second. */
    void start(ScheduledExecutorService executor) {
        for (int i = 0; i < units.size(); i++) {
            units.get(i).terminal.start(Duration.ofMillis(i * 10L));
        }
        executor.scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    void stop() {
        units.forEach(unit -> unit.terminal.stop());
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS);
    }

    private void add(Api.Terminal terminal, Place home, Roads roads) {
        int number = units.size();
        double cruise_kmh = SLOWEST_KMH + number * 7 % (TOWN_KMH - SLOWEST_KMH);
        Optional<Route> patrol = number % PATROL_EACH == 0 ? roads.findPatrol(home, PATROL_WITHIN_M) : Optional.empty();
        VirtualVehicle vehicle =
                new VirtualVehicle(home, cruise_kmh, odometer_m(terminal.phone(), Instant.now()), patrol.orElse(null));
        TerminalIdentity identity = identity(terminal);
        TerminalSession session =
                new TerminalSession(identity, new PositionQueue(BACKLOG, WINDOW, ACK_PATIENCE), progress);
        TerminalConnection connection = new TerminalConnection(
                loops.next(),
                options.gateway(),
                identity.address(),
                new TerminalConnection.Terminal(session, progress));
        units.add(new Unit(vehicle, connection, number));
        vehicles.put(terminal.vehicleId(), vehicle);
    }

    /**
     * Without a file to remember it, the odometer still never goes back from one run to the next: it starts with what a
     * vehicle would have that has driven at the town limit ever since.
     */
    static long odometer_m(String phone, Instant now) {
        long minutes = Duration.between(ODOMETERS_SINCE, now).toMinutes();
        long base_km = Math.floorMod(phone.hashCode(), 40_000);
        return (base_km + Math.max(0, minutes)) * 1000;
    }

    private static TerminalIdentity identity(Api.Terminal terminal) {
        return new TerminalIdentity(
                terminal.phone(),
                terminal.terminalId(),
                ProtocolVersion.ofYear(terminal.protocolVersion()),
                terminal.regionCode(),
                terminal.plate(),
                plateColour(terminal.plateColour()));
    }

    /** JT/T 415 and, for green, JT/T 697.7. */
    private static int plateColour(@Nullable String colour) {
        return switch (String.valueOf(colour).toUpperCase(Locale.ROOT)) {
            case "BLUE" -> 1;
            case "YELLOW" -> 2;
            case "BLACK" -> 3;
            case "WHITE" -> 4;
            case "GREEN" -> 5;
            default -> 9;
        };
    }

    private void tick() {
        second++;
        Instant now = Instant.now();
        for (Unit unit : units) {
            try {
                unit.vehicle.advance(1);
                report(unit, now);
            } catch (RuntimeException bug) {
                progress.problem("a vehicle: " + bug);
            }
        }
    }

    private void report(Unit unit, Instant now) {
        VirtualVehicle.Reading reading = unit.vehicle.reading();
        int wanted_s = unit.terminal.interval_s() > 0 ? unit.terminal.interval_s() : options.interval_s();
        int interval_s = reading.ignitionOn() ? wanted_s : Math.max(wanted_s, PARKED_INTERVAL_S);
        if (second == 1 || (second + unit.phase) % interval_s == 0) {
            unit.terminal.report(report(reading, now));
        }
    }

    private static Uplink.LocationReport report(VirtualVehicle.Reading reading, Instant now) {
        Place place = reading.place();
        return new Uplink.LocationReport(
                0,
                LOCATED | GPS_AND_BEIDOU | (reading.ignitionOn() ? IGNITION : 0),
                place.latitude(),
                place.longitude(),
                10,
                Math.round(reading.speed_kmh() * 10) / 10.0,
                (int) Math.round(reading.heading_deg()) % 360,
                now,
                List.of(
                        new LocationItem.Mileage(reading.odometer_m()),
                        new LocationItem.SignalStrength(28),
                        new LocationItem.Satellites(14)),
                "");
    }
}
