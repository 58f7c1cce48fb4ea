package org.motorpool.planner.day;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.contract.PlannerEvent.Unserved;

/** Puts an explanation of a ride that nobody serves into one sentence for people. */
final class Reasons {

    private static final String BETWEEN_LANGUAGES = " / ";

    private Reasons() {}

    static Unserved of(UUID id, DayAnswerApi.Explanation explained) {
        if (explained.possible() != null) {
            return new Unserved(
                    id,
                    "dearer",
                    "有车可派，但增加的费用高于不派车的代价 / a vehicle could serve it, but costs more than leaving it out counts");
        }
        List<DayAnswerApi.Binding> binding = explained.binding();
        if (binding.isEmpty()) {
            return new Unserved(id, "no-vehicle", "没有可用车辆 / there is no vehicle");
        }
        return new Unserved(
                id,
                binding.getFirst().code(),
                chinese(binding, explained.relaxations())
                        + BETWEEN_LANGUAGES
                        + english(binding, explained.relaxations()),
                explained.relaxations());
    }

    private static String chinese(List<DayAnswerApi.Binding> binding, List<DayAnswerApi.Relaxation> relaxations) {
        String why = binding.stream()
                .map(each -> "%s %d 辆".formatted(each.name(), each.vehicles()))
                .collect(Collectors.joining("，"));
        return relaxations.isEmpty() ? why : why + "；可行的调整：" + words(relaxations, 0, "、");
    }

    private static String english(List<DayAnswerApi.Binding> binding, List<DayAnswerApi.Relaxation> relaxations) {
        String why = binding.stream()
                .map(each -> "%s: %d".formatted(each.nameEn(), each.vehicles()))
                .collect(Collectors.joining("; "));
        return relaxations.isEmpty() ? why : why + "; it could be served: " + words(relaxations, 1, ", ");
    }

    private static String words(List<DayAnswerApi.Relaxation> relaxations, int language, String between) {
        return relaxations.stream()
                .map(each -> each.text().split(BETWEEN_LANGUAGES, 2)[language])
                .collect(Collectors.joining(between));
    }
}
