package org.motorpool.telematics.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Makes up the use requests of a day: short rides between real places, of the own unit, another unit or another region. */
final class RequestPlan {
    private static final int NEAR_TERM = 12;
    private static final Duration FIRST_DEPARTURE = Duration.ofSeconds(100);
    private static final Duration NEAR_TERM_STEP = Duration.ofSeconds(12);
    private static final int MINUTES_OF_THE_DAY = 22 * 60;
    private static final String GENERAL_CATEGORY = "QT";

    /** For days a rule warns on, such as holidays. */
    private static final String JUSTIFICATION = "演示：特殊工作需要";

    private static final List<String> PURPOSES =
            List.of("参加工作会议", "基层调研", "送交文件", "项目现场检查", "业务培训", "接待来访人员", "应急演练", "走访慰问");

    private static final List<String> COMPASS = List.of("北", "东北", "东", "东南", "南", "西南", "西", "西北");

    /** 长三角 (沪苏浙皖) and 成渝 (渝川), by the first two digits of GB/T 2260. */
    private static final List<Set<String>> CORRIDORS = List.of(Set.of("31", "32", "33", "34"), Set.of("50", "51"));

    private final List<Api.Unit> units;
    private final List<Api.Vehicle> vehicles;
    private final Set<String> regions;
    private final Random random;
    private final int ofTheDay;
    private final Map<UUID, Integer> mostSeats = new HashMap<>();

    /** What the dispatcher sees of the demo. */
    record World(List<Api.Unit> units, List<Api.Vehicle> vehicles, Set<String> regions) {
        World {
            units = List.copyOf(units);
            vehicles = List.copyOf(vehicles);
            regions = Set.copyOf(regions);
        }
    }

    /** Who lends the vehicle, if the planner sees it like we do. */
    enum Sharing {
        OWN_UNIT,
        CROSS_DEPARTMENT,
        CROSS_REGION
    }

    /** A request and the account that submits it. */
    record Draft(String requester, Sharing sharing, Api.NewRequest request) {}

    RequestPlan(World world, int ofTheDay, Random random) {
        this.units = world.units();
        this.vehicles = general(world.vehicles());
        this.regions = world.regions();
        this.random = random;
        this.ofTheDay = ofTheDay;
        world.vehicles().forEach(vehicle -> mostSeats.merge(vehicle.unitId(), vehicle.seats(), Math::max));
    }

    /** Vehicles for general use; all when the demo has none of that category. */
    private static List<Api.Vehicle> general(List<Api.Vehicle> vehicles) {
        List<Api.Vehicle> usable = vehicles.stream()
                .filter(vehicle -> vehicle.home() != null && !vehicle.state().equals("OUT_OF_SERVICE"))
                .toList();
        List<Api.Vehicle> general = usable.stream()
                .filter(vehicle -> vehicle.category().equals(GENERAL_CATEGORY))
                .toList();
        return general.isEmpty() ? usable : general;
    }

    /** The n-th request of the day, from 0; empty when the demo world has nobody for it. */
    Optional<Draft> find(int n, Instant now) {
        Sharing sharing = Sharing.values()[n % Sharing.values().length];
        List<Api.Vehicle> shuffled = new ArrayList<>(vehicles);
        Collections.shuffle(shuffled, random);
        for (Api.Vehicle vehicle : shuffled) {
            Optional<Api.Unit> unit = findRequester(vehicle, sharing);
            if (unit.isPresent()) {
                return Optional.of(draft(n, unit.get(), vehicle, now));
            }
        }
        return Optional.empty();
    }

    private Optional<Api.Unit> findRequester(Api.Vehicle vehicle, Sharing sharing) {
        List<Api.Unit> fitting =
                units.stream().filter(unit -> fits(unit, vehicle, sharing)).toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting.get(random.nextInt(fitting.size())));
    }

    private boolean fits(Api.Unit unit, Api.Vehicle vehicle, Sharing sharing) {
        return switch (sharing) {
            case OWN_UNIT -> unit.id().equals(vehicle.unitId());
            case CROSS_DEPARTMENT ->
                !unit.id().equals(vehicle.unitId())
                        && unit.regionCode().equals(vehicle.regionCode())
                        && mostSeats.getOrDefault(unit.id(), 0) < vehicle.seats();
            case CROSS_REGION ->
                !province(unit.regionCode()).equals(province(vehicle.regionCode()))
                        && CORRIDORS.stream()
                                .anyMatch(corridor -> corridor.contains(province(unit.regionCode()))
                                        && corridor.contains(province(vehicle.regionCode())))
                        && !unit.level().equals("NATION")
                        && !vehicle.regionCode().endsWith("0000");
        };
    }

    private Draft draft(int n, Api.Unit unit, Api.Vehicle vehicle, Instant now) {
        Sharing sharing = Sharing.values()[n % Sharing.values().length];
        Instant departAt = now.plus(departsAfter(n));
        Instant returnAt = departAt.plus(Duration.ofMinutes(20L + random.nextInt(n < NEAR_TERM ? 10 : 100)));
        int direction_deg = random.nextInt(360);
        Place pickup = near(home(vehicle), direction_deg, 250 + random.nextInt(250));
        Place dropoff = near(pickup, direction_deg + 80, 600 + random.nextInt(400));
        Api.NewRequest request = new Api.NewRequest(
                unit.id(),
                PURPOSES.get(random.nextInt(PURPOSES.size())),
                vehicle.category(),
                passengers(unit, vehicle, sharing),
                pickup,
                dropoff,
                departAt,
                returnAt,
                sharing == Sharing.CROSS_REGION ? hostRegion(vehicle.regionCode()) : null,
                JUSTIFICATION);
        return new Draft("requester-" + unit.code(), sharing, request);
    }

    /** A place some metres off another, named after it: 人民广场东约300米. */
    private static Place near(Place place, int direction_deg, int distance_m) {
        String landmark = place.name().replaceFirst("[东南西北]+约\\d+米$", "");
        String direction = COMPASS.get(Math.floorMod(Math.round(direction_deg / 45f), COMPASS.size()));
        return place.away("%s%s约%d米".formatted(landmark, direction, distance_m), direction_deg, distance_m);
    }

    /** More people than fit into any vehicle of the own unit, when another unit is to help. */
    private int passengers(Api.Unit unit, Api.Vehicle vehicle, Sharing sharing) {
        int least = sharing == Sharing.CROSS_DEPARTMENT ? mostSeats.getOrDefault(unit.id(), 0) + 1 : 1;
        return Math.clamp(1 + random.nextInt(3), least, Math.max(least, vehicle.seats()));
    }

    /** The first dozen departs within minutes, the next every quarter of an hour or so over a day, later ones soon again. */
    private Duration departsAfter(int n) {
        if (n < NEAR_TERM) {
            return FIRST_DEPARTURE.plus(NEAR_TERM_STEP.multipliedBy(n));
        }
        if (n < ofTheDay) {
            int minutes = 15 + (n - NEAR_TERM) * MINUTES_OF_THE_DAY / Math.max(1, ofTheDay - NEAR_TERM);
            return Duration.ofMinutes(minutes);
        }
        return FIRST_DEPARTURE;
    }

    private static String province(String regionCode) {
        return regionCode.substring(0, 2);
    }

    /** The city of a county, where the demo has it. */
    private String hostRegion(String regionCode) {
        String city = regionCode.substring(0, 4) + "00";
        return regions.contains(city) ? city : regionCode;
    }

    private static Place home(Api.Vehicle vehicle) {
        return Objects.requireNonNull(vehicle.home(), "home");
    }
}
