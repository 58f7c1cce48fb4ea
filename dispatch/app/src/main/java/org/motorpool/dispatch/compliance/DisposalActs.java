package org.motorpool.dispatch.compliance;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Fields;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.compliance.store.Acquisitions;
import org.motorpool.dispatch.compliance.store.Quotas;
import org.motorpool.dispatch.compliance.store.RuleBooks;
import org.motorpool.dispatch.contract.ComplianceApi.Violation;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.registry.ChangeCause;
import org.motorpool.dispatch.registry.VehicleFile;
import org.motorpool.dispatch.registry.VehicleLife;
import org.motorpool.dispatch.registry.VehicleService;
import org.motorpool.dispatch.registry.VehicleState;

/** What the steps of a disposal do to the vehicle, in the transaction of the step. */
@Singleton
class DisposalActs {

    private final UnitService units;
    private final VehicleService vehicles;
    private final VehicleLife life;
    private final Quotas quotas;
    private final RuleBooks books;
    private final Acquisitions acquisitions;
    private final Clock clock;

    DisposalActs(
            UnitService units,
            VehicleService vehicles,
            VehicleLife life,
            Quotas quotas,
            RuleBooks books,
            Acquisitions acquisitions,
            Clock clock) {
        this.units = units;
        this.vehicles = vehicles;
        this.life = life;
        this.quotas = quotas;
        this.books = books;
        this.acquisitions = acquisitions;
        this.clock = clock;
    }

    /** Where the step leads; a refusal is the problem that says why. */
    DisposalStatus judge(DisposalFile disposal, DisposalRule rule, DisposalStep step, LocalDate today) {
        DisposalLogic.Position position = new DisposalLogic.Position(
                disposal.status(),
                disposal.approvedAt() == null ? null : Days.of(disposal.approvedAt()),
                disposal.noticeTo(),
                disposal.executedOn());
        return switch (DisposalLogic.take(position, rule, step, today)) {
            case DisposalLogic.Outcome.Moved(DisposalStatus status) -> status;
            case DisposalLogic.Outcome.OutOfTurn() -> throw outOfTurn(disposal, rule, step);
            case DisposalLogic.Outcome.WrongDay(String field, String zh, String en) -> throw Fields.bad(field, zh, en);
            case DisposalLogic.Outcome.Refused(String broken, String zh, String en) ->
                throw Problem.refused("disposal-refused", List.of(new Violation(broken, rule.clause(), zh, en)))
                        .asException();
        };
    }

    private static RuntimeException outOfTurn(DisposalFile disposal, DisposalRule rule, DisposalStep step) {
        List<DisposalStep.Kind> next = DisposalLogic.next(disposal.status(), rule);
        return Problem.conflict(
                        "disposal-step",
                        "处置 %s 状态为 %s，不能执行 %s，当前可执行 %s"
                                .formatted(disposal.number(), disposal.status(), step.kind(), next),
                        "disposal %s is %s and does not take %s; it takes %s"
                                .formatted(disposal.number(), disposal.status(), step.kind(), next))
                .asException();
    }

    Uni<Void> perform(Mutiny.Session session, Scope scope, DisposalFile disposal, DisposalStep step) {
        ChangeCause cause = new ChangeCause(scope.username(), "处置 disposal " + disposal.number());
        return switch (step) {
            case DisposalStep.Approve _ ->
                vehicles.getForChange(session, disposal.vehicleId())
                        .call(vehicle -> requireRoom(session, vehicle, disposal.receiverUnitId()))
                        .chain(vehicle -> takeOut(session, vehicle, cause));
            case DisposalStep.Execute _ ->
                vehicles.getForChange(session, disposal.vehicleId()).chain(vehicle -> takeOut(session, vehicle, cause));
            case DisposalStep.Deregister cleared -> deregister(session, disposal, cleared.on(), cause);
            case DisposalStep.Appraise _,
                    DisposalStep.Reject _,
                    DisposalStep.Notice _,
                    DisposalStep.PostIncome _,
                    DisposalStep.Close _,
                    DisposalStep.Cancel _ -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> takeOut(Mutiny.Session session, VehicleFile vehicle, ChangeCause cause) {
        return vehicle.state() == VehicleState.OUT_OF_SERVICE
                ? Uni.createFrom().voidItem()
                : vehicles.markState(session, vehicle.id(), VehicleState.OUT_OF_SERVICE, cause);
    }

    private Uni<Void> deregister(Mutiny.Session session, DisposalFile disposal, LocalDate on, ChangeCause cause) {
        UUID receiver = disposal.receiverUnitId();
        return vehicles.getForChange(session, disposal.vehicleId())
                .chain(vehicle -> receiver == null
                        ? life.deregister(session, vehicle.id(), on, cause)
                        : requireRoom(session, vehicle, receiver)
                                .chain(_ -> units.get(session, receiver))
                                .chain(unit -> life.move(session, vehicle, unit, cause))
                                .replaceWithVoid());
    }

    /** A receiving unit needs a vacant place of the category; decisions on places of its province come one after the other. */
    Uni<Void> requireRoom(Mutiny.Session session, VehicleFile vehicle, @Nullable UUID receiver) {
        if (receiver == null) {
            return Uni.createFrom().voidItem();
        }
        if (receiver.equals(vehicle.unitId())) {
            throw Fields.bad("receiverUnitId", "接收单位就是车辆所属单位", "is the unit the vehicle belongs to");
        }
        return units.get(session, receiver)
                .call(unit -> acquisitions.lock(session, unit))
                .chain(unit -> vacancies(session, unit, vehicle.category())
                        .chain(vacant ->
                                vacant > 0 ? Uni.createFrom().voidItem() : refuse(session, unit, vehicle.category())));
    }

    private Uni<Integer> vacancies(Mutiny.Session session, Unit unit, String category) {
        return quotas.occupancy(session, unit.id(), category, Days.today(clock))
                .map(occupancy -> occupancy.quota() - occupancy.inUse());
    }

    private Uni<Void> refuse(Mutiny.Session session, Unit unit, String category) {
        return books.load(session, unit.regionCode(), Days.today(clock))
                .invoke(book -> {
                    throw Problem.refused(
                                    "disposal-refused",
                                    List.of(new Violation(
                                            "quota-exceeded",
                                            book.clause("quota-exceeded"),
                                            "接收单位“%s”的 %s 类编制已满，请先增加编制或另选接收单位".formatted(unit.name(), category),
                                            "the receiving unit \"%s\" has no vacant %s place; raise its quota or choose another unit"
                                                    .formatted(unit.name(), category))))
                            .asException();
                })
                .replaceWithVoid();
    }
}
