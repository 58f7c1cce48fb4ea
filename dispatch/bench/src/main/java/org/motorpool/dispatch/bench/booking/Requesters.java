package org.motorpool.dispatch.bench.booking;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.motorpool.dispatch.bench.booking.Fleet.Kind;

/** What requesters do: ask for a vehicle, plainly, in an emergency, or in another region; ask again, give up, look. */
final class Requesters {

    private static final int LAST_HOUR = 40;

    private static final String REQUEST = """
            {"unitId":"%s","purpose":"公务出行 walk","category":"QT","passengers":%d,\
            "pickup":{"name":"单位","latitude":31.2,"longitude":121.5},\
            "dropoff":{"name":"会场","latitude":31.3,"longitude":121.6},"departAt":"%s","returnAt":"%s","justification":"随机"%s}""";

    /** So soon that somebody may not come while people walk, and late enough to be offered by another region before. */
    private static final Duration SOON = Duration.ofMinutes(2);

    private final Fleet fleet;
    private final Things things;
    private final Person person;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);

    Requesters(Fleet fleet, Things things, Person person) {
        this.fleet = fleet;
        this.things = things;
        this.person = person;
    }

    private String form(int unit) {
        Instant from = person.onceIn(6)
                ? Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(SOON)
                : now.plus(Duration.ofMinutes(60 + 30L * person.random.nextInt(2 * LAST_HOUR)));
        long minutes = person.onceIn(20) ? -30 : 30L * (1 + person.random.nextInt(5));
        return REQUEST.formatted(
                Fleet.id(Kind.UNIT, unit),
                1 + person.random.nextInt(4),
                from,
                from.plus(Duration.ofMinutes(minutes)),
                particulars(unit));
    }

    /** A chain, a region or an emergency, or nothing of it. */
    private String particulars(int unit) {
        return switch (person.random.nextInt(16)) {
            case 0, 1, 2 -> ",\"purposeClass\":\"MEETING\"";
            case 3, 4, 5 -> ",\"hostRegionCode\":\"%s\"".formatted(Fleet.code(Fleet.partner(unit)));
            case 6 -> ",\"emergency\":true,\"emergencyReason\":\"随机\"";
            case 7, 8, 9, 10, 11 ->
                ",\"pooling\":{\"onBoard_minutes\":%s}".formatted(person.onceIn(2) ? "null" : "240");
            default -> "";
        };
    }

    void submit() throws InterruptedException {
        int unit = person.random.nextInt(Fleet.UNITS);
        String token = fleet.unitOf(unit).requester();
        String body = form(unit);
        String key = UUID.randomUUID().toString();
        Calls.Answer answer = person.post(token, "requests", key, body);
        if (Person.isDone(answer)) {
            things.requests.add(new Things.Request(unit, answer.body()));
            if (person.onceIn(10)) {
                repeat(token, key, body, answer.require("id"));
            }
        }
    }

    /** The same again is the same thing; another body under the same key is refused. */
    private void repeat(String token, String key, String body, String id) throws InterruptedException {
        Calls.Answer again = person.post(token, "requests", key, body);
        person.require(
                Person.isDone(again) && again.require("id").equals(id), "a repeated call made another request", again);
        Calls.Answer other = person.post(token, "requests", key, body.replace("walk", "talk"));
        person.require(other.code().equals("idempotency-key-reused"), "a reused key was taken", other);
    }

    void resubmit(Things.Request request) throws InterruptedException {
        act(request, "resubmit", form(request.unit));
    }

    void cancel(Things.Request request) throws InterruptedException {
        act(request, "cancel", "{}");
    }

    private void act(Things.Request request, String act, String body) throws InterruptedException {
        String token = fleet.unitOf(request.unit).requester();
        see(request, person.act(token, "requests/%s/%s".formatted(request.id, act), request.version, body));
    }

    /** What others made of it meanwhile. */
    void look(Things.Request request) throws InterruptedException {
        Fleet.Unit unit = fleet.unitOf(request.unit);
        Calls.Answer seen = person.get(unit.requester(), "requests/" + request.id);
        see(request, seen);
        JsonNode order = seen.body().path("order").path("id");
        if (order.isTextual() && !order.asText().equals(request.rentalId)) {
            Calls.Answer found = person.get(unit.dispatcher(), "orders/" + order.asText());
            if (Person.isDone(found)) {
                seeOrder(request, found.body());
            }
        }
    }

    static void see(Things.Request request, Calls.Answer answer) {
        if (Person.isDone(answer)) {
            request.version = answer.require("version");
            request.status = answer.require("status");
        }
    }

    static void seeOrder(Things.Request request, JsonNode order) {
        request.orderId = order.path("id").asText();
        request.orderVersion = order.path("version").asText();
        request.orderStatus = order.path("status").asText();
        String driver = order.path("driverUsername").asText("");
        request.vehicle = driver.isEmpty() ? 0 : Integer.parseInt(driver.substring("driver".length()));
    }
}
