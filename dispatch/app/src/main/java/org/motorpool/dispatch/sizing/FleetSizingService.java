package org.motorpool.dispatch.sizing;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.contract.FleetSizingApi;
import org.motorpool.dispatch.contract.FleetSizingApi.LeastFleet;
import org.motorpool.dispatch.identity.TokenIssuer;
import org.motorpool.dispatch.organisation.Scope;
import org.motorpool.dispatch.organisation.ScopedTransactions;
import org.motorpool.dispatch.organisation.Unit;
import org.motorpool.dispatch.organisation.UnitService;
import org.motorpool.dispatch.sizing.store.DrivenUses;
import org.motorpool.planner.contract.FleetApi;

/** What fleet the uses of a unit and those below it need; read and counted part by part, so that a year takes no more memory than a month. */
@Singleton
public class FleetSizingService {

    private static final Logger LOG = Logger.getLogger(FleetSizingService.class);
    private static final int MOST_NEEDS = 1000;
    private static final int UNAVAILABLE = 503;

    private final ScopedTransactions transactions;
    private final UnitService units;
    private final DrivenUses driven;
    private final PlannerFleets planner;
    private final TokenIssuer tokens;
    private final Clock clock;

    FleetSizingService(
            ScopedTransactions transactions,
            UnitService units,
            DrivenUses driven,
            @RestClient PlannerFleets planner,
            TokenIssuer tokens,
            Clock clock) {
        this.transactions = transactions;
        this.units = units;
        this.driven = driven;
        this.planner = planner;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * The least fleets of a period.
     *
     * @param unitId the caller's own unit when null; problem {@code unit-unknown} outside the scope
     * @param range_km what an electric vehicle drives on one day
     */
    public Uni<FleetSizingApi.FleetSizing> size(Scope scope, @Nullable UUID unitId, SizingPeriod period, int range_km) {
        period.requireOver(Days.today(clock));
        LeastFleets fleets = new LeastFleets();
        return transactions
                .inTransaction(scope, session -> units.get(session, unitId == null ? scope.unitId() : unitId))
                .invoke(unit -> requireCovered(scope, unit))
                .call(unit -> count(scope, unit, period, range_km, fleets))
                .chain(unit ->
                        electric(scope, unit, period, range_km).map(electric -> view(unit, period, fleets, electric)));
    }

    /** Units outside the scope are seen by name only. */
    private static void requireCovered(Scope scope, Unit unit) {
        if (!scope.covers(unit.path())) {
            throw Problem.notFound(
                            "unit-unknown",
                            "单位 %s 不存在或不在您的管理范围内，请检查 unit".formatted(unit.id()),
                            "unit %s does not exist or is outside your scope; check unit".formatted(unit.id()))
                    .asException();
        }
    }

    private Uni<Void> count(Scope scope, Unit unit, SizingPeriod period, int range_km, LeastFleets fleets) {
        return Multi.createFrom()
                .iterable(period.parts())
                .onItem()
                .transformToUniAndConcatenate(part -> count(scope, unit, part, fleets, range_km))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> count(Scope scope, Unit unit, SizingPeriod part, LeastFleets fleets, int range_km) {
        return transactions
                .inTransaction(scope, session -> driven.list(session, unit.path(), part))
                .invoke(uses -> fleets.read(begun(uses, part)))
                .chain(uses -> ask(Questions.of(part, uses, range_km), fleets));
    }

    /** A trip over the end of a part is read again in the next, and counted once. */
    private static List<DrivenUse> begun(List<DrivenUse> uses, SizingPeriod part) {
        return uses.stream()
                .filter(use -> !use.departedAt().isBefore(Days.start(part.from())))
                .toList();
    }

    private Uni<Boolean> ask(List<FleetApi.Uses> questions, LeastFleets fleets) {
        return Multi.createFrom()
                .iterable(questions)
                .onItem()
                .transformToUniAndConcatenate(question -> planner.count("Bearer " + tokens.issueForService(), question))
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(FleetSizingService::silent)
                .invoke(fleets::add)
                .collect()
                .last()
                .replaceWith(true);
    }

    private static Throwable silent(Throwable failure) {
        LOG.warnf("no answer from the planner: %s", failure.getMessage());
        return Problem.of(
                        UNAVAILABLE,
                        "planner-unavailable",
                        "规划服务不可用 Planner unavailable",
                        "规划服务暂时没有应答，请稍后重试",
                        "the planner does not answer; try again later",
                        null)
                .asException();
    }

    private Uni<FleetSizingApi.ElectricDays> electric(Scope scope, Unit unit, SizingPeriod period, int range_km) {
        return transactions.inTransaction(scope, session -> driven.electric(session, unit.path(), period, range_km));
    }

    private static FleetSizingApi.FleetSizing view(
            Unit unit, SizingPeriod period, LeastFleets fleets, FleetSizingApi.ElectricDays electric) {
        List<LeastFleet> needs = fleets.needs();
        return new FleetSizingApi.FleetSizing(
                unit.id(),
                unit.name(),
                period.from(),
                period.to(),
                fleets.uses(),
                fleets.categories(),
                needs.subList(0, Math.min(MOST_NEEDS, needs.size())),
                needs.size(),
                electric);
    }
}
