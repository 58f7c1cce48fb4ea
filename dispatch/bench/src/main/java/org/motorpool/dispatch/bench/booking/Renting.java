package org.motorpool.dispatch.bench.booking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;

/** What dispatchers do with what they rent: order, close with an invoice, cancel. */
final class Renting {

    private static final int MOST_FEN = 100_000;

    private final Fleet fleet;
    private final Things things;
    private final Person person;

    Renting(Fleet fleet, Things things, Person person) {
        this.fleet = fleet;
        this.things = things;
        this.person = person;
    }

    void rent(Things.Request request) throws InterruptedException {
        String token = fleet.unitOf(request.unit).dispatcher();
        Iterator<JsonNode> suppliers = person.get(token, "rental-suppliers?limit=1")
                .body()
                .path("items")
                .iterator();
        if (!suppliers.hasNext()) {
            return;
        }
        Calls.Answer answer = person.act(
                token,
                "rental-orders",
                null,
                "{\"requestId\":\"%s\",\"supplierId\":\"%s\",\"plate\":\"沪Z00001\",\"driverName\":\"外聘\"}"
                        .formatted(request.id, suppliers.next().path("id").asText()));
        if (Person.isDone(answer)) {
            request.rentalId = answer.require("id");
            request.status = "ASSIGNED";
            request.orderId = null;
        }
    }

    /** Driven and invoiced, or not wanted any more. */
    void end(Things.Request request) throws InterruptedException {
        if (request.rentalId == null) {
            return;
        }
        if (person.onceIn(4)) {
            cancel(request);
        } else {
            close(request);
        }
    }

    private void close(Things.Request request) throws InterruptedException {
        long amount_fen = 1 + person.random.nextInt(MOST_FEN);
        Calls.Answer answer = act(
                request,
                "close",
                "{\"amount_fen\":%d,\"distance_km\":%d}".formatted(amount_fen, person.random.nextInt(100)));
        if (Person.isDone(answer)) {
            things.rented_fen.addAndGet(amount_fen);
            request.status = "CLOSED";
            request.rentalId = null;
        }
    }

    private void cancel(Things.Request request) throws InterruptedException {
        Calls.Answer answer = act(request, "cancel", "{\"reason\":\"随机\",\"reasonCode\":\"OTHER\"}");
        if (Person.isDone(answer)) {
            request.status = "APPROVED";
            request.rentalId = null;
        }
    }

    private Calls.Answer act(Things.Request request, String act, String body) throws InterruptedException {
        String token = fleet.unitOf(request.unit).dispatcher();
        return person.act(token, "rental-orders/%s/%s".formatted(request.rentalId, act), null, body);
    }
}
