package org.motorpool.dispatch.bench.booking;

import java.time.Duration;
import java.time.Instant;

/** What those do who decide: decide, step by step or alone, and let others decide for them. */
final class Deciding {

    private final Fleet fleet;
    private final Things things;
    private final Person person;

    Deciding(Fleet fleet, Things things, Person person) {
        this.fleet = fleet;
        this.things = things;
        this.person = person;
    }

    /** Mostly by an approver; now and then on an own request, which is refused, or by somebody whom the step may name or not. */
    void decide(Things.Request request) throws InterruptedException {
        Fleet.Unit unit = fleet.unitOf(request.unit);
        int choice = person.random.nextInt(24);
        boolean own = choice < 2;
        String token =
                own ? unit.selfApprover() : choice < 7 ? unit.officer() : choice < 10 ? unit.deputy() : unit.approver();
        Calls.Answer answer =
                person.act(token, "requests/%s/decisions".formatted(request.id), request.version, decision());
        person.require(!own || !request.own || !Person.isDone(answer), "somebody decided on their own request", answer);
        Requesters.see(request, answer);
    }

    private String decision() {
        int choice = person.random.nextInt(10);
        String decision = choice < 8 ? "APPROVE" : choice < 9 ? "RETURN" : "REJECT";
        return "{\"decision\":\"%s\",\"reason\":\"随机\"}".formatted(decision);
    }

    /** For an hour. */
    void delegate() throws InterruptedException {
        int unit = person.random.nextInt(Fleet.UNITS);
        Instant now = Instant.now();
        Calls.Answer answer = person.act(
                fleet.unitOf(unit).approver(),
                "approval-delegations",
                null,
                "{\"delegate\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"随机\"}"
                        .formatted(Fleet.deputy(unit), now, now.plus(Duration.ofHours(1))));
        if (Person.isDone(answer)) {
            things.delegations.add(new Things.Owned(unit, answer.require("id")));
        }
    }

    void revoke() throws InterruptedException {
        var given = things.delegations.take(person.random);
        if (given.isPresent()) {
            person.act(
                    fleet.unitOf(given.get().unit()).approver(),
                    "approval-delegations/%s/revoke".formatted(given.get().id()),
                    null,
                    "{}");
        }
    }
}
