package org.motorpool.dispatch.assignment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.RecommendationApi;
import org.motorpool.dispatch.contract.RecommendationApi.CostTerm;
import org.motorpool.dispatch.contract.RecommendationApi.Other;
import org.motorpool.dispatch.contract.RecommendationApi.Pair;
import org.motorpool.dispatch.contract.RecommendationApi.Shortage;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.planner.contract.DayAnswerApi;

/** Shows what the planner says of vehicles and drivers by their plates and names. */
final class Pairs {

    /** The price of changing what was announced: in a plan that nobody knows yet it is none. */
    private static final String MOVED = "moved";

    private static final int M_PER_KM = 1000;

    private final Map<String, VehicleFile> vehicles;
    private final Map<String, DriverFile> drivers;

    Pairs(PlannedDay day) {
        this.vehicles = day.vehicles();
        this.drivers = day.drivers();
    }

    VehicleFile vehicle(String id) {
        VehicleFile vehicle = vehicles.get(id);
        if (vehicle == null) {
            throw new IllegalStateException("the planner names vehicle %s, which is not of the day".formatted(id));
        }
        return vehicle;
    }

    DriverFile driver(String id) {
        DriverFile driver = drivers.get(id);
        if (driver == null) {
            throw new IllegalStateException("the planner names driver %s, who is not of the day".formatted(id));
        }
        return driver;
    }

    Pair pair(DayAnswerApi.Option option) {
        VehicleFile vehicle = vehicle(option.vehicle());
        DriverFile driver = drivers.get(option.driver());
        List<CostTerm> terms = option.terms().stream()
                .filter(term -> !term.code().equals(MOVED))
                .map(term -> new CostTerm(term.code(), term.name(), term.nameEn(), term.fen()))
                .toList();
        return new Pair(
                vehicle.id(),
                vehicle.plate(),
                vehicle.unitName(),
                UUID.fromString(option.driver()),
                driver == null ? "" : driver.name(),
                option.begin(),
                terms.stream().mapToLong(CostTerm::fen).sum(),
                terms);
    }

    @Nullable
    Pair pairOrNull(DayAnswerApi.@Nullable Option option) {
        return option == null ? null : pair(option);
    }

    static Other other(VehicleFile vehicle, String reason, @Nullable Long more_fen) {
        return new Other(vehicle.id(), vehicle.plate(), vehicle.unitName(), reason, more_fen, null);
    }

    /** A vehicle that is refused, with what its battery lacks where that is the reason. */
    static Other refused(VehicleFile vehicle, String reason, DayAnswerApi.@Nullable Shortage lacking) {
        return new Other(
                vehicle.id(),
                vehicle.plate(),
                vehicle.unitName(),
                reason,
                null,
                lacking == null ? null : shortage(lacking));
    }

    private static Shortage shortage(DayAnswerApi.Shortage lacking) {
        int needed_km = Math.ceilDiv(lacking.needed_m(), M_PER_KM);
        int available_km = Math.max(0, Math.floorDiv(lacking.available_m(), M_PER_KM));
        return new Shortage(
                needed_km,
                available_km,
                "当日共需行驶 %d 公里，电量可行驶 %d 公里 / needs %d km this day, the battery has %d km"
                        .formatted(needed_km, available_km, needed_km, available_km));
    }

    RecommendationApi.Relaxation relaxation(DayAnswerApi.Relaxation relaxation) {
        return new RecommendationApi.Relaxation(relaxation.code(), relaxation.text(), pair(relaxation.option()));
    }
}
