package org.motorpool.planner.search.day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.motorpool.planner.search.day.DayFacts.Ride;
import org.motorpool.planner.search.day.DayFacts.Sharing;
import org.motorpool.planner.search.day.DayFacts.Window;
import org.motorpool.planner.search.day.Explanation.Relaxation;
import org.motorpool.planner.search.day.Explanation.Relaxed;
import org.motorpool.planner.search.day.Recommendation.Reason;

/** Asks the recommender what would be: without the ride, or with a ride that asks for a little less. */
final class Explainer {

    private static final int[] MINUTES = {15, 30, 60, 120};
    private static final int MINUTE_S = 60;
    private static final int M_PER_KM = 1000;

    private final DayPlan plan;
    private final DispatchDay day;
    private final Recommender recommender;

    Explainer(DayPlan plan, Recommender recommender) {
        this.plan = plan;
        this.day = plan.day;
        this.recommender = recommender;
    }

    Explanation explain(int ride) {
        return plan.isServed(ride) ? served(ride) : unserved(ride, true);
    }

    /** Of a ride that nobody serves: what binds, without what would help. */
    Explanation.Unserved binding(int ride) {
        return unserved(ride, false);
    }

    private Explanation served(int ride) {
        int vehicle = plan.vehicleOf[ride];
        Route with = plan.route[vehicle];
        int at = with.indexOf(2 * ride);
        Option chosen = new Option(vehicle, with.driverAt(at), with.begin_s[at], Cost.of(new long[CostTerm.COUNT]));
        if (plan.isFixed(ride)) {
            return new Explanation.Served(ride, chosen, Optional.empty());
        }
        Cost before = Cost.of(plan.terms_fen());
        plan.remove(ride);
        plan.refresh();
        boolean told = !plan.isBroken();
        Cost added = told ? before.minus(withoutAbsence(ride)) : chosen.added();
        Optional<Option> runnerUp = told ? runnerUp(ride, vehicle) : Optional.empty();
        plan.undo();
        return new Explanation.Served(ride, new Option(vehicle, chosen.driver(), chosen.begin_s(), added), runnerUp);
    }

    /** The plan without the ride, which nobody misses. */
    private Cost withoutAbsence(int ride) {
        long[] terms_fen = plan.terms_fen();
        CostTerm absence = day.rides.rented[ride] ? CostTerm.RENTAL : CostTerm.UNSERVED;
        terms_fen[absence.ordinal()] -= day.rides.absent_fen[ride];
        return Cost.of(terms_fen);
    }

    private Optional<Option> runnerUp(int ride, int vehicle) {
        return recommender.recommend(ride, 2).best().stream()
                .filter(option -> option.vehicle() != vehicle)
                .findFirst();
    }

    private Explanation.Unserved unserved(int ride, boolean relaxed) {
        Recommendation found = recommender.recommend(ride, 1);
        Map<Obstacle, Integer> binding = new EnumMap<>(Obstacle.class);
        for (Reason reason : found.others().values()) {
            if (reason instanceof Reason.Refused refused) {
                binding.merge(refused.obstacle(), 1, Integer::sum);
            }
        }
        Optional<Option> dearer = found.best().stream().findFirst();
        boolean looks = relaxed && dearer.isEmpty();
        return new Explanation.Unserved(ride, binding, dearer, looks ? relaxations(ride, found) : List.of());
    }

    private List<Relaxed> relaxations(int number, Recommendation found) {
        Ride ride = day.rides.facts[number];
        List<Relaxed> relaxed = new ArrayList<>();
        smallest(relaxed, minutes -> new Relaxation.Later(minutes), minutes -> shifted(ride, 0, minutes * MINUTE_S));
        smallest(relaxed, minutes -> new Relaxation.Earlier(minutes), minutes -> shifted(ride, minutes * MINUTE_S, 0));
        otherCategory(ride).ifPresent(relaxed::add);
        otherUnit(ride).ifPresent(relaxed::add);
        fewerRiders(ride).ifPresent(relaxed::add);
        pooled(ride).ifPresent(relaxed::add);
        moreEnergy(number, found).ifPresent(relaxed::add);
        return relaxed;
    }

    /** Of the vehicle that lacks least. */
    private Optional<Relaxed> moreEnergy(int ride, Recommendation found) {
        return found.others().entrySet().stream()
                .flatMap(other -> Lacking.of(other.getKey(), other.getValue()).stream())
                .min(Comparator.comparingInt(Lacking::km).thenComparingInt(Lacking::vehicle))
                .flatMap(lacking -> recommender
                        .recommendCharged(ride, lacking.vehicle(), lacking.km() * M_PER_KM)
                        .map(option -> new Relaxed(new Relaxation.MoreEnergy(lacking.km()), option)));
    }

