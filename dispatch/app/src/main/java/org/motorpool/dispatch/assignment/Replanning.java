package org.motorpool.dispatch.assignment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.ProblemException;
import org.motorpool.dispatch.request.UseRequest;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.contract.DayApi;

/**
 * Asks the planner what should change. It is given the day as it was and the day as the incident leaves it, then lets the incident
 * happen, and looks for a place for each order that lost its own.
 */
@Singleton
class Replanning {

    private static final int ROUNDS = 3;
    private static final int TRIES = 3;
    private static final int WRONG = 422;

    /** How much later is looked at first, of as late as the rule allows. */
    private static final int SOON_PART = 3;

    /**
     * A day as the planner has it.
     *
     * @param held orders for which it has no room
     * @param withheld orders that need another place
     */
    private record Standing(PlannedDay day, DayAnswerApi.State state, Set<UUID> held, Set<UUID> withheld) {
        Standing {
            held = Set.copyOf(held);
            withheld = Set.copyOf(withheld);
        }
    }

    private final Planner planner;

    Replanning(Planner planner) {
        this.planner = planner;
    }

    /** What should change; problem {@code planner-unavailable}. */
    Uni<ReplanAnswer> ask(ReplanCase asked) {
        return answer(asked)
                .onFailure(Planner.Forgotten.class)
                .retry()
                .atMost(TRIES)
                .onFailure(Planner.Forgotten.class)
                .transform(Planner::silent);
    }

    private Uni<ReplanAnswer> answer(ReplanCase asked) {
        ReplanFacts facts = new ReplanFacts(asked);
        return before(facts, Set.of(), 1)
                .chain(before -> after(facts, before.held(), lost(asked), 1).chain(after -> happen(asked, facts, after)
                        .chain(happened -> explain(asked, before, after, happened))));
    }

    private static Set<UUID> lost(ReplanCase asked) {
        return asked.lost().stream().map(VehicleOrder::id).collect(Collectors.toSet());
    }

    /** What the vehicles were promised for is real, whatever the ways take by the estimate. */
    private Uni<Standing> before(ReplanFacts facts, Set<UUID> held, int round) {
        PlannedDay day = facts.before(held);
        return planner.put(day).chain(state -> {
            Set<UUID> displaced = facts.orders(state.displaced());
            return displaced.isEmpty() || round == ROUNDS
                    ? Uni.createFrom().item(new Standing(day, state, held, Set.of()))
                    : before(facts, union(held, facts.ofTheirVehicles(displaced)), round + 1);
        });
    }

    /** Orders that the incident leaves no room for need another place, too. */
    private Uni<Standing> after(ReplanFacts facts, Set<UUID> held, Set<UUID> withheld, int round) {
        PlannedDay day = facts.after(held, withheld);
        return planner.put(day).chain(state -> {
            Set<UUID> displaced = facts.orders(state.displaced());
            return displaced.isEmpty() || round == ROUNDS
                    ? Uni.createFrom().item(new Standing(day, state, held, union(withheld, displaced)))
                    : after(facts, held, union(withheld, displaced), round + 1);
        });
    }

    private static Set<UUID> union(Set<UUID> some, Set<UUID> others) {
        Set<UUID> both = new HashSet<>(some);
        both.addAll(others);
        return both;
    }

    private Uni<List<DayAnswerApi.Replanned>> happen(ReplanCase asked, ReplanFacts facts, Standing after) {
        Set<String> displaced = Set.copyOf(after.state().displaced());
        Multi<DayAnswerApi.Replanned> incident = facts.event(after.day(), displaced)
                .map(event -> planner.apply(after.day(), event).toMulti())
                .orElse(Multi.createFrom().empty());
        Multi<DayAnswerApi.Replanned> places = Multi.createFrom()
                .iterable(wanted(asked, after))
                .onItem()
                .transformToUniAndConcatenate(request -> place(asked, facts, after.day(), request));
        return Multi.createBy()
                .concatenating()
                .streams(incident, places)
                .collect()
                .asList();
    }

    /** Requests that need a place: the late one, or those of the orders that lost theirs. */
    private static List<UseRequest> wanted(ReplanCase asked, Standing after) {
        Stream<UseRequest> late = asked.incident() instanceof Incident.LateRequest(UUID requestId)
                ? Stream.ofNullable(asked.requests().get(requestId))
                : Stream.empty();
        Stream<UseRequest> orphans = asked.candidates().orders().stream()
                .filter(order -> after.withheld().contains(order.id()) && asked.isMovable(order))
                .map(asked::request);
        return Stream.concat(late, orphans).filter(Objects::nonNull).toList();
    }

    /** In time if anybody can be there in time, else a little later, else as late as the rule allows. */
    private Uni<DayAnswerApi.Replanned> place(ReplanCase asked, ReplanFacts facts, PlannedDay day, UseRequest request) {
        DayApi.Ride ride = facts.wanted(day, request);
        Duration latest = asked.rule().latest();
        DayApi.Ride soon = RideWords.within(ride, asked.now(), latest.dividedBy(SOON_PART));
        DayApi.Ride first = ride.pickupTime().from().isAfter(asked.now()) ? ride : soon;
        return firstServed(day, List.of(first, soon, RideWords.within(ride, asked.now(), latest)))
                .chain(served -> planner.apply(day, facts.requested(day, served)))
                .onFailure(Replanning::isWrong)
                .recoverWithNull();
    }

    /** What is wrong with one ride does not keep the others from their places. */
    private static boolean isWrong(Throwable failure) {
        return failure instanceof ProblemException refused && refused.problem().status() == WRONG;
    }

    private Uni<DayApi.Ride> firstServed(PlannedDay day, List<DayApi.Ride> variants) {
        DayApi.Ride first = variants.getFirst();
        return planner.recommend(day, first, 1)
                .chain(found -> !found.best().isEmpty() || variants.size() == 1
                        ? Uni.createFrom().item(first)
                        : firstServed(day, variants.subList(1, variants.size())));
    }

    /** Each ride that changed, as it was and as it would be. */
    private Uni<ReplanAnswer> explain(
            ReplanCase asked, Standing before, Standing after, List<DayAnswerApi.Replanned> happened) {
        ReplanChanges changes = ReplanChanges.of(asked, after.withheld(), happened);
        Set<String> known =
                before.day().facts().rides().stream().map(DayApi.Ride::id).collect(Collectors.toSet());
        Set<String> wasServed = changes.rides().stream().filter(known::contains).collect(Collectors.toSet());
        return explain(before.day(), wasServed).chain(was -> explain(after.day(), changes.rides())
                .map(is -> new ReplanAnswer(
                        asked,
                        new Pairs(after.day()),
                        changes,
                        was,
                        is,
                        cost_fen(before.state(), null),
                        cost_fen(after.state(), happened.isEmpty() ? null : happened.getLast()))));
    }

    private Uni<Map<String, DayAnswerApi.Explanation>> explain(PlannedDay day, Set<String> rides) {
        return Multi.createFrom()
                .iterable(rides.stream().sorted().toList())
                .onItem()
                .transformToUniAndConcatenate(ride -> planner.explain(day, ride)
                        .onFailure(Replanning::isWrong)
                        .recoverWithNull())
                .collect()
                .in(HashMap::new, (all, one) -> all.put(one.ride(), one));
    }

    private static long cost_fen(DayAnswerApi.State state, DayAnswerApi.@Nullable Replanned last) {
        return last == null ? state.cost_fen() - state.unserved_fen() : last.cost_fen() - last.unserved_fen();
    }
}
