package org.motorpool.dispatch.operation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.motorpool.dispatch.contract.OperationApi.Convoy;
import org.motorpool.dispatch.contract.OperationApi.EventPlan;
import org.motorpool.dispatch.contract.OperationApi.Group;
import org.motorpool.dispatch.contract.OperationApi.Shuttle;
import org.motorpool.dispatch.contract.OperationApi.Transfer;
import org.motorpool.dispatch.contract.RequestApi.NewRequest;
import org.motorpool.dispatch.contract.VehicleApi.Place;

/** Expands the plan of an event into the requests of its vehicles: the same plan into the same items, with keys that stay. */
final class Expansion {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final UUID unitId;
    private final String name;
    private final EventPlan plan;
    private final List<Item> items = new ArrayList<>();

    private Expansion(UUID unitId, String name, EventPlan plan) {
        this.unitId = unitId;
        this.name = name;
        this.plan = plan;
    }

    /** The items of a plan that {@link PlanRules} let pass. */
    static List<Item> of(UUID unitId, String name, EventPlan plan) {
        Expansion expansion = new Expansion(unitId, name, plan);
        plan.transfers().forEach(expansion::transfer);
        plan.shuttles().forEach(expansion::shuttle);
        plan.convoys().forEach(expansion::convoy);
        return List.copyOf(expansion.items);
    }

    /** Vehicles a number of people need. */
    static int vehicles(int persons, int seats) {
        return Math.ceilDiv(persons, seats);
    }

    private void transfer(Transfer transfer) {
        Group group = group(transfer.group());
        int count = vehicles(group.persons(), transfer.seats());
        for (int i = 0; i < count; i++) {
            int passengers = Math.min(transfer.seats(), group.persons() - i * transfer.seats());
            Ride ride = new Ride(transfer.from(), transfer.to(), transfer.departAt(), transfer.minutes(), passengers);
            add(
                    "T/%s/%d".formatted(transfer.code(), i + 1),
                    "T/" + transfer.code(),
                    group.name(),
                    group.category(),
                    ride);
        }
    }

    private void shuttle(Shuttle shuttle) {
        for (LocalDate day = shuttle.firstDay(); !day.isAfter(shuttle.lastDay()); day = day.plusDays(1)) {
            LocalTime at = shuttle.firstAt();
            while (!at.isAfter(shuttle.lastAt())) {
                departure(shuttle, day, at);
                LocalTime next = at.plusMinutes(shuttle.everyMinutes());
                if (!next.isAfter(at)) {
                    break;
                }
                at = next;
            }
        }
    }

    private void departure(Shuttle shuttle, LocalDate day, LocalTime at) {
        Instant departAt = day.atTime(at).atZone(CHINA).toInstant();
        String slot = "S/%s/%s/%s".formatted(shuttle.code(), day, at);
        for (int i = 1; i <= shuttle.vehicles(); i++) {
            Ride ride = new Ride(
                    shuttle.line().getFirst(), shuttle.line().getLast(), departAt, shuttle.minutes(), shuttle.seats());
            add(slot + "/" + i, slot, "摆渡线" + shuttle.code(), shuttle.category(), ride);
        }
    }

    private void convoy(Convoy convoy) {
        Group group = group(convoy.group());
        int left = group.persons();
        for (int i = 1; i <= convoy.vehicles(); i++) {
            int passengers = Math.clamp(left, 1, convoy.seats());
            left -= passengers;
            Ride ride = new Ride(convoy.from(), convoy.to(), convoy.departAt(), convoy.minutes(), passengers);
            String purpose = "%s车队第%d车，领队%s".formatted(group.name(), i, convoy.leader());
            add("C/%s/%02d".formatted(convoy.code(), i), "C/" + convoy.code(), purpose, group.category(), ride);
        }
    }

    private record Ride(String from, String to, Instant departAt, int minutes, int passengers) {}

    private void add(String key, String slot, String who, String category, Ride ride) {
        NewRequest request = new NewRequest(
                unitId,
                name + "：" + who,
                category,
                ride.passengers(),
                venue(ride.from()),
                venue(ride.to()),
                ride.departAt(),
                ride.departAt().plus(Duration.ofMinutes(ride.minutes())),
                null,
                null,
                null,
                null,
                null,
                "重大活动统一安排：" + name,
                null,
                null);
        items.add(new Item(key, slot, request));
    }

    private Group group(String code) {
        return plan.groups().stream()
                .filter(group -> group.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Place venue(String code) {
        return plan.venues().stream()
                .filter(venue -> venue.code().equals(code))
                .findFirst()
                .orElseThrow()
                .place();
    }
}
