package org.motorpool.dispatch.bench.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.motorpool.dispatch.bench.booking.Fleet.Kind;

/** What dispatchers do with requests and orders. */
final class Dispatching {

    private static final String ORDER = "{\"requestId\":\"%s\",\"vehicleId\":\"%s\",\"driverId\":\"%s\"}";
    private static final String SWAP = """
            {"vehicleId":"%s","driverId":"%s","place":{"name":"路边","latitude":31.25,"longitude":121.55},"at":"%s",\
            "odometer_km":%d,"reason":"随机"}""";
    private static final int FAST_s = 290;
    private static final int TRIES = 40;
    private static final List<String> CAUSES = List.of("REQUESTER", "VEHICLE", "OTHER");

    private final Fleet fleet;
    private final Things things;
    private final Person person;

    Dispatching(Fleet fleet, Things things, Person person) {
        this.fleet = fleet;
        this.things = things;
        this.person = person;
    }

    /** A vehicle of the unit, now and then one of a neighbour or of anybody; they have two each. */
    int vehicle(int unit) {
        int choice = person.random.nextInt(20);
        int of = choice < 5 ? Fleet.neighbour(unit) : choice < 6 ? person.random.nextInt(Fleet.UNITS) : unit;
        return Fleet.VEHICLES + of + Fleet.UNITS * person.random.nextInt(2);
    }

    private String order(Things.Request request) {
        int vehicle = vehicle(request.unit);
        int driver = person.onceIn(5) ? vehicle(request.unit) : vehicle;
        return ORDER.formatted(request.id, Fleet.id(Kind.VEHICLE, vehicle), Fleet.id(Kind.DRIVER, driver));
    }

    void assign(Things.Request request) throws InterruptedException {
        if (person.onceIn(3)) {
            join(request);
            return;
        }
        assigned(request, person.act(dispatcher(request), "orders", null, order(request)));
    }

    /** 合乘: into the vehicle of another request, now and then of another unit, or of riders who did not agree. */
    private void join(Things.Request request) throws InterruptedException {
        var other = IntStream.range(0, TRIES)
                .mapToObj(_ -> things.requests.any(person.random))
                .flatMap(Optional::stream)
                .filter(each -> each.orderId != null && (each.unit == request.unit || person.onceIn(20)))
                .findFirst();
        if (other.isPresent()) {
            String body = "{\"requestId\":\"%s\",\"ridesWithId\":\"%s\"}".formatted(request.id, other.get().orderId);
            assigned(request, person.act(dispatcher(request), "orders", null, body));
        }
    }

    /** A dispatcher of all units has a vehicle of another region, under an agreement. */
    void assignAbroad(Things.Request request) throws InterruptedException {
        int vehicle = Fleet.VEHICLES + Fleet.partner(request.unit) + Fleet.UNITS * person.random.nextInt(2);
        String body = ORDER.formatted(request.id, Fleet.id(Kind.VEHICLE, vehicle), Fleet.id(Kind.DRIVER, vehicle));
        assigned(request, person.act(fleet.superior(), "orders", null, body));
    }

    private static void assigned(Things.Request request, Calls.Answer answer) {
        if (Person.isDone(answer)) {
            request.status = "ASSIGNED";
            Requesters.seeOrder(request, answer.body());
        }
    }

    /** Two at once, of which each stands for itself. */
    void bulk(Things.Request request) throws InterruptedException {
        var other = things.requests.any(person.random).filter(each -> each.orderId != null);
        String cancelled = other.map(each -> "{\"id\":\"%s\",\"reason\":\"随机\"}".formatted(each.orderId))
                .orElse("");
        Calls.Answer answer = person.act(
                dispatcher(request),
                "orders/bulk",
                null,
                "{\"assign\":[%s],\"cancel\":[%s]}".formatted(order(request), cancelled));
        if (Person.isDone(answer)) {
            for (var item : answer.body()) {
                boolean made = item.path("id").asText().equals(request.id)
                        && item.path("order").isObject();
                if (made) {
                    request.status = "ASSIGNED";
                    Requesters.seeOrder(request, item.path("order"));
                }
            }
        }
    }

