package org.motorpool.dispatch.assignment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.contract.OrderActApi.Course;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.RequestApi;
import org.motorpool.dispatch.contract.RequestDetailApi;
import org.motorpool.dispatch.contract.VehicleApi.Place;
import org.motorpool.dispatch.duty.Period;
import org.motorpool.dispatch.duty.PlannedDrive;
import org.motorpool.dispatch.registry.DriverFile;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.dispatch.sharing.SharingBasis;
import org.motorpool.dispatch.sharing.WantedUse;

/**
 * What goes into an order: a request, the vehicle that serves it and the driver.
 *
 * @param basis why another unit's vehicle may serve it; null for the unit's own
 */
record Crew(
        UseRequest request,
        VehicleFile vehicle,
        DriverFile driver,
        @Nullable SharingBasis basis) {

    /** Before it is known on what basis. */
    Crew(UseRequest request, VehicleFile vehicle, DriverFile driver) {
        this(request, vehicle, driver, null);
    }

    Crew on(@Nullable SharingBasis found) {
        return new Crew(request, vehicle, driver, found);
    }

    /** What is asked of the vehicle. */
    WantedUse use() {
        return new WantedUse(request.view(), request.unitPath());
    }

    /** A new order for the whole of the request. */
    VehicleOrder order(UUID id, String number, Instant issuedAt) {
        RequestApi.Request wanted = request.view();
        return order(view(id, number, wanted.pickup(), wanted.departAt(), wanted.returnAt(), Course.NEW), issuedAt);
    }

    /** The same, for as long as the planner has the riders on board. */
    VehicleOrder order(UUID id, String number, Instant issuedAt, Period planned) {
        return order(view(id, number, request.view().pickup(), planned.from(), planned.to(), Course.NEW), issuedAt);
    }

    /** 合乘: a new order that rides with another one, and stands where that one stands. */
    VehicleOrder riding(UUID id, String number, VehicleOrder lead, Period period) {
        OrderApi.Order view =
                view(id, number, request.view().pickup(), period.from(), period.to(), Course.NEW.ridingWith(lead.id()));
        return order(view, lead.issuedAt()).at(lead.status());
    }

    /** An order that goes on from this place and moment where another one had to stop. */
    VehicleOrder continuation(UUID id, String number, VehicleOrder stopped, Place from, Instant at, Instant until) {
        return order(view(id, number, from, at, until, Course.continuing(stopped.id())), at);
    }

    /** 合乘: the same, riding with an order that goes on. */
    VehicleOrder continuation(UUID id, String number, VehicleOrder stopped, VehicleOrder lead) {
        OrderApi.Order goesOn = lead.view();
        Course course = Course.continuing(stopped.id()).ridingWith(lead.id());
        return order(view(id, number, goesOn.pickup(), goesOn.from(), goesOn.to(), course), goesOn.from());
    }

    /** The same order with this vehicle and driver. */
    VehicleOrder reassigned(VehicleOrder order) {
        return reassigned(order, order.view().course());
    }

    /** 合乘: the same, riding with nobody. */
    VehicleOrder alone(VehicleOrder order) {
        return reassigned(order, order.view().course().ridingWith(null));
    }

    private VehicleOrder reassigned(VehicleOrder order, Course course) {
        OrderApi.Order old = order.view();
        return order(view(old.id(), old.number(), old.pickup(), old.from(), old.to(), course), order.issuedAt());
    }

    /** From the first place over the stops to the last. */
    PlannedDrive drive() {
        RequestApi.Request wanted = request.view();
        Stream<Place> route = Stream.of(Stream.of(wanted.pickup()), stops(wanted), Stream.of(wanted.dropoff()))
                .flatMap(Function.identity());
        return PlannedDrive.of(wanted.departAt(), wanted.returnAt(), route.toList());
    }

    /** Places between the first and the last, in order. */
    static Stream<Place> stops(RequestApi.Request request) {
        return Optional.ofNullable(request.details()).map(RequestDetailApi.Details::itinerary).stream()
                .flatMap(itinerary -> itinerary.stops().stream())
                .map(RequestDetailApi.Stop::place);
    }

    private VehicleOrder order(OrderApi.Order view, Instant issuedAt) {
        return new VehicleOrder(
                view,
                request.view().unitId(),
                request.unitPath(),
                vehicle.unitId(),
                vehicle.unitPath(),
                vehicle.energyType(),
                issuedAt);
    }

    private OrderApi.Order view(UUID id, String number, Place pickup, Instant from, Instant to, Course course) {
        RequestApi.Request wanted = request.view();
        return new OrderApi.Order(
                id,
                number,
                OrderStatus.ASSIGNED.name(),
                wanted.id(),
                wanted.number(),
                wanted.unitName(),
                wanted.purpose(),
                wanted.passengers(),
                pickup,
                wanted.dropoff(),
                from,
                to,
                Sharing.between(wanted, vehicle).name(),
                vehicle.id(),
                vehicle.plate(),
                vehicle.unitName(),
                driver.id(),
                driver.name(),
                driver.username(),
                course,
                0);
    }
}