    /** A vehicle whose battery lacks so many kilometres. */
    private record Lacking(int vehicle, int km) {

        static Optional<Lacking> of(int vehicle, Reason reason) {
            return reason instanceof Reason.Refused(Obstacle _, Shortage shortage) && shortage != null
                    ? Optional.of(new Lacking(vehicle, Math.ceilDiv(shortage.missing_m(), M_PER_KM)))
                    : Optional.empty();
        }
    }

    private void smallest(
            List<Relaxed> relaxed,
            java.util.function.IntFunction<Relaxation> change,
            java.util.function.IntFunction<Ride> variant) {
        for (int minutes : MINUTES) {
            Optional<Option> option = findFor(variant.apply(minutes), Set.of());
            if (option.isPresent()) {
                relaxed.add(new Relaxed(change.apply(minutes), option.get()));
                return;
            }
        }
    }

    private Optional<Relaxed> otherCategory(Ride ride) {
        Set<Integer> all = IntStream.of(day.vehicles.category).boxed().collect(Collectors.toSet());
        return findFor(with(ride, ride.passengers(), all, ride.sharing()), Set.of())
                .map(option -> new Relaxed(
                        new Relaxation.OtherCategory(
                                day.vehicles.category[option.vehicle()], day.vehicles.seats[option.vehicle()]),
                        option));
    }

    private Optional<Relaxed> otherUnit(Ride ride) {
        return findFor(ride, Set.of(Obstacle.AGREEMENT))
                .map(option -> new Relaxed(
                        new Relaxation.OtherUnit(day.facts
                                .units()
                                .get(day.vehicles.unit[option.vehicle()])
                                .code()),
                        option));
    }

    private Optional<Relaxed> fewerRiders(Ride ride) {
        int[] seats = IntStream.of(day.vehicles.seats)
                .distinct()
                .filter(each -> each < ride.passengers())
                .sorted()
                .toArray();
        for (int i = seats.length - 1; i >= 0; i--) {
            int riders = seats[i];
            Set<Integer> all = IntStream.of(day.vehicles.category).boxed().collect(Collectors.toSet());
            Optional<Option> option = findFor(with(ride, riders, all, ride.sharing()), Set.of());
            if (option.isPresent()) {
                return Optional.of(new Relaxed(new Relaxation.FewerRiders(riders), option.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Relaxed> pooled(Ride ride) {
        if (ride.sharing() instanceof Sharing.Pooled || !ride.via().isEmpty()) {
            return Optional.empty();
        }
        int from_s = ride.pickupTime().from_s();
        int direct_s =
                day.ways.arrive_s(ride.pickup().place(), from_s, ride.dropoff().place()) - from_s;
        Sharing shared = new Sharing.Pooled(direct_s + direct_s / 2);
        return findFor(with(ride, ride.passengers(), ride.categories(), shared), Set.of())
                .map(option -> new Relaxed(new Relaxation.Pooled(), option));
    }

    private Optional<Option> findFor(Ride variant, Set<Obstacle> ignored) {
        int number = day.add(variant, ignored);
        plan.reserve(number);
        Optional<Option> option =
                recommender.recommend(number, 1).best().stream().findFirst();
        day.rides.removeLast();
        return option;
    }

    private static Ride shifted(Ride ride, int earlier_s, int later_s) {
        Window window = ride.pickupTime();
        return new Ride(
                ride.name(),
                ride.unit(),
                ride.pickup(),
                ride.via(),
                ride.dropoff(),
                new Window(Math.max(0, window.from_s() - earlier_s), window.to_s() + later_s),
                ride.latestDropoff_s() + later_s,
                ride.passengers(),
                ride.baggage(),
                ride.categories(),
                ride.eligibility(),
                ride.sharing(),
                ride.priority(),
                ride.after(),
                ride.rental_fen(),
                ride.promised());
    }

    private static Ride with(Ride ride, int riders, Set<Integer> categories, Sharing sharing) {
        return new Ride(
                ride.name(),
                ride.unit(),
                ride.pickup(),
                ride.via(),
                ride.dropoff(),
                ride.pickupTime(),
                ride.latestDropoff_s(),
                riders,
                ride.baggage(),
                categories,
                ride.eligibility(),
                sharing,
                ride.priority(),
                ride.after(),
                ride.rental_fen(),
                ride.promised());
    }
}
