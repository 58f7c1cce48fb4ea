package org.motorpool.dispatch.bench.booking;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What both sides of a use across regions do: inquire, offer, book, give a vehicle, confirm, dispute, settle. */
final class Abroad {

    private static final String CASES = "cross-region-services";
    private static final Set<String> ENDS = Set.of("DECLINED", "CANCELLED", "EXPIRED", "SETTLED");
    private static final int NEWEST = 50;
    static final int MATTERS = 8;
    private static final String WHY = "{\"reason\":\"随机\"}";

    private final Fleet fleet;
    private final Things things;
    private final Person person;

    Abroad(Fleet fleet, Things things, Person person) {
        this.fleet = fleet;
        this.things = things;
        this.person = person;
    }

    /** Of a request that names no region, too, which is refused. */
    void inquire(Things.Request request) throws InterruptedException {
        person.act(
                fleet.unitOf(request.unit).dispatcher(),
                CASES,
                null,
                "{\"requestId\":\"%s\",\"contact\":\"张三\"%s}".formatted(request.id, matter()));
    }

    /** One of a few, which is over when its uses are; now and then none. */
    private String matter() {
        return person.onceIn(3)
                ? ""
                : ",\"matter\":\"事项 %d\",\"matterEndsAt\":\"%s\""
                        .formatted(person.random.nextInt(MATTERS), Instant.now());
    }

    /** Whatever the case asks for. */
    void step() throws InterruptedException {
        Fleet.Unit unit = fleet.unitOf(person.random.nextInt(Fleet.UNITS));
        Optional<JsonNode> found = Listed.any(
                person,
                unit.officer(),
                "%s?limit=%d".formatted(CASES, NEWEST),
                each -> !ENDS.contains(each.path("status").asText()) || person.onceIn(10));
        if (found.isPresent() && found.get().path("role").asText().equals("HOME")) {
            atHome(unit, found.get());
        } else if (found.isPresent()) {
            atHost(unit, found.get());
        }
    }

    private void atHome(Fleet.Unit unit, JsonNode side) throws InterruptedException {
        switch (side.path("status").asText()) {
            case "OFFERED" -> act(unit, side, person.onceIn(6) ? "cancel" : "book", WHY);
            case "BOOKED", "ASSIGNED" -> {
                if (person.onceIn(8)) {
                    act(unit, side, "cancel", WHY);
                }
            }
            case "COMPLETED" -> act(unit, side, "confirm-use", "");
            case "BILLED" -> answer(unit, side);
            case "CONFIRMED", "SETTLED" -> person.act(unit.officer(), path(side, "reconciliation"), null, "");
            default -> act(unit, side, "confirm-use", "");
        }
    }

    /** Now and then a sum that is not that of the bill, which is refused. */
    private void answer(Fleet.Unit unit, JsonNode side) throws InterruptedException {
        if (person.onceIn(3)) {
            Optional<JsonNode> line = Listed.any(person.random, side.path("lines"));
            if (line.isPresent()) {
                act(
                        unit,
                        side,
                        "dispute",
                        "{\"position\":%d,\"reason\":\"随机\"}"
                                .formatted(line.get().path("position").asInt()));
            }
            return;
        }
        boolean wrong = person.onceIn(6);
        long total_fen = side.path("bill_fen").asLong() + (wrong ? 1 : 0);
        Calls.Answer answer = act(unit, side, "confirm-bill", "{\"total_fen\":%d}".formatted(total_fen));
        person.require(!wrong || !Person.isDone(answer), "another sum than that of the bill was confirmed", answer);
    }

    private void atHost(Fleet.Unit unit, JsonNode side) throws InterruptedException {
        switch (side.path("status").asText()) {
            case "INQUIRED" -> {
                boolean none = person.onceIn(8);
                act(unit, side, none ? "decline" : "offer", none ? WHY : offer());
            }
            case "BOOKED" -> serve(unit, side);
            case "ASSIGNED" -> {
                if (person.onceIn(15)) {
                    act(unit, side, "withdraw", WHY);
                }
            }
            case "DISPUTED" -> resolve(unit, side);
            case "CONFIRMED" -> act(unit, side, "settle", "{\"voucherNumber\":\"%s\"}".formatted(UUID.randomUUID()));
            case "CANCELLED" -> act(unit, side, "offer", offer());
            default -> act(unit, side, "settle", "{\"voucherNumber\":\"x\"}");
        }
    }

    private static String offer() {
        return "{\"estimate_fen\":5000,\"expiresAt\":\"%s\"}"
                .formatted(Instant.now().plus(Duration.ofMinutes(1)));
    }

    /** The guest's request is one like others from now on. */
    private void serve(Fleet.Unit unit, JsonNode side) throws InterruptedException {
        String id = side.path("requestId").asText();
        boolean known = things.requests.all().stream().anyMatch(request -> request.id.equals(id));
        if (person.onceIn(20)) {
            act(unit, side, "withdraw", WHY);
        } else if (!known) {
            Things.Request guest = new Things.Request(unit.number(), id, "APPROVED");
            guest.guest = true;
            things.requests.add(guest);
        }
    }

    private void resolve(Fleet.Unit unit, JsonNode side) throws InterruptedException {
        for (JsonNode dispute : side.path("disputes")) {
            if (dispute.path("status").asText().equals("OPEN")) {
                String credit_fen =
                        person.random.nextBoolean() ? Integer.toString(1 + person.random.nextInt(2000)) : "null";
                act(
                        unit,
                        side,
                        "answer-dispute",
                        "{\"position\":%d,\"credit_fen\":%s,\"resolution\":\"随机\"}"
                                .formatted(dispute.path("position").asInt(), credit_fen));
            }
        }
    }

    private Calls.Answer act(Fleet.Unit unit, JsonNode side, String act, String body) throws InterruptedException {
        return person.act(unit.officer(), path(side, act), side.path("version").asText(), body);
    }

    private static String path(JsonNode side, String act) {
        return "%s/%s/%s".formatted(CASES, side.path("id").asText(), act);
    }
}
