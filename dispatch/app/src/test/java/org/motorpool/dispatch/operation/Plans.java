package org.motorpool.dispatch.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.motorpool.dispatch.contract.OperationApi.Convoy;
import org.motorpool.dispatch.contract.OperationApi.EventPlan;
import org.motorpool.dispatch.contract.OperationApi.Group;
import org.motorpool.dispatch.contract.OperationApi.Shuttle;
import org.motorpool.dispatch.contract.OperationApi.Transfer;
import org.motorpool.dispatch.contract.OperationApi.Venue;
import org.motorpool.dispatch.contract.VehicleApi.Place;

/** Object mother: a conference of ten delegates in cars for four, a shuttle, and a convoy. */
final class Plans {

    static final List<Venue> VENUES = List.of(
            new Venue("HOTEL", new Place("浦东宾馆", 31.22, 121.54)), new Venue("HALL", new Place("世博中心", 31.19, 121.49)));

    private Plans() {}

    static EventPlan of(Transfer... transfers) {
        return new EventPlan(VENUES, List.of(group(10)), List.of(transfers), List.of(), List.of());
    }

    static EventPlan of(Shuttle shuttle) {
        return new EventPlan(VENUES, List.of(), List.of(), List.of(shuttle), List.of());
    }

    static EventPlan of(Convoy convoy) {
        return new EventPlan(VENUES, List.of(group(5)), List.of(), List.of(), List.of(convoy));
    }

    static Group group(int persons) {
        return new Group("G1", "代表团", persons, "QT");
    }

    static Transfer transfer(String code, Instant departAt, Integer vehiclesMax) {
        return new Transfer(code, "G1", "HOTEL", "HALL", departAt, 60, 4, vehiclesMax);
    }

    static Shuttle shuttle(LocalDate day) {
        return new Shuttle(
                "L1",
                List.of("HOTEL", "HALL"),
                day,
                day.plusDays(1),
                LocalTime.of(8, 0),
                LocalTime.of(10, 0),
                60,
                30,
                20,
                2,
                "QT");
    }

    static Convoy convoy(Instant departAt) {
        return new Convoy("C1", "G1", "HALL", "HOTEL", departAt, 90, 2, 4, "张处长");
    }
}
