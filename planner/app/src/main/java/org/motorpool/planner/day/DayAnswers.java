package org.motorpool.planner.day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.search.day.Cost;
import org.motorpool.planner.search.day.CostTerm;
import org.motorpool.planner.search.day.DayCheck.Fault;
import org.motorpool.planner.search.day.Explanation;
import org.motorpool.planner.search.day.Obstacle;
import org.motorpool.planner.search.day.Option;
import org.motorpool.planner.search.day.Recommendation;
import org.motorpool.planner.search.day.Recommendation.Reason;
import org.motorpool.planner.search.day.Shortage;

/** What the search answers, in the words of who asked. */
final class DayAnswers {

    private final DayWords words;

    DayAnswers(DayWords words) {
        this.words = words;
    }

    DayAnswerApi.Recommendation recommendation(Recommendation found) {
        List<DayAnswerApi.Dearer> dearer = new ArrayList<>();
        Map<Obstacle, List<String>> refused = new EnumMap<>(Obstacle.class);
        List<DayAnswerApi.Shortage> shortages = new ArrayList<>();
        found.others().forEach((vehicle, reason) -> {
            String id = words.vehicles.get(vehicle);
            switch (reason) {
                case Reason.Dearer(long more_fen) -> dearer.add(new DayAnswerApi.Dearer(id, more_fen));
                case Reason.Refused(Obstacle obstacle, Shortage shortage) -> {
                    refused.computeIfAbsent(obstacle, _ -> new ArrayList<>()).add(id);
                    if (shortage != null) {
                        shortages.add(new DayAnswerApi.Shortage(id, shortage.needed_m(), shortage.available_m()));
                    }
                }
            }
        });
        shortages.sort(Comparator.comparing(DayAnswerApi.Shortage::vehicle));
        dearer.sort(
                Comparator.comparingLong(DayAnswerApi.Dearer::more_fen).thenComparing(DayAnswerApi.Dearer::vehicle));
        return new DayAnswerApi.Recommendation(
                found.best().stream().map(this::option).toList(), dearer, refused(refused, shortages));
    }

    private static List<DayAnswerApi.Refused> refused(
            Map<Obstacle, List<String>> vehicles, List<DayAnswerApi.Shortage> shortages) {
        List<DayAnswerApi.Refused> groups = new ArrayList<>();
        vehicles.forEach((obstacle, ids) -> groups.add(new DayAnswerApi.Refused(
                code(obstacle),
                obstacle.chinese(),
                obstacle.english(),
                ids.stream().sorted().toList(),
                obstacle == Obstacle.ENERGY ? shortages : List.of())));
        return groups;
    }

    DayAnswerApi.Option option(Option option) {
        return new DayAnswerApi.Option(
                words.vehicles.get(option.vehicle()),
                words.drivers.get(option.driver()),
                words.instant(option.begin_s()),
                option.added_fen(),
                terms(option.added()));
    }

    static List<DayAnswerApi.Term> terms(Cost cost) {
        return cost.terms_fen().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(term -> term(term.getKey(), term.getValue()))
                .toList();
    }

    private static DayAnswerApi.Term term(CostTerm term, long fen) {
        return new DayAnswerApi.Term(code(term), term.chinese(), term.english(), fen);
    }

    DayAnswerApi.Explanation explanation(Explanation found) {
        return switch (found) {
            case Explanation.Served served -> served(served);
            case Explanation.Unserved unserved -> unserved(unserved);
        };
    }

    private DayAnswerApi.Explanation served(Explanation.Served served) {
        DayAnswerApi.Option other = served.runnerUp().map(this::option).orElse(null);
        return new DayAnswerApi.Explanation(
                words.rides.get(served.ride()),
                option(served.chosen()),
                other,
                other == null ? null : served.difference_fen(),
                List.of(),
                null,
                List.of(),
                null);
    }

    /** The obstacle that is met last comes first: who met it is nearest to success. */
    private DayAnswerApi.Explanation unserved(Explanation.Unserved unserved) {
        List<DayAnswerApi.Binding> binding = unserved.binding().entrySet().stream()
                .sorted(Map.Entry.<Obstacle, Integer>comparingByKey().reversed())
                .map(each -> binding(each.getKey(), each.getValue()))
                .toList();
        return new DayAnswerApi.Explanation(
                words.rides.get(unserved.ride()),
                null,
                null,
                null,
                binding,
                unserved.dearer().map(this::option).orElse(null),
                unserved.relaxations().stream().map(this::relaxation).toList(),
                null);
    }

    /** A ride that is wrong in itself. */
    static DayAnswerApi.Explanation explanation(String ride, Fault fault) {
        return new DayAnswerApi.Explanation(ride, null, null, null, List.of(), null, List.of(), fault(ride, fault));
    }

    static DayAnswerApi.Fault fault(String ride, Fault fault) {
        return new DayAnswerApi.Fault(ride, fault.code(), fault.chinese() + " / " + fault.english());
    }

    private static DayAnswerApi.Binding binding(Obstacle obstacle, int vehicles) {
        return new DayAnswerApi.Binding(code(obstacle), obstacle.chinese(), obstacle.english(), vehicles);
    }

    private DayAnswerApi.Relaxation relaxation(Explanation.Relaxed relaxed) {
        return new DayAnswerApi.Relaxation(
                code(relaxed.change()), relaxed.change().text(), option(relaxed.option()));
    }

    private static String code(Explanation.Relaxation change) {
        return switch (change) {
            case Explanation.Relaxation.Later _ -> "later";
            case Explanation.Relaxation.Earlier _ -> "earlier";
            case Explanation.Relaxation.OtherCategory _ -> "other-category";
            case Explanation.Relaxation.OtherUnit _ -> "other-unit";
            case Explanation.Relaxation.FewerRiders _ -> "fewer-riders";
            case Explanation.Relaxation.Pooled _ -> "pooled";
            case Explanation.Relaxation.MoreEnergy _ -> "more-energy";
        };
    }

    private static String code(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
