package org.motorpool.dispatch.bench.booking;

import java.util.Optional;

/** One of the people of a random walk: now a requester, now an approver, dispatcher, driver or officer of some unit. */
final class Walker {

    private static final int AS_IT_SHOULD_BE_PERCENT = 80;
    private static final int AGAIN = 5;
    private static final Object NOTHING = new Object();

    private final Things things;
    private final Person person;
    private final Requesters requesters;
    private final Renting renting;
    private final Driving driving;
    private final Deciding deciding;
    private final Abroad abroad;
    private final Menu<Object> anything = new Menu<>();
    private final Menu<Things.Request> service = new Menu<>();
    private final Menu<Things.Request> whatever = new Menu<>();

    Walker(Fleet fleet, Things things, Person person) {
        this.things = things;
        this.person = person;
        this.requesters = new Requesters(fleet, things, person);
        this.renting = new Renting(fleet, things, person);
        this.driving = new Driving(fleet, things, person);
        this.deciding = new Deciding(fleet, things, person);
        Dispatching dispatching = new Dispatching(fleet, things, person);
        Spending spending = new Spending(fleet, things, person);
        Lending lending = new Lending(fleet, things, person);
        this.abroad = new Abroad(fleet, things, person);
        withoutRequest(dispatching, spending, lending, abroad);
        organisation(new Organising(fleet, things, person), new Settling(fleet, person), new Billing(fleet, person));
        service.with(16, dispatching::assign)
                .with(2, dispatching::bulk)
                .with(2, dispatching::assignAbroad)
                .with(1, renting::rent)
                .with(1, abroad::inquire);
        withRequest(dispatching, spending, lending, abroad);
    }

    private void withoutRequest(Dispatching dispatching, Spending spending, Lending lending, Abroad abroad) {
        anything.with(16, _ -> requesters.submit())
                .with(3, _ -> spending.spend())
                .with(2, _ -> spending.change())
                .with(1, _ -> spending.readOdometer())
                .with(1, _ -> spending.move())
                .with(1, _ -> deciding.delegate())
                .with(1, _ -> deciding.revoke())
                .with(2, _ -> dispatching.repair())
                .with(1, _ -> lending.offer())
                .with(1, _ -> lending.withdraw())
                .with(14, _ -> abroad.step());
    }

    private void organisation(Organising organising, Settling settling, Billing billing) {
        anything.with(1, _ -> organising.convene())
                .with(2, _ -> organising.decide())
                .with(1, _ -> organising.mobilise())
                .with(1, _ -> organising.release())
                .with(6, _ -> settling.step())
                .with(3, _ -> billing.step());
    }

    private void withRequest(Dispatching dispatching, Spending spending, Lending lending, Abroad abroad) {
        whatever.with(1, deciding::decide)
                .with(1, requesters::cancel)
                .with(1, requesters::resubmit)
                .with(2, requesters::look)
                .with(1, dispatching::assign)
                .with(1, dispatching::cancel)
                .with(1, dispatching::reassign)
                .with(1, dispatching::swap)
                .with(1, dispatching::noShow)
                .with(1, driving::drive)
                .with(1, spending::spendOn)
                .with(2, lending::takeBack)
                .with(1, renting::rent)
                .with(1, abroad::inquire);
    }

    void step() throws InterruptedException {
        Optional<Things.Request> known = person.onceIn(4) ? Optional.empty() : request();
        if (known.isPresent()) {
            actOn(known.get());
        } else {
            anything.any(person.random).take(NOTHING);
        }
    }

    /** Seldom one that has come to its end. */
    private Optional<Things.Request> request() {
        Optional<Things.Request> found = things.requests.any(person.random);
        for (int again = 0;
                again < AGAIN && found.filter(Things.Request::hasEnded).isPresent();
                again++) {
            found = things.requests.any(person.random);
        }
        return found;
    }

    /** Mostly what the state asks for, sometimes anything. */
    private void actOn(Things.Request request) throws InterruptedException {
        String state = person.random.nextInt(100) < AS_IT_SHOULD_BE_PERCENT ? request.status : "";
        switch (state) {
            case "SUBMITTED" -> deciding.decide(request);
            case "RETURNED" -> requesters.resubmit(request);
            case "APPROVED" -> serve(request);
            case "ASSIGNED", "UNDERWAY" -> goOn(request);
            default -> whatever.any(person.random).take(request);
        }
    }

    private void serve(Things.Request request) throws InterruptedException {
        if (request.abroad && !person.onceIn(3)) {
            abroad.inquire(request);
        } else {
            service.any(person.random).take(request);
        }
    }

    private void goOn(Things.Request request) throws InterruptedException {
        if (request.isDriven()) {
            driving.drive(request);
        } else if (request.rentalId != null) {
            renting.end(request);
        } else {
            requesters.look(request);
        }
    }
}
