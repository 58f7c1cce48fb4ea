package org.motorpool.planner.day;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.PlannerEvent.Unserved;

/** Puts an explanation of a ride that nobody serves into one sentence for people. */
final class Reasons {

    private static final String BETWEEN_LANGUAGES = " / ";

    private Reasons() {}

    static Unserved of(UUID id, DayApi.Explanation explained) {
        if (explained.possible() != null) {
            return new Unserved(
                    id,
                    "dearer",
                    "有车可派，但增加的费用高于不派车的代价 / a vehicle could serve it, but costs more than leaving it out counts");
        }
        List<DayApi.Binding> binding = explained.binding();
        if (binding.isEmpty()) {
            return new Unserved(id, "no-vehicle", "没有可用车辆 / there is no vehicle");
        }
        return new Unserved(
                id,
                binding.getFirst().code(),
                binding.stream()
                                .map(each -> "%s %d 辆".formatted(each.name(), each.vehicles()))
                                .collect(Collectors.joining("，"))
                        + BETWEEN_LANGUAGES
                        + binding.stream()
                                .map(each -> "%s: %d".formatted(each.nameEn(), each.vehicles()))
                                .collect(Collectors.joining("; ")),
                explained.relaxations());
    }
}
