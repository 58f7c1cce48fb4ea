package org.motorpool.dispatch.operation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.assignment.OrderChange;
import org.motorpool.dispatch.assignment.Requisition;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.OperationApi.ItemResult;
import org.motorpool.dispatch.contract.OperationApi.Mobilisation;
import org.motorpool.dispatch.contract.OperationApi.Need;
import org.motorpool.dispatch.contract.OrderApi;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.operation.store.Items;
import org.motorpool.dispatch.operation.store.Operations;
import org.motorpool.dispatch.operation.store.Preemptions;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.request.OperationRequests;
import org.motorpool.dispatch.request.RequestStatus;
import org.motorpool.dispatch.request.UseRequest;

/**
 * Takes one vehicle for an emergency, in one transaction: its ordinary orders are withdrawn and their requests told and put first in
 * the queue; then the emergency's request is approved and assigned. If any of it fails, or the emergency has been released meanwhile, nothing has happened.
 */
@Singleton
class Taking {

    private final ScopedTransactions transactions;
    private final Operations operations;
    private final OperationRequests requests;
    private final Requisition requisition;
    private final Items items;
    private final Preemptions preemptions;
    private final Push push;
    private final Clock clock;

    Taking(
            ScopedTransactions transactions,
            Operations operations,
            OperationRequests requests,
            Requisition requisition,
            Items items,
            Preemptions preemptions,
            Push push,
            Clock clock) {
        this.transactions = transactions;
        this.operations = operations;
        this.requests = requests;
        this.requisition = requisition;
        this.items = items;
        this.preemptions = preemptions;
        this.push = push;
        this.clock = clock;
    }

    /** The result has the plate as its id. */
    Uni<ItemResult> take(Scope scope, OperationFile operation, Need need, Ranking.Vehicle vehicle) {
        return transactions
                .inTransaction(Scope.SYSTEM, session -> take(session, scope, operation, need, vehicle))
                .invoke(changes -> changes.forEach(change -> change.push(push)))
                .map(changes -> new ItemResult(
                        vehicle.plate(), changes.getLast().request().id(), "OK", null))
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> ItemActs.refused(vehicle.plate(), null, failure));
    }

    private Uni<List<OrderChange>> take(
            Mutiny.Session session, Scope scope, OperationFile operation, Need need, Ranking.Vehicle vehicle) {
        Mobilisation wanted = operation.requireMobilisation();
        return operations
                .hold(session, operation.id())
                .invoke(now -> now.require(List.of(OperationStatus.COMMITTED)))
                .chain(() -> requisition.listOverlapping(
                        session, wanted.from(), wanted.until(), List.of(vehicle.id()), List.of(vehicle.driverId())))
                .chain(orders -> preemptAll(session, scope, operation, orders))
                .chain(changes ->
                        assign(session, scope, operation, need, vehicle).map(change -> with(changes, change)));
    }

    private Uni<List<OrderChange>> preemptAll(
            Mutiny.Session session, Scope scope, OperationFile operation, List<VehicleOrder> orders) {
        return Multi.createFrom()
                .iterable(orders.stream().filter(order -> !order.isRiding()).toList())
                .onItem()
                .transformToUniAndConcatenate(order -> preempt(session, scope, operation, order))
                .collect()
                .asList();
    }

    /** One that departed meanwhile refuses, by its state. */
    private Uni<OrderChange> preempt(Mutiny.Session session, Scope scope, OperationFile operation, VehicleOrder order) {
        String reason = "PREEMPTED 应急征调 %s：%s"
                .formatted(
                        operation.view().number(),
                        operation.requireMobilisation().reason());
        return requisition
                .withdraw(session, scope, order.id(), reason)
                .call(change -> keep(session, operation, change.order(), null))
                .call(change -> Multi.createFrom()
                        .iterable(change.along())
                        .onItem()
                        .transformToUniAndConcatenate(rider -> keep(session, operation, rider.order(), order.id()))
                        .collect()
                        .last());
    }

    private Uni<Void> keep(
            Mutiny.Session session, OperationFile operation, VehicleOrder order, @Nullable UUID rodeWith) {
        return preemptions
                .add(session, operation, order, rodeWith, clock.instant())
                .call(() -> requests.putFirst(session, order.view().requestId()))
                .replaceWithVoid();
    }

    private Uni<OrderChange> assign(
            Mutiny.Session session, Scope scope, OperationFile operation, Need need, Ranking.Vehicle vehicle) {
        Item item = item(operation, need, vehicle);
        return requests.submit(session, scope, operation.id(), item.request())
                .chain(request -> approve(session, scope, operation, request))
                .call(request -> items.add(
                        session, operation, new Items.Kept(item.key(), item.slot(), item.fingerprint(), request.id())))
                .chain(request -> requisition.seize(
                        session, scope, new OrderApi.NewOrder(request.id(), vehicle.id(), vehicle.driverId())));
    }

    /** First the vehicle, then the paper 先派后补. */
    private Uni<UseRequest> approve(Mutiny.Session session, Scope scope, OperationFile operation, UseRequest request) {
        return request.status() == RequestStatus.APPROVED
                ? Uni.createFrom().item(request)
                : requests.approve(
                        session, scope, request, operation.requireMobilisation().reason());
    }

    private static Item item(OperationFile operation, Need need, Ranking.Vehicle vehicle) {
        Mobilisation wanted = operation.requireMobilisation();
        NewRequest request = new NewRequest(
                operation.view().unitId(),
                "应急征调：" + wanted.reason().strip(),
                vehicle.category(),
                need.seats(),
                wanted.assembly(),
                wanted.assembly(),
                wanted.from(),
                wanted.until(),
                null,
                null,
                null,
                null,
                null,
                operation.view().number(),
                true,
                wanted.reason().strip());
        return new Item("M/%s/%s".formatted(need.code(), vehicle.plate()), "M/" + need.code(), request);
    }

    private static List<OrderChange> with(List<OrderChange> changes, OrderChange last) {
        List<OrderChange> all = new ArrayList<>(changes);
        all.add(last);
        return all;
    }
}
