package org.motorpool.dispatch.operation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.assignment.Requisition;
import org.motorpool.dispatch.assignment.VehicleOrder;
import org.motorpool.dispatch.contract.OperationApi.BulkResult;
import org.motorpool.dispatch.contract.OperationApi.Candidate;
import org.motorpool.dispatch.contract.OperationApi.ItemResult;
import org.motorpool.dispatch.contract.OperationApi.Mobilisation;
import org.motorpool.dispatch.contract.OperationApi.Need;
import org.motorpool.dispatch.contract.OperationApi.PreemptedOrder;
import org.motorpool.dispatch.contract.OperationApi.Preview;
import org.motorpool.dispatch.operation.store.Items;
import org.motorpool.dispatch.operation.store.Items.Kept;
import org.motorpool.dispatch.operation.store.Operations;
import org.motorpool.dispatch.operation.store.ReadyVehicles;
import org.motorpool.dispatch.operation.store.ReadyVehicles.Ready;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;

/** An emergency takes vehicles: the free ones, then those of ordinary orders that have not departed. */
@Singleton
class Mobilising {

    private static final Duration SEEN = Duration.ofHours(24);

    /** Vehicles that turn out to be taken already are passed over. */
    private static final int SPARE = 10;

    private final ScopedTransactions transactions;
    private final OperationDesk desk;
    private final Operations operations;
    private final Items items;
    private final ReadyVehicles ready;
    private final Requisition requisition;
    private final Taking taking;
    private final Clock clock;

    Mobilising(
            ScopedTransactions transactions,
            OperationDesk desk,
            Operations operations,
            Items items,
            ReadyVehicles ready,
            Requisition requisition,
            Taking taking,
            Clock clock) {
        this.transactions = transactions;
        this.desk = desk;
        this.operations = operations;
        this.items = items;
        this.ready = ready;
        this.requisition = requisition;
        this.taking = taking;
        this.clock = clock;
    }

    /** What is needed still, and who could serve. */
    private record Field(List<Need> needs, List<Ranking.Vehicle> vehicles) {}

    Uni<Preview> preview(Mutiny.Session session, Scope scope, OperationFile operation) {
        return field(session, scope, operation).map(Mobilising::preview);
    }

    private static Preview preview(Field field) {
        List<Ranking.Choice> choices = Ranking.choose(field.needs(), field.vehicles());
        List<Candidate> candidates = new ArrayList<>();
        choices.forEach(choice -> candidates.add(candidate(candidates.size() + 1, choice)));
        int needed = field.needs().stream().mapToInt(Need::vehicles).sum();
        return new Preview(List.of(), candidates, needed - choices.size());
    }

    private static Candidate candidate(int rank, Ranking.Choice choice) {
        Ranking.Vehicle vehicle = choice.vehicle();
        return new Candidate(
                rank,
                choice.need().code(),
                vehicle.id(),
                vehicle.plate(),
                vehicle.unitName(),
                vehicle.seats(),
                vehicle.driverId(),
                vehicle.driverName(),
                vehicle.distance_km(),
                vehicle.orders());
    }

    private Uni<Field> field(Mutiny.Session session, Scope scope, OperationFile operation) {
        Mobilisation wanted = operation.requireMobilisation();
        return ready.list(
                        session,
                        scope.unitPath(),
                        operation.regionCode(),
                        clock.instant().minus(SEEN),
                        Days.of(wanted.from()))
                .chain(found -> busy(session, wanted, found).map(orders -> Standing.vehicles(wanted, found, orders)))
                .chain(vehicles -> withoutEmergencies(session, vehicles))
                .chain(vehicles ->
                        items.list(session, operation.id()).map(kept -> new Field(open(wanted, kept), vehicles)));
    }

    private Uni<List<VehicleOrder>> busy(Mutiny.Session session, Mobilisation wanted, List<Ready> found) {
        return found.isEmpty()
                ? Uni.createFrom().item(List.of())
                : requisition.listOverlapping(
                        session,
                        wanted.from(),
                        wanted.until(),
                        found.stream().map(Ready::id).toList(),
                        found.stream().map(Ready::driverId).toList());
    }

    /** Emergencies do not take from each other. */
    private Uni<List<Ranking.Vehicle>> withoutEmergencies(Mutiny.Session session, List<Ranking.Vehicle> vehicles) {
        List<UUID> requestIds = vehicles.stream()
                .flatMap(vehicle -> vehicle.orders().stream())
                .map(PreemptedOrder::requestId)
                .distinct()
                .toList();
        return items.emergencies(session, requestIds).map(emergencies -> vehicles.stream()
                .filter(vehicle ->
                        vehicle.orders().stream().noneMatch(order -> emergencies.contains(order.requestId())))
                .toList());
    }

    private static List<Need> open(Mobilisation wanted, List<Kept> kept) {
        Map<String, Long> taken = kept.stream().collect(Collectors.groupingBy(Kept::slot, Collectors.counting()));
        return wanted.needs().stream()
                .map(need -> new Need(need.code(), need.seats(), (int)
                        Math.max(0, need.vehicles() - taken.getOrDefault("M/" + need.code(), 0L))))
                .toList();
    }

    /** Take the vehicles, each in a transaction of its own; a vehicle that is gone meanwhile is passed over. */
    Uni<BulkResult> commit(Scope scope, UUID id, @Nullable String key, IfMatch ifMatch) {
        return desk.act(
                        new OperationDesk.Act(scope, id, "operation-committed", null, key, ifMatch),
                        (session, operation) -> {
                            operation.requireMobilisation();
                            operation.require(List.of(OperationStatus.DRAFT, OperationStatus.COMMITTED));
                            return operations.move(session, id, OperationStatus.COMMITTED);
                        })
                .chain(operation -> transactions
                        .inTransaction(scope, session -> field(session, scope, operation))
                        .chain(field -> takeAll(scope, operation, field))
                        .map(results -> new BulkResult(operation.view(), results)));
    }

    private Uni<List<ItemResult>> takeAll(Scope scope, OperationFile operation, Field field) {
        List<ItemResult> results = new ArrayList<>();
        List<UUID> taken = new ArrayList<>();
        return Multi.createFrom()
                .iterable(Standing.largestFirst(field.needs()))
                .onItem()
                .transformToUniAndConcatenate(need -> take(scope, operation, need, field, taken, results))
                .collect()
                .last()
                .replaceWith(results);
    }

    private Uni<Void> take(
            Scope scope, OperationFile operation, Need need, Field field, List<UUID> taken, List<ItemResult> results) {
        int[] left = {need.vehicles()};
        return Multi.createFrom()
                .iterable(Ranking.ranked(need, field.vehicles()).stream()
                        .filter(vehicle -> !taken.contains(vehicle.id()))
                        .limit(need.vehicles() + SPARE)
                        .toList())
                .onItem()
                .transformToUniAndConcatenate(vehicle -> left[0] == 0
                        ? Uni.createFrom().voidItem()
                        : taking.take(scope, operation, need, vehicle)
                                .invoke(result -> {
                                    results.add(result);
                                    if (result.outcome().equals("OK")) {
                                        left[0]--;
                                        taken.add(vehicle.id());
                                    }
                                })
                                .replaceWithVoid())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
