package org.motorpool.dispatch.bench.booking;

import java.time.Instant;
import java.util.UUID;

/** What drivers do: the next step of their order, with an odometer that now and then runs backwards. */
final class Driving {

    private static final int FAR_km = 60;
    private static final int UNSEEN_km = 3;

    private final Fleet fleet;
    private final Things things;
    private final Person person;

    Driving(Fleet fleet, Things things, Person person) {
        this.fleet = fleet;
        this.things = things;
        this.person = person;
    }

    void drive(Things.Request request) throws InterruptedException {
        if (!request.isDriven()) {
            return;
        }
        String step = next(request.orderStatus);
        Instant at = Instant.now();
        long odometer_km = person.onceIn(15)
                ? things.odometer_km(request.vehicle) - 5
                : things.odometer_km(request.vehicle) + driven_km(step);
        Calls.Answer answer = person.post(
                fleet.driver(request.vehicle),
                "orders/%s/progress".formatted(request.orderId),
                null,
                "{\"eventId\":\"%s\",\"step\":\"%s\",\"occurredAt\":\"%s\",\"odometer_km\":%d}"
                        .formatted(UUID.randomUUID(), step, at, odometer_km));
        if (Person.isDone(answer)) {
            took(request, step, odometer_km);
            Requesters.seeOrder(request, answer.body());
        }
    }

    private static String next(String orderStatus) {
        return switch (orderStatus) {
            case "ASSIGNED" -> "ACCEPT";
            case "ACCEPTED" -> "DEPART";
            case "DEPARTED" -> "ARRIVE";
            default -> "RETURN";
        };
    }

    /** Before a departure some kilometres that no order explains. */
    private long driven_km(String step) {
        return switch (step) {
            case "DEPART" -> person.random.nextInt(UNSEEN_km);
            case "RETURN" -> person.random.nextInt(FAR_km);
            default -> 0;
        };
    }

    private void took(Things.Request request, String step, long odometer_km) {
        if (step.equals("DEPART") || step.equals("RETURN")) {
            things.read(request.vehicle, odometer_km);
        }
        request.status = switch (step) {
            case "RETURN" -> "CLOSED";
            case "ACCEPT" -> "ASSIGNED";
            default -> "UNDERWAY";
        };
    }
}
