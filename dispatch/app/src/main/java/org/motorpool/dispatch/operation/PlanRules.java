package org.motorpool.dispatch.operation;

import static org.motorpool.dispatch.Fields.bad;
import static org.motorpool.dispatch.Fields.number;
import static org.motorpool.dispatch.Fields.required;
import static org.motorpool.dispatch.Fields.text;

import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.Problem;
import org.motorpool.dispatch.contract.OperationApi.Convoy;
import org.motorpool.dispatch.contract.OperationApi.EventPlan;
import org.motorpool.dispatch.contract.OperationApi.Group;
import org.motorpool.dispatch.contract.OperationApi.Shuttle;
import org.motorpool.dispatch.contract.OperationApi.Transfer;
import org.motorpool.dispatch.contract.OperationApi.Venue;

/** What the plan of an event must satisfy by itself; the first bad field is a problem that names it. */
final class PlanRules {

    private static final int LONGEST_CODE = 20;
    private static final long MOST_PERSONS = 5_000;
    private static final long MOST_SEATS = 55;
    private static final long MOST_MINUTES = 1_440;
    private static final long MOST_VEHICLES = 50;
    private static final int MOST_ITEMS = 2_000;
    private static final int MOST_PARTS = 200;
    private static final long LONGEST_DAYS = 30;

    private final EventPlan plan;
    private final Set<String> venues;
    private final Set<String> groups;

    private PlanRules(EventPlan plan) {
        this.plan = plan;
        venues = plan.venues().stream().map(Venue::code).collect(Collectors.toSet());
        groups = plan.groups().stream().map(Group::code).collect(Collectors.toSet());
    }

    /** The plan, if it is complete, consistent, and not too large. */
    static EventPlan require(@Nullable EventPlan plan) {
        PlanRules rules = new PlanRules(required("plan", plan));
        rules.codes();
        rules.plan.transfers().forEach(rules::transfer);
        rules.plan.shuttles().forEach(rules::shuttle);
        rules.plan.convoys().forEach(rules::convoy);
        rules.size();
        return rules.plan;
    }

    private void codes() {
        unique("plan.venues", plan.venues().stream().map(Venue::code).toList());
        unique("plan.groups", plan.groups().stream().map(Group::code).toList());
        unique("plan.transfers", plan.transfers().stream().map(Transfer::code).toList());
        unique("plan.shuttles", plan.shuttles().stream().map(Shuttle::code).toList());
        unique("plan.convoys", plan.convoys().stream().map(Convoy::code).toList());
        plan.venues().forEach(venue -> required("plan.venues.place", venue.place()));
        plan.groups().forEach(PlanRules::group);
    }

    private static void unique(String field, List<@Nullable String> codes) {
        Set<String> seen = new HashSet<>();
        codes.forEach(code -> {
            if (!seen.add(text(field + ".code", code, LONGEST_CODE))) {
                throw bad(field + ".code", "“%s”重复".formatted(code), "\"%s\" comes twice".formatted(code));
            }
        });
        if (codes.size() > MOST_PARTS) {
            throw bad(field, "最多 %d 项".formatted(MOST_PARTS), "has %d entries at most".formatted(MOST_PARTS));
        }
    }

    private static void group(Group group) {
        text("plan.groups.name", group.name(), 50);
        text("plan.groups.category", group.category(), 20);
        number("plan.groups.persons", asLong(group.persons()), 1, MOST_PERSONS);
    }

    private void transfer(Transfer transfer) {
        known("plan.transfers.group", groups, transfer.group());
        known("plan.transfers.from", venues, transfer.from());
        known("plan.transfers.to", venues, transfer.to());
        required("plan.transfers.departAt", transfer.departAt());
        number("plan.transfers.minutes", asLong(transfer.minutes()), 1, MOST_MINUTES);
        number("plan.transfers.seats", asLong(transfer.seats()), 1, MOST_SEATS);
        capacity(transfer);
    }

    /** A slot takes no more vehicles than its place does. */
    private void capacity(Transfer transfer) {
        int persons = plan.groups().stream()
                .filter(group -> group.code().equals(transfer.group()))
                .findFirst()
                .orElseThrow()
                .persons();
        int needed = Expansion.vehicles(persons, transfer.seats());
        if (transfer.vehiclesMax() != null && needed > transfer.vehiclesMax()) {
            throw overCapacity(transfer.code(), needed, transfer.vehiclesMax());
        }
    }

