package org.motorpool.dispatch.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** {@code /api/v1/vehicles}, {@code /api/v1/vehicles/live}, {@code /api/v1/drivers}, {@code /api/v1/terminals}. */
public final class VehicleApi {
    private VehicleApi() {}

    /** A named place, WGS-84 degrees. */
    public record Place(String name, double latitude, double longitude) {}

    /**
     * A vehicle on file 一车一档.
     *
     * @param plateColour BLUE, YELLOW, GREEN, WHITE or BLACK
     * @param category code of the vehicle category rule row, e.g. JYTX, YJBZ, ZFZQ, TZZY, QT
     * @param bodyType SEDAN 轿车, SMALL_BUS 其他小型客车, MEDIUM_BUS 中型客车 or LARGE_BUS 大型客车
     * @param energyType BEV, PHEV, EREV, FCEV, HEV or ICE
     * @param seats passengers beside the driver
     * @param price_fen price without purchase tax, fen
     * @param displacement_l litres; 0 without a combustion engine
     * @param state IDLE 空闲, ASSIGNED 已派, ON_TRIP 执行中 or OUT_OF_SERVICE 停用
     */
    public record Vehicle(
            UUID id,
            String plate,
            String plateColour,
            String vin,
            UUID unitId,
            String unitName,
            String regionCode,
            String category,
            String bodyType,
            String energyType,
            String brand,
            String model,
            int seats,
            long price_fen,
            double displacement_l,
            Place home,
            String state) {}

    /** {@code GET vehicles/live}: a GeoJSON (RFC 7946) feature collection, WGS-84, of all vehicles in scope that ever reported. */
    public record LiveVehicles(String type, List<LiveVehicle> features) {
        public LiveVehicles {
            features = List.copyOf(features);
        }
    }

    /** One GeoJSON feature; also the data of the push event {@code vehicle}. */
    public record LiveVehicle(String type, UUID id, Point geometry, LiveProperties properties) {}

    /** GeoJSON point: longitude, latitude. */
    public record Point(String type, List<Double> coordinates) {
        public Point {
            coordinates = List.copyOf(coordinates);
        }
    }

    /**
     * What the map shows of a vehicle.
     *
     * @param state IDLE, ASSIGNED, ON_TRIP, OUT_OF_SERVICE; OFFLINE when the last report is older than the limit
     * @param reportedAt terminal time of the position
     */
    public record LiveProperties(
            String plate,
            String plateColour,
            UUID unitId,
            String unitName,
            String category,
            String energyType,
            boolean newEnergy,
            String state,
            double speed_kmh,
            int heading_deg,
            boolean ignitionOn,
            Instant reportedAt) {}

    /**
     * A driver 驾驶员.
     *
     * @param licenceClass A1, A2, A3, B1, B2, C1, C2
     * @param username local account, null without one
     * @param vehicleId vehicle the driver is on duty with, null without one
     */
    public record Driver(
            UUID id,
            String name,
            String phone,
            String licenceClass,
            UUID unitId,
            String unitName,
            String username,
            UUID vehicleId) {}

    /**
     * A terminal 车载终端 bound to a vehicle.
     *
     * @param phone terminal phone number of the frame header, digits
     * @param terminalId manufacturer's id
     * @param protocolVersion 2013 or 2019
     */
    public record Terminal(
            String phone,
            String terminalId,
            int protocolVersion,
            UUID vehicleId,
            String plate,
            String plateColour,
            String regionCode,
            Place home) {}

    /**
     * {@code POST terminals/{phone}/tap}: listen to a terminal.
     *
     * @param seconds how long, 1 to 600
     * @param reason why, for the audit trail; 200 characters at most
     */
    public record NewTap(Integer seconds, String reason) {}
}
