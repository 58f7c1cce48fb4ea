package org.motorpool.telematics.simulator;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Small demo worlds. */
final class Worlds {
    static final UUID HUANGPU = UUID.fromString("019ab000-0000-7000-8000-000000000010");
    static final UUID HUANGPU_SMALL = UUID.fromString("019ab000-0000-7000-8000-000000000011");
    static final UUID XIHU = UUID.fromString("019ab000-0000-7000-8000-000000000020");

    private Worlds() {}

    /** Shanghai Huangpu with two units, one of which has a bus; Hangzhou Xihu with one unit and a sedan. */
    static RequestPlan.World twoProvinces() {
        return new RequestPlan.World(
                List.of(
                        new Api.Unit(HUANGPU, "310101-01", "COUNTY", "310101"),
                        new Api.Unit(HUANGPU_SMALL, "310101-02", "COUNTY", "310101"),
                        new Api.Unit(XIHU, "330106-01", "COUNTY", "330106")),
                List.of(
                        vehicle(1, HUANGPU, "310101", 20, new Place("外滩", 31.2372, 121.4864)),
                        vehicle(2, HUANGPU_SMALL, "310101", 4, new Place("外滩", 31.2350, 121.4800)),
                        vehicle(3, XIHU, "330106", 4, new Place("西湖", 30.2591, 120.1300))),
                Set.of("310000", "310100", "310101", "330000", "330100", "330106"));
    }

    private static Api.Vehicle vehicle(int number, UUID unit, String region, int seats, Place home) {
        UUID id = new UUID(0x019ab00000007000L, 0x8000000000000100L + number);
        return new Api.Vehicle(id, unit, region, "QT", seats, home, "IDLE");
    }
}