    private static RuntimeException overCapacity(String slot, int needed, int most) {
        return Problem.of(
                        422,
                        "slot-over-capacity",
                        "超出容量 Over capacity",
                        "时段 %s 需要 %d 辆车，最多容纳 %d 辆，请分时段或使用更大车辆".formatted(slot, needed, most),
                        "slot %s needs %d vehicles and takes %d; use more slots or larger vehicles"
                                .formatted(slot, needed, most),
                        "plan.transfers.vehiclesMax")
                .asException();
    }

    private void shuttle(Shuttle shuttle) {
        if (shuttle.line().size() < 2) {
            throw bad("plan.shuttles.line", "至少两个站点", "has two venues at least");
        }
        shuttle.line().forEach(stop -> known("plan.shuttles.line", venues, stop));
        text("plan.shuttles.category", shuttle.category(), 20);
        required("plan.shuttles.firstDay", shuttle.firstDay());
        required("plan.shuttles.firstAt", shuttle.firstAt());
        required("plan.shuttles.lastAt", shuttle.lastAt());
        if (required("plan.shuttles.lastDay", shuttle.lastDay()).isBefore(shuttle.firstDay())
                || ChronoUnit.DAYS.between(shuttle.firstDay(), shuttle.lastDay()) > LONGEST_DAYS) {
            throw bad("plan.shuttles.lastDay", "应不早于首日，且不超过 30 天", "must not be before firstDay, nor 30 days after");
        }
        if (shuttle.lastAt().isBefore(shuttle.firstAt())) {
            throw bad("plan.shuttles.lastAt", "应不早于首班时间", "must not be before firstAt");
        }
        number("plan.shuttles.everyMinutes", asLong(shuttle.everyMinutes()), 5, MOST_MINUTES);
        number("plan.shuttles.minutes", asLong(shuttle.minutes()), 1, MOST_MINUTES);
        number("plan.shuttles.seats", asLong(shuttle.seats()), 1, MOST_SEATS);
        number("plan.shuttles.vehicles", asLong(shuttle.vehicles()), 1, MOST_VEHICLES);
    }

    private void convoy(Convoy convoy) {
        known("plan.convoys.group", groups, convoy.group());
        known("plan.convoys.from", venues, convoy.from());
        known("plan.convoys.to", venues, convoy.to());
        required("plan.convoys.departAt", convoy.departAt());
        text("plan.convoys.leader", convoy.leader(), 50);
        number("plan.convoys.minutes", asLong(convoy.minutes()), 1, MOST_MINUTES);
        number("plan.convoys.vehicles", asLong(convoy.vehicles()), 1, MOST_VEHICLES);
        number("plan.convoys.seats", asLong(convoy.seats()), 1, MOST_SEATS);
    }

    private void size() {
        long items = plan.transfers().size()
                + plan.convoys().size()
                + plan.shuttles().size();
        if (items == 0) {
            throw bad("plan", "没有任何用车安排", "moves nobody");
        }
        for (Shuttle shuttle : plan.shuttles()) {
            long departures =
                    (ChronoUnit.MINUTES.between(shuttle.firstAt(), shuttle.lastAt()) / shuttle.everyMinutes() + 1)
                            * (ChronoUnit.DAYS.between(shuttle.firstDay(), shuttle.lastDay()) + 1);
            items += departures * shuttle.vehicles();
        }
        if (items > MOST_ITEMS) {
            throw bad(
                    "plan",
                    "最多 %d 辆次，请拆分活动".formatted(MOST_ITEMS),
                    "makes more than %d requests; part it".formatted(MOST_ITEMS));
        }
    }

    private static void known(String field, Set<String> codes, @Nullable String code) {
        if (code == null || !codes.contains(code)) {
            throw bad(field, "“%s”未定义".formatted(code), "\"%s\" is not defined in the plan".formatted(code));
        }
    }

    private static @Nullable Long asLong(@Nullable Integer value) {
        return value == null ? null : value.longValue();
    }
}
