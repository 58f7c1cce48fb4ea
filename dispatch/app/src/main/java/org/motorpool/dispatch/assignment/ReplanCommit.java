package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.motorpool.dispatch.Ids;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.assignment.store.OrderBases;
import org.motorpool.dispatch.assignment.store.Orders;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.ReplanApi.OrderMove;
import org.motorpool.dispatch.contract.ReplanApi.OrderSeat;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.request.RequestLife;

/**
 * Carries out a re-plan in one transaction: every move or none. Orders may change places with each other, so whether something is
 * promised twice, and whether every driver may drive what they got, is looked at when all of them have moved.
 */
@Singleton
class ReplanCommit {

    /** An order on its way to another vehicle. */
    private record Moving(VehicleOrder before, VehicleOrder after, Crew crew) {}

    private final Assigning assigning;
    private final Reassigning reassigning;
    private final RequestLife requests;
    private final Orders orders;
    private final OrderLife life;
    private final OrderBases bases;

    ReplanCommit(
            Assigning assigning,
            Reassigning reassigning,
            RequestLife requests,
            Orders orders,
            OrderLife life,
            OrderBases bases) {
        this.assigning = assigning;
        this.reassigning = reassigning;
        this.requests = requests;
        this.orders = orders;
        this.life = life;
        this.bases = bases;
    }

    /**
     * The orders as they became. Problems {@code replan-stale}, and all of reassigning and assigning.
     *
     * @param reason why the orders move, for those it is told to
     */
    Uni<List<OrderChange>> carryOut(Mutiny.Session session, Scope scope, List<OrderMove> moves, String reason) {
        return lockOrders(session, moves)
                .call(() -> orders.lockAll(session, ids(moves, OrderSeat::vehicleId), ids(moves, OrderSeat::driverId)))
                .call(() -> orders.changePlaces(session))
                .chain(locked -> each(locked, before -> move(session, before, moves)))
                .chain(moving -> assignNew(session, scope, moves).chain(added -> check(session, moving, added)
                        .chain(() -> each(
                                moving,
                                one -> reassigning.finishTogether(session, scope, one.before(), one.after(), reason)))
                        .map(changes ->
                                Stream.concat(changes.stream(), added.stream()).toList())));
    }

    /** One after the other, in their order. */
    private static <T, R> Uni<List<R>> each(List<T> items, Function<T, Uni<R>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> work.apply(item))
                .collect()
                .in(ArrayList<R>::new, ArrayList::add)
                .map(List::copyOf);
    }

    private static Set<UUID> ids(List<OrderMove> moves, Function<OrderSeat, UUID> id) {
        return moves.stream()
                .flatMap(move -> Stream.of(move.from(), move.to()))
                .filter(Objects::nonNull)
                .map(id)
                .collect(Collectors.toSet());
    }

    /** In the order of their ids, so that nobody waits in a circle; requests that get a vehicle first. */
    private Uni<List<VehicleOrder>> lockOrders(Mutiny.Session session, List<OrderMove> moves) {
        List<OrderMove> placed = moves.stream()
                .filter(move -> move.orderId() != null)
                .sorted(Comparator.comparing(OrderMove::orderId))
                .toList();
        return each(newcomers(moves), move -> requests.lockForAssignment(session, move.requestId()))
                .chain(() -> each(placed, move -> lock(session, move)));
    }

    private static List<OrderMove> newcomers(List<OrderMove> moves) {
        return moves.stream().filter(move -> move.orderId() == null).toList();
    }

    private Uni<VehicleOrder> lock(Mutiny.Session session, OrderMove move) {
        return life.lock(session, move.orderId()).invoke(order -> {
            boolean changed = !Objects.equals(order.view().version(), move.orderVersion());
            if (changed || !order.status().isWaiting()) {
                throw stale(order);
            }
        });
    }

    private static RuntimeException stale(VehicleOrder order) {
        return Problem.conflict(
                        "replan-stale",
                        "派车单 %s 在重排方案生成后已变更，请重新生成方案".formatted(order.view().number()),
                        "order %s changed since the re-plan was made; ask for a new one"
                                .formatted(order.view().number()))
                .asException();
    }

    private Uni<Moving> move(Mutiny.Session session, VehicleOrder before, List<OrderMove> moves) {
        OrderSeat to = moves.stream()
                .filter(move -> before.id().equals(move.orderId()))
                .findFirst()
                .orElseThrow()
                .to();
        return requests.get(session, before.view().requestId())
                .chain(request -> assigning.fit(session, request, to.vehicleId(), to.driverId()))
                .chain(crew -> assigning.lend(session, crew, before.id()))
                .chain(crew -> orders.reassign(session, crew.reassigned(before))
                        .call(after -> bases.replace(session, after.id(), crew.basis()))
                        .map(after -> new Moving(before, after, crew)));
    }

    private Uni<List<OrderChange>> assignNew(Mutiny.Session session, Scope scope, List<OrderMove> moves) {
        return each(
                newcomers(moves),
                move -> assigning.assign(
                        session,
                        scope,
                        new OrderApi.NewOrder(
                                move.requestId(),
                                move.to().vehicleId(),
                                move.to().driverId()),
                        Ids.next()));
    }

    private Uni<Void> check(Mutiny.Session session, List<Moving> moving, List<OrderChange> added) {
        VehicleOrder first =
                moving.isEmpty() ? added.getFirst().order() : moving.getFirst().after();
        return orders.requireFree(session, first)
                .chain(() -> each(
                        moving,
                        one -> assigning.requireOnDuty(
                                session,
                                one.crew(),
                                one.crew().drive(),
                                one.after().id())))
                .replaceWithVoid();
    }
}
