package org.motorpool.dispatch.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Days;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.RequestDetailApi.Contact;
import org.motorpool.dispatch.contract.RequestDetailApi.Itinerary;
import org.motorpool.dispatch.contract.RequestDetailApi.Passenger;
import org.motorpool.dispatch.contract.RequestDetailApi.Pooling;
import org.motorpool.dispatch.contract.RequestDetailApi.Stop;

/** What people, contact, itinerary, justification and emergency of a new request must satisfy by themselves. */
final class DetailRules {

    private static final Set<String> KINDS = Set.of("SINGLE", "RETURN_WITH_WAIT", "MULTI_STOP", "MULTI_DAY");
    private static final Pattern PHONE = Pattern.compile("[0-9+][0-9-]{4,19}");
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_REASON = 500;
    private static final int MOST_STOPS = 30;
    private static final int LONGEST_ON_BOARD_MINUTES = 720;

    private DetailRules() {}

    static Optional<Problem> check(NewRequest wanted) {
        return Stream.of(
                        people(wanted),
                        contact(wanted.contact()),
                        text("justification", wanted.justification()),
                        emergency(wanted),
                        pooling(wanted.pooling()),
                        itinerary(wanted))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Problem> people(NewRequest wanted) {
        List<Passenger> people = wanted.people();
        if (people == null) {
            return Optional.empty();
        }
        if (people.size() > wanted.passengers()) {
            return bad(
                    "people",
                    "乘车人名单 %d 人，多于乘车人数 %d".formatted(people.size(), wanted.passengers()),
                    "%d people are named, but only %d passengers".formatted(people.size(), wanted.passengers()));
        }
        return IntStream.range(0, people.size())
                .filter(i -> !isName(people.get(i).name()))
                .mapToObj(i -> "people[%d].name".formatted(i))
                .findFirst()
                .flatMap(DetailRules::name);
    }

    private static Optional<Problem> contact(@Nullable Contact contact) {
        if (contact == null) {
            return Optional.empty();
        }
        if (!isName(contact.name())) {
            return name("contact.name");
        }
        return contact.phone() != null && PHONE.matcher(contact.phone()).matches()
                ? Optional.empty()
                : bad("contact.phone", "联系电话应为 5 到 20 位数字", "contact.phone must have 5 to 20 digits");
    }

    private static Optional<Problem> emergency(NewRequest wanted) {
        boolean reasoned =
                wanted.emergencyReason() != null && !wanted.emergencyReason().isBlank();
        if (Boolean.TRUE.equals(wanted.emergency()) != reasoned) {
            return bad(
                    "emergencyReason",
                    "紧急用车（先派后补）须说明紧急事由，非紧急用车不填",
                    "an emergency needs a reason, anything else has none");
        }
        return text("emergencyReason", wanted.emergencyReason());
    }

    private static Optional<Problem> pooling(@Nullable Pooling pooling) {
        Integer minutes = pooling == null ? null : pooling.onBoard_minutes();
        return minutes == null || minutes >= 1 && minutes <= LONGEST_ON_BOARD_MINUTES
                ? Optional.empty()
                : bad(
                        "pooling.onBoard_minutes",
                        "乘车时长上限应为 1 到 %d 分钟，收到 %d".formatted(LONGEST_ON_BOARD_MINUTES, minutes),
                        "pooling.onBoard_minutes must be 1 to %d, got %d".formatted(LONGEST_ON_BOARD_MINUTES, minutes));
    }

    private static Optional<Problem> itinerary(NewRequest wanted) {
        Itinerary itinerary = wanted.itinerary();
        if (itinerary == null) {
            return Optional.empty();
        }
        if (itinerary.kind() == null || !KINDS.contains(itinerary.kind())) {
            return bad(
                    "itinerary.kind",
                    "行程类型应为 SINGLE、RETURN_WITH_WAIT、MULTI_STOP 或 MULTI_DAY",
                    "itinerary.kind must be SINGLE, RETURN_WITH_WAIT, MULTI_STOP or MULTI_DAY");
        }
        return count(wanted, itinerary).or(() -> stops(wanted, itinerary.stops()));
    }

    private static Optional<Problem> count(NewRequest wanted, Itinerary itinerary) {
        int stops = itinerary.stops().size();
        boolean fits =
                switch (itinerary.kind()) {
                    case "SINGLE" -> stops == 0;
                    case "RETURN_WITH_WAIT" -> stops == 1;
                    case "MULTI_STOP" -> stops >= 1 && stops <= MOST_STOPS;
                    default -> stops <= MOST_STOPS && Days.of(wanted.departAt()).isBefore(Days.of(wanted.returnAt()));
                };
        return fits
                ? Optional.empty()
                : bad(
                        "itinerary.stops",
                        "%s 行程不能有 %d 个停靠点：单程 0 个，往返等候 1 个，多点 1 到 30 个，多日须跨日".formatted(itinerary.kind(), stops),
                        "a %s itinerary cannot have %d stops: SINGLE 0, RETURN_WITH_WAIT 1, MULTI_STOP 1 to 30, MULTI_DAY over midnight"
                                .formatted(itinerary.kind(), stops));
    }

    private static Optional<Problem> stops(NewRequest wanted, List<Stop> stops) {
        Instant from = wanted.departAt();
        for (int i = 0; i < stops.size(); i++) {
            Optional<Problem> problem = stop(stops.get(i), i, from, wanted.returnAt());
            if (problem.isPresent()) {
                return problem;
            }
            from = stops.get(i).leaveAt();
        }
        return Optional.empty();
    }

    /** A leg takes time: the vehicle arrives after it left the place before, and leaves before the use ends. */
    private static Optional<Problem> stop(Stop stop, int index, Instant leftBefore, Instant end) {
        String field = "itinerary.stops[%d]".formatted(index);
        Optional<Problem> place = NewRequestRules.place(stop.place(), field + ".place");
        if (place.isPresent()) {
            return place;
        }
        if (stop.arriveAt() == null || stop.leaveAt() == null) {
            return Optional.of(Problem.missing(field + (stop.arriveAt() == null ? ".arriveAt" : ".leaveAt")));
        }
        boolean inOrder = stop.arriveAt().isAfter(leftBefore)
                && !stop.leaveAt().isBefore(stop.arriveAt())
                && stop.leaveAt().isBefore(end);
        return inOrder ? Optional.empty() : Optional.of(overlap(field + ".arriveAt", stop.arriveAt(), leftBefore));
    }

    static Problem overlap(String field, Instant begin, Instant endBefore) {
        return Problem.of(
                400,
                "legs-overlap",
                "输入有误 Invalid input",
                "行程段重叠：%s 须晚于上一段结束 %s，离开不早于到达，且在返回之前".formatted(begin, endBefore),
                "legs overlap: %s must be after the leg before ends at %s, leave not before arriving and before the return"
                        .formatted(begin, endBefore),
                field);
    }

    private static Optional<Problem> text(String field, @Nullable String text) {
        return text == null || text.length() <= LONGEST_REASON
                ? Optional.empty()
                : bad(
                        field,
                        "%s 最多 %d 个字".formatted(field, LONGEST_REASON),
                        "%s has %d characters at most".formatted(field, LONGEST_REASON));
    }

    private static boolean isName(@Nullable String name) {
        return name != null && !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    private static Optional<Problem> name(String field) {
        return bad(
                field,
                "%s 应为 1 到 %d 个字".formatted(field, LONGEST_NAME),
                "%s must have 1 to %d characters".formatted(field, LONGEST_NAME));
    }

    private static Optional<Problem> bad(String field, String zh, String en) {
        return Optional.of(Problem.invalid(field, zh, en));
    }
}