    void cancel(Things.Request request) throws InterruptedException {
        if (request.orderId == null) {
            return;
        }
        String cause = CAUSES.get(person.random.nextInt(CAUSES.size()));
        Calls.Answer answer = person.act(
                dispatcher(request),
                "orders/%s/cancel".formatted(request.orderId),
                request.orderVersion,
                "{\"reason\":\"随机\",\"reasonCode\":\"%s\"}".formatted(cause));
        if (Person.isDone(answer)) {
            request.status = "APPROVED";
            request.orderStatus = "CANCELLED";
        }
    }

    /** Now and then by the dispatcher of a unit that has nothing to do with it, who must not succeed. */
    void reassign(Things.Request request) throws InterruptedException {
        if (request.orderId == null) {
            return;
        }
        int vehicle = vehicle(request.unit);
        boolean stranger = person.onceIn(5);
        Calls.Answer answer = person.act(
                stranger ? fleet.unitOf(request.unit + 1).dispatcher() : dispatcher(request),
                "orders/%s/reassign".formatted(request.orderId),
                request.orderVersion,
                "{\"vehicleId\":\"%s\",\"driverId\":\"%s\",\"reason\":\"随机\"}"
                        .formatted(Fleet.id(Kind.VEHICLE, vehicle), Fleet.id(Kind.DRIVER, vehicle)));
        person.require(
                !stranger || !Person.isDone(answer) || sharedWith(answer), "a stranger reassigned an order", answer);
        if (Person.isDone(answer)) {
            Requesters.seeOrder(request, answer.body());
        }
    }

    /** The dispatcher beside may act where a vehicle of theirs was lent. */
    private static boolean sharedWith(Calls.Answer answer) {
        return !answer.body().path("sharing").asText().equals("OWN_UNIT");
    }

    void swap(Things.Request request) throws InterruptedException {
        if (!request.isDriven()) {
            return;
        }
        int vehicle = vehicle(request.unit);
        Instant at = Instant.now();
        Calls.Answer answer = person.act(
                dispatcher(request),
                "orders/%s/swap".formatted(request.orderId),
                request.orderVersion,
                SWAP.formatted(
                        Fleet.id(Kind.VEHICLE, vehicle),
                        Fleet.id(Kind.DRIVER, vehicle),
                        at,
                        things.odometer_km(request.vehicle)));
        if (Person.isDone(answer)) {
            Requesters.seeOrder(request, answer.body());
        }
    }

    void noShow(Things.Request request) throws InterruptedException {
        if (!request.isDriven()) {
            return;
        }
        Calls.Answer answer = person.act(
                dispatcher(request),
                "orders/%s/no-show".formatted(request.orderId),
                request.orderVersion,
                "{\"occurredAt\":\"%s\",\"odometer_km\":%d,\"reason\":\"随机\"}"
                        .formatted(givenUpAt(request), things.odometer_km(request.vehicle)));
        if (Person.isDone(answer)) {
            request.status = "CLOSED";
            Requesters.seeOrder(request, answer.body());
        }
    }

    /** The clock of who waits may be some minutes fast; that of a vehicle on the road is not, as its kilometres have a time. */
    private Instant givenUpAt(Things.Request request) {
        boolean waits = Set.of("ASSIGNED", "ACCEPTED").contains(request.orderStatus);
        return Instant.now().plusSeconds(waits ? person.random.nextInt(FAST_s) : 0);
    }

    /** A vehicle that broke down goes back into service, else there would be none in the end. */
    void repair() throws InterruptedException {
        int vehicle = vehicle(person.random.nextInt(Fleet.UNITS));
        person.patch(
                fleet.unitOf(vehicle).officer(), "vehicles/" + Fleet.id(Kind.VEHICLE, vehicle), "{\"state\":\"IDLE\"}");
    }

    private String dispatcher(Things.Request request) {
        return fleet.unitOf(request.unit).dispatcher();
    }
}
