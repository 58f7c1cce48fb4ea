package org.motorpool.dispatch.assignment;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.RecommendationApi;
import org.motorpool.dispatch.contract.RecommendationApi.CostTerm;
import org.motorpool.dispatch.contract.RecommendationApi.Other;
import org.motorpool.dispatch.contract.RecommendationApi.Pair;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.planner.contract.DayAnswerApi;

/** Shows what the planner says of vehicles and drivers by their plates and names. */
final class Pairs {

    /** The price of changing what was announced: in a plan that nobody knows yet it is none. */
    private static final String MOVED = "moved";

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
        return new Other(vehicle.id(), vehicle.plate(), vehicle.unitName(), reason, more_fen);
    }

    RecommendationApi.Relaxation relaxation(DayAnswerApi.Relaxation relaxation) {
        return new RecommendationApi.Relaxation(relaxation.code(), relaxation.text(), pair(relaxation.option()));
    }
}
