package org.motorpool.dispatch.bench.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.motorpool.dispatch.bench.booking.Fleet.Kind;

/** What is kept of vehicles: expenses, of orders and of none, corrected and cancelled; odometers; moves. */
final class Spending {

    static final String SUPPLIER = "停车场 walk";
    private static final int MOST_FEN = 100_000;

    /** More than anybody drives meanwhile, so that an exchanged odometer never reads less than the one before. */
    private static final int EXCHANGED_km = 1000;

    private static final String EXPENSE = """
            {"vehicleId":"%s",%s,"kind":"PARKING","incurredAt":"%s","amount_fen":%d,"supplier":"%s","designated":true}""";
    static final String READING = """
            {"readAt":"%s","odometer_km":%d,"source":"%s","reason":%s}""";

    private final Fleet fleet;
    private final Things things;
    private final Person person;

    Spending(Fleet fleet, Things things, Person person) {
        this.fleet = fleet;
        this.things = things;
        this.person = person;
    }

    void spend() throws InterruptedException {
        int vehicle = vehicle();
        Instant at = Instant.now().plus(Duration.ofHours(person.onceIn(20) ? 24 : -1));
        long amount_fen = 1 + person.random.nextInt(MOST_FEN);
        String body = EXPENSE.formatted(
                Fleet.id(Kind.VEHICLE, vehicle), "\"noOrderReason\":\"随机\"", at, amount_fen, SUPPLIER);
        Calls.Answer answer = person.act(fleet.unitOf(vehicle).dispatcher(), "expenses", null, body);
        person.require(
                at.isBefore(Instant.now()) || !Person.isDone(answer), "an expense in the future was taken", answer);
        if (Person.isDone(answer)) {
            things.confirmed_fen.addAndGet(amount_fen);
            things.expenses.add(new Things.Expense(vehicle % Fleet.UNITS, answer.require("id"), body, amount_fen));
        }
    }

    /** Of an order; the user of a lent vehicle pays it. */
    void spendOn(Things.Request request) throws InterruptedException {
        if (!request.isDriven()) {
            return;
        }
        long amount_fen = 1 + person.random.nextInt(MOST_FEN);
        String body = EXPENSE.formatted(
                Fleet.id(Kind.VEHICLE, request.vehicle),
                "\"orderId\":\"%s\"".formatted(request.orderId),
                Instant.now(),
                amount_fen,
                SUPPLIER);
        Calls.Answer answer = person.act(fleet.unitOf(request.vehicle).dispatcher(), "expenses", null, body);
        if (Person.isDone(answer)) {
            things.confirmed_fen.addAndGet(amount_fen);
            remember(
                    request, new Things.Expense(request.vehicle % Fleet.UNITS, answer.require("id"), body, amount_fen));
        }
    }

    /** A guest's is changed later, also when it is billed; what a neighbour was charged is disputed instead. */
    private void remember(Things.Request request, Things.Expense expense) {
        if (request.guest && !request.isLent()) {
            things.expenses.add(expense);
        }
    }

    void change() throws InterruptedException {
        Optional<Things.Expense> known = things.expenses.take(person.random);
        if (known.isPresent() && person.random.nextBoolean()) {
            cancel(known.get());
        } else if (known.isPresent()) {
            correct(known.get());
        }
    }

    private void cancel(Things.Expense expense) throws InterruptedException {
        Calls.Answer answer = person.act(
                fleet.unitOf(expense.unit()).dispatcher(),
                "expenses/%s/cancel".formatted(expense.id()),
                null,
                "{\"reason\":\"随机\"}");
        things.confirmed_fen.addAndGet(Person.isDone(answer) ? -expense.amount_fen() : 0);
    }

    private void correct(Things.Expense expense) throws InterruptedException {
        long amount_fen = 1 + person.random.nextInt(MOST_FEN);
        String body = expense.body().replaceFirst("\"amount_fen\":\\d+", "\"amount_fen\":" + amount_fen);
        Calls.Answer answer = person.put(
                fleet.unitOf(expense.unit()).dispatcher(),
                "expenses/" + expense.id(),
                "{\"expense\":%s,\"reason\":\"随机\"}".formatted(body));
        if (Person.isDone(answer)) {
            things.confirmed_fen.addAndGet(amount_fen - expense.amount_fen());
            things.expenses.add(new Things.Expense(expense.unit(), expense.id(), body, amount_fen));
        }
    }

    /** An officer reads the odometer; now and then it was exchanged for one that reads more. */
    void readOdometer() throws InterruptedException {
        int vehicle = vehicle();
        boolean exchanged = person.onceIn(10);
        Instant at = Instant.now();
        long odometer_km = things.odometer_km(vehicle) + (exchanged ? EXCHANGED_km : 0);
        Calls.Answer answer = person.act(
                fleet.unitOf(vehicle).officer(),
                "vehicles/%s/odometer".formatted(Fleet.id(Kind.VEHICLE, vehicle)),
                null,
                READING.formatted(
                        at, odometer_km, exchanged ? "CORRECTION" : "INSPECTION", exchanged ? "\"换表\"" : "null"));
        if (Person.isDone(answer)) {
            things.read(vehicle, odometer_km);
        }
    }

    /** Somebody says of some minutes what the vehicle was moved for. */
    void move() throws InterruptedException {
        int vehicle = vehicle();
        Instant from = Instant.now().minusSeconds(person.random.nextInt(600));
        person.act(
                fleet.unitOf(vehicle).officer(),
                "vehicles/%s/moves".formatted(Fleet.id(Kind.VEHICLE, vehicle)),
                null,
                "{\"from\":\"%s\",\"to\":\"%s\",\"purpose\":\"REPOSITIONING\",\"reason\":\"随机\"}"
                        .formatted(from, from.plusSeconds(1 + person.random.nextInt(120))));
    }

    private int vehicle() {
        return Fleet.VEHICLES + person.random.nextInt(Fleet.WALK_VEHICLES);
    }
}
