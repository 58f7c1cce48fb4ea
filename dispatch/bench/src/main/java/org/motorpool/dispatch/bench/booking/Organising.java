package org.motorpool.dispatch.bench.booking;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What organisers do: a conference as one thing, and an emergency that takes vehicles and gives them back. */
final class Organising {

    private static final int LAST_HOUR = 40;
    private static final String EVENT = """
            {"unitId":"%s","name":"论坛","plan":{"venues":[{"code":"HOTEL","place":{"name":"宾馆","latitude":31.22,"longitude":121.54}},\
            {"code":"HALL","place":{"name":"会场","latitude":31.19,"longitude":121.49}}],\
            "groups":[{"code":"G1","name":"代表团","persons":%d,"category":"QT"}],\
            "transfers":[{"code":"T1","group":"G1","from":"HOTEL","to":"HALL","departAt":"%s","minutes":30,"seats":4}]}}""";
    private static final String MOBILISATION = """
            {"unitId":"%s","name":"征调","mobilisation":{"reason":"防汛抢险","assembly":{"name":"应急中心","latitude":31.22,"longitude":121.54},\
            "needs":[{"code":"N1","seats":%d,"vehicles":1}],"from":"%s","until":"%s"}}""";
    private static final String WHY = "{\"reason\":\"随机\"}";

    private final Fleet fleet;
    private final Things things;
    private final Person person;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);

    Organising(Fleet fleet, Things things, Person person) {
        this.fleet = fleet;
        this.things = things;
        this.person = person;
    }

    private Instant soon() {
        return now.plus(Duration.ofMinutes(60 + 30L * person.random.nextInt(2 * LAST_HOUR)));
    }

    void convene() throws InterruptedException {
        Fleet.Unit unit = anyUnit();
        Calls.Answer answer = person.act(
                unit.dispatcher(),
                "operations",
                null,
                EVENT.formatted(unit.id(), 1 + person.random.nextInt(8), soon()));
        if (Person.isDone(answer)) {
            String id = answer.require("id");
            things.events.add(new Things.Owned(unit.number(), id));
            take(unit.number(), "SUBMITTED", act(unit.dispatcher(), id, "commit", ""));
        }
    }

    /** Approved or rejected as one by an approver, or called off. */
    void decide() throws InterruptedException {
        Optional<Things.Owned> event = things.events.take(person.random);
        if (event.isPresent() && person.onceIn(3)) {
            act(fleet.unitOf(event.get().unit()).dispatcher(), event.get().id(), "cancel", WHY);
        } else if (event.isPresent()) {
            String decision = person.onceIn(5) ? "REJECT" : "APPROVE";
            act(
                    fleet.unitOf(event.get().unit()).approver(),
                    event.get().id(),
                    "decision",
                    "{\"decision\":\"%s\",\"reason\":\"随机\"}".formatted(decision));
            things.events.add(event.get());
        }
    }

    void mobilise() throws InterruptedException {
        Fleet.Unit unit = anyUnit();
        Instant from = soon();
        Calls.Answer answer = person.act(
                unit.officer(),
                "operations",
                null,
                MOBILISATION.formatted(unit.id(), Fleet.WALK_SEATS, from, from.plus(Duration.ofHours(3))));
        if (Person.isDone(answer)) {
            String id = answer.require("id");
            things.mobilisations.add(new Things.Owned(unit.number(), id));
            take(unit.number(), "ASSIGNED", act(unit.officer(), id, "commit", ""));
        }
    }

    void release() throws InterruptedException {
        Optional<Things.Owned> mobilisation = things.mobilisations.take(person.random);
        if (mobilisation.isPresent()) {
            act(
                    fleet.unitOf(mobilisation.get().unit()).officer(),
                    mobilisation.get().id(),
                    "release",
                    WHY);
        }
    }

    private Fleet.Unit anyUnit() {
        return fleet.unitOf(person.random.nextInt(Fleet.UNITS));
    }

    private Calls.Answer act(String token, String id, String act, String body) throws InterruptedException {
        return person.act(token, "operations/%s/%s".formatted(id, act), null, body);
    }

    /** The requests of an operation are ones like others from now on. */
    private void take(int unit, String status, Calls.Answer committed) {
        for (JsonNode item : committed.body().path("items")) {
            if (item.path("requestId").isTextual()) {
                things.requests.add(
                        new Things.Request(unit, item.path("requestId").asText(), status));
            }
        }
    }
}
