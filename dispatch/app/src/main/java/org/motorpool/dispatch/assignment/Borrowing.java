package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.DriverService;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.request.RequestLife;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.dispatch.sharing.Lending;
import org.motorpool.dispatch.sharing.WantedUse;

/**
 * Gives a request a vehicle that lies outside the dispatcher's scope, because its unit offers it to theirs. The platform carries
 * it out; what is not offered stays unknown.
 */
@Singleton
class Borrowing {

    private static final Set<String> OUTSIDE = Set.of("vehicle-unknown", "driver-unknown");

    private final RequestLife requests;
    private final VehicleService vehicles;
    private final DriverService drivers;
    private final Lending lending;
    private final Assigning assigning;

    Borrowing(
            RequestLife requests,
            VehicleService vehicles,
            DriverService drivers,
            Lending lending,
            Assigning assigning) {
        this.requests = requests;
        this.vehicles = vehicles;
        this.drivers = drivers;
        this.lending = lending;
        this.assigning = assigning;
    }

    /** Whether an assignment failed because the vehicle or its driver is not in the dispatcher's scope. */
    static boolean mayHelp(Throwable failure) {
        return failure instanceof ProblemException refused
                && OUTSIDE.contains(refused.problem().code());
    }

    /** Assign, in the platform's scope. Problems as of assigning. */
    Uni<OrderChange> assign(Mutiny.Session session, Scope scope, OrderApi.NewOrder wanted, UUID id) {
        return requests.get(session, wanted.requestId())
                .invoke(request -> requireOwn(scope, request))
                .chain(request -> vehicles.get(session, wanted.vehicleId())
                        .call(vehicle -> requireOffered(session, scope, request, vehicle))
                        .call(vehicle -> requireDriver(session, scope, vehicle, wanted.driverId())))
                .chain(_ -> assigning.assign(session, scope, wanted, id));
    }

    private static void requireOwn(Scope scope, UseRequest request) {
        if (!scope.covers(request.unitPath())) {
            throw unknown("request-unknown", "用车申请", "request", request.id());
        }
    }

    private Uni<Boolean> requireOffered(Mutiny.Session session, Scope scope, UseRequest request, VehicleFile vehicle) {
        return scope.covers(vehicle.unitPath())
                ? Uni.createFrom().item(true)
                : lending.isOffered(session, new WantedUse(request.view(), request.unitPath()), vehicle)
                        .invoke(offered -> {
                            if (!offered) {
                                throw unknown("vehicle-unknown", "车辆", "vehicle", vehicle.id());
                            }
                        });
    }

    /** The driver is of the dispatcher's unit, or comes with the vehicle. */
    private Uni<DriverFile> requireDriver(Mutiny.Session session, Scope scope, VehicleFile vehicle, UUID driverId) {
        return drivers.get(session, driverId).invoke(driver -> {
            if (!scope.covers(driver.unitPath()) && !driver.unitId().equals(vehicle.unitId())) {
                throw unknown("driver-unknown", "驾驶员", "driver", driverId);
            }
        });
    }

    private static RuntimeException unknown(String code, String zh, String en, UUID id) {
        return Problem.notFound(
                        code,
                        "%s %s 不存在或不在您的管理范围内".formatted(zh, id),
                        "%s %s does not exist or is outside your scope".formatted(en, id))
                .asException();
    }
}
