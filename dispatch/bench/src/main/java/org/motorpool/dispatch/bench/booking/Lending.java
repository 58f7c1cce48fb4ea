package org.motorpool.dispatch.bench.booking;

import java.util.Optional;

/** What units do that lend to their neighbours: offer vehicles, withdraw the offer, take a vehicle back. */
final class Lending {

    /** The offers that are there from the beginning stay. */
    static final String OFFER = """
            {"unitId":"%s","name":"共享","unitsBelow":false,"terms":{},"free":%s,"tariffId":%s,"cutoffHours":%d,\
            "userCodes":["%s"],"validFrom":"2026-01-01","validTo":"2100-01-01"}""";

    private final Fleet fleet;
    private final Things things;
    private final Person person;

    Lending(Fleet fleet, Things things, Person person) {
        this.fleet = fleet;
        this.things = things;
        this.person = person;
    }

    /** A unit offers its vehicles for nothing to any other. */
    void offer() throws InterruptedException {
        int unit = person.random.nextInt(Fleet.UNITS);
        String user = Fleet.code(person.random.nextInt(Fleet.UNITS));
        Calls.Answer answer = person.act(
                fleet.unitOf(unit).officer(),
                "pool-offers",
                null,
                OFFER.formatted(fleet.unitOf(unit).id(), true, null, person.random.nextInt(48), user));
        if (Person.isDone(answer)) {
            things.offers.add(new Things.Owned(unit, answer.require("id")));
        }
    }

    void withdraw() throws InterruptedException {
        Optional<Things.Owned> offer = things.offers.take(person.random);
        if (offer.isPresent()) {
            person.act(
                    fleet.unitOf(offer.get().unit()).officer(),
                    "pool-offers/%s/withdraw".formatted(offer.get().id()),
                    null,
                    "{}");
        }
    }

    /** The owner takes a lent vehicle for a request of its own; now and then for one that is not its own, which is refused. */
    void takeBack(Things.Request lent) throws InterruptedException {
        if (!lent.isLent()) {
            return;
        }
        Fleet.Unit owner = fleet.unitOf(lent.vehicle);
        Optional<Things.Request> wanted = person.onceIn(10) ? things.requests.any(person.random) : own(owner.number());
        if (wanted.isEmpty()) {
            return;
        }
        Calls.Answer answer = person.act(
                owner.dispatcher(),
                "orders/%s/take-back".formatted(lent.orderId),
                lent.orderVersion,
                "{\"requestId\":\"%s\",\"reason\":\"随机\"}".formatted(wanted.get().id));
        person.require(
                wanted.get().unit == owner.number() || !Person.isDone(answer), "taken back for somebody else", answer);
        if (Person.isDone(answer)) {
            wanted.get().status = "ASSIGNED";
            Requesters.seeOrder(wanted.get(), answer.body());
            lent.status = "APPROVED";
            lent.orderStatus = "CANCELLED";
        }
    }

    private Optional<Things.Request> own(int unit) {
        return things.requests.all().stream()
                .filter(request -> request.unit == unit && request.status.equals("APPROVED"))
                .findAny();
    }
}
