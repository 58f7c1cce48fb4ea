package org.motorpool.dispatch.bench.booking;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.hc.core5.http.Method;
import org.jspecify.annotations.Nullable;
import org.motorpool.dispatch.bench.booking.Fleet.Kind;

/** One of the people of a random walk: now a requester, now an approver, dispatcher or driver of some unit. */
final class Walker {

    private static final int LAST_HOUR = 40;
    private static final int FAR_km = 60;

    private static final String ORDER = "{\"requestId\":\"%s\",\"vehicleId\":\"%s\",\"driverId\":\"%s\"}";
    private static final String REQUEST = """
            {"unitId":"%s","purpose":"公务出行 walk","category":"QT","passengers":%d,\
            "pickup":{"name":"单位","latitude":31.2,"longitude":121.5},\
            "dropoff":{"name":"会场","latitude":31.3,"longitude":121.6},"departAt":"%s","returnAt":"%s"}""";
    private static final String EXPENSE = """
            {"vehicleId":"%s","noOrderReason":"随机","kind":"PARKING","incurredAt":"%s","amount_fen":%d,"supplier":"停车场","designated":true}""";

    private final Fleet fleet;
    private final Calls calls;
    private final Things things;
    private final SplittableRandom random;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    private int done;
    private int refused;
    private int failures;
    private @Nullable String firstFailure;

    Walker(Fleet fleet, Calls calls, Things things, long seed) {
        this.fleet = fleet;
        this.calls = calls;
        this.things = things;
        this.random = new SplittableRandom(seed);
    }

    int done() {
        return done;
    }

    int refused() {
        return refused;
    }

    int failures() {
        return failures;
    }

    @Nullable
    String firstFailure() {
        return firstFailure;
    }

    void step() throws InterruptedException {
        int choice = random.nextInt(100);
        if (choice < 18) {
            submit();
        } else if (choice < 24) {
            spend();
        } else {
            Optional<Things.Request> known = things.any(random);
            if (known.isPresent()) {
                actOn(known.get(), choice);
            }
        }
    }

    /** Mostly what the state asks for, sometimes anything. */
    private void actOn(Things.Request request, int choice) throws InterruptedException {
        String state = choice < 85 ? request.status : "";
        switch (state) {
            case "SUBMITTED" -> decide(request);
            case "RETURNED" -> resubmit(request);
            case "APPROVED" -> assign(request);
            case "ASSIGNED", "UNDERWAY" -> drive(request);
            default -> anything(request);
        }
    }

    private void anything(Things.Request request) throws InterruptedException {
        switch (random.nextInt(9)) {
            case 0 -> decide(request);
            case 1 -> cancelRequest(request);
            case 2 -> assign(request);
            case 3 -> cancelOrder(request);
            case 4 -> reassign(request);
            case 5 -> swap(request);
            case 6 -> noShow(request);
            case 7 -> drive(request);
            default -> resubmit(request);
        }
    }

    private String period(int unit) {
        Instant from = now.plus(Duration.ofMinutes(60 + 30L * random.nextInt(2 * LAST_HOUR)));
        long minutes = random.nextInt(20) == 0 ? -30 : 30L * (1 + random.nextInt(5));
        return REQUEST.formatted(
                Fleet.id(Kind.UNIT, unit), 1 + random.nextInt(6), from, from.plus(Duration.ofMinutes(minutes)));
    }

    private void submit() throws InterruptedException {
        int unit = random.nextInt(Fleet.UNITS);
        String token = fleet.unitOf(unit).requester();
        String body = period(unit);
        String key = UUID.randomUUID().toString();
        Calls.Answer answer = judge(calls.post(token, "requests", key, body));
        if (answer.status() == 201) {
            things.add(new Things.Request(
                    unit, answer.require("id"), answer.require("version"), answer.require("status")));
            if (random.nextInt(10) == 0) {
                repeat(token, key, body, answer.require("id"));
            }
        }
    }

    /** The same again is the same thing; another body under the same key is refused. */
    private void repeat(String token, String key, String body, String id) throws InterruptedException {
        Calls.Answer again = judge(calls.post(token, "requests", key, body));
        require(again.status() < 300 && again.require("id").equals(id), "a repeated call made another request", again);
        Calls.Answer other = judge(calls.post(token, "requests", key, body.replace("walk", "talk")));
        require(other.code().equals("idempotency-key-reused"), "a reused key was taken", other);
    }

    private void decide(Things.Request request) throws InterruptedException {
        Fleet.Unit unit = fleet.unitOf(request.unit);
        boolean own = random.nextInt(12) == 0;
        int choice = random.nextInt(10);
        String decision = choice < 7 ? "APPROVE" : choice < 9 ? "RETURN" : "REJECT";
        Calls.Answer answer = act(
                own ? unit.selfApprover() : unit.approver(),
                "requests/%s/decisions".formatted(request.id),
                request.version,
                "{\"decision\":\"%s\",\"reason\":\"随机\"}".formatted(decision));
        require(!own || answer.status() >= 400, "somebody decided on their own request", answer);
        see(request, answer);
    }

    private void resubmit(Things.Request request) throws InterruptedException {
        see(
                request,
                act(
                        fleet.unitOf(request.unit).requester(),
                        "requests/%s/resubmit".formatted(request.id),
                        request.version,
                        period(request.unit)));
    }

    private void cancelRequest(Things.Request request) throws InterruptedException {
        see(
                request,
                act(
                        fleet.unitOf(request.unit).requester(),
                        "requests/%s/cancel".formatted(request.id),
                        request.version,
                        "{}"));
    }

    /** A vehicle of the unit, seldom one of another; they have two each. */
    private int vehicle(int unit) {
        int of = random.nextInt(20) == 0 ? random.nextInt(Fleet.UNITS) : unit;
        return Fleet.VEHICLES + of + Fleet.UNITS * random.nextInt(2);
    }

    private void assign(Things.Request request) throws InterruptedException {
        int vehicle = vehicle(request.unit);
        int driver = random.nextInt(4) == 0 ? vehicle(request.unit) : vehicle;
        Calls.Answer answer = act(
                fleet.unitOf(request.unit).dispatcher(),
                "orders",
                null,
                ORDER.formatted(request.id, Fleet.id(Kind.VEHICLE, vehicle), Fleet.id(Kind.DRIVER, driver)));
        if (answer.status() == 201) {
            request.status = "ASSIGNED";
            request.orderId = answer.require("id");
            seeOrder(request, answer.body());
        }
    }

    private void cancelOrder(Things.Request request) throws InterruptedException {
        String order = request.orderId;
        if (order != null) {
            Calls.Answer answer = act(
                    dispatcher(request),
                    "orders/%s/cancel".formatted(order),
                    request.orderVersion,
                    "{\"reason\":\"随机\"}");
            if (answer.status() < 300) {
                request.status = "APPROVED";
                request.orderStatus = "CANCELLED";
            }
        }
    }

    /** Now and then the dispatcher of a unit that has nothing to do with it, who must not succeed. */
    private String dispatcher(Things.Request request) {
        return fleet.unitOf(request.unit).dispatcher();
    }

    private void reassign(Things.Request request) throws InterruptedException {
        String order = request.orderId;
        if (order == null) {
            return;
        }
        int vehicle = vehicle(request.unit);
        boolean stranger = random.nextInt(5) == 0;
        Calls.Answer answer = act(
                stranger ? fleet.unitOf(request.unit + 1).dispatcher() : dispatcher(request),
                "orders/%s/reassign".formatted(order),
                request.orderVersion,
                "{\"vehicleId\":\"%s\",\"driverId\":\"%s\",\"reason\":\"随机\"}"
                        .formatted(Fleet.id(Kind.VEHICLE, vehicle), Fleet.id(Kind.DRIVER, vehicle)));
        require(!stranger || answer.status() >= 400 || sharedWith(answer), "a stranger reassigned an order", answer);
        if (answer.status() < 300) {
            seeOrder(request, answer.body());
        }
    }

    /** The dispatcher beside may act where a vehicle of theirs was lent. */
    private static boolean sharedWith(Calls.Answer answer) {
        return !answer.body().path("sharing").asText().equals("OWN_UNIT");
    }

    private void swap(Things.Request request) throws InterruptedException {
        String order = request.orderId;
        if (order == null) {
            return;
        }
        int vehicle = vehicle(request.unit);
        Calls.Answer answer =
                act(dispatcher(request), "orders/%s/swap".formatted(order), request.orderVersion, """
                {"vehicleId":"%s","driverId":"%s","place":{"name":"路边","latitude":31.25,"longitude":121.55},"at":"%s",\
                "odometer_km":%d,"reason":"随机"}""".formatted(
                                Fleet.id(Kind.VEHICLE, vehicle),
                                Fleet.id(Kind.DRIVER, vehicle),
                                Instant.now(),
                                things.odometer_km(request.vehicle)));
        if (answer.status() < 300) {
            request.orderId = answer.require("id");
            seeOrder(request, answer.body());
        }
    }

    private void noShow(Things.Request request) throws InterruptedException {
        String order = request.orderId;
        if (order != null) {
            Calls.Answer answer = act(
                    dispatcher(request),
                    "orders/%s/no-show".formatted(order),
                    request.orderVersion,
                    "{\"occurredAt\":\"%s\",\"odometer_km\":%d,\"reason\":\"随机\"}"
                            .formatted(Instant.now(), things.odometer_km(request.vehicle)));
            if (answer.status() < 300) {
                request.status = "CLOSED";
                seeOrder(request, answer.body());
            }
        }
    }

    /** The next step of the driver, with an odometer that now and then runs backwards. */
    private void drive(Things.Request request) throws InterruptedException {
        String order = request.orderId;
        if (order == null || request.vehicle < Fleet.VEHICLES) {
            anything(request);
            return;
        }
        String step =
                switch (request.orderStatus) {
                    case "ASSIGNED" -> "ACCEPT";
                    case "ACCEPTED" -> "DEPART";
                    case "DEPARTED" -> "ARRIVE";
                    default -> "RETURN";
                };
        long odometer_km = things.odometer_km(request.vehicle)
                + (random.nextInt(15) == 0 ? -5 : step.equals("RETURN") ? random.nextInt(FAR_km) : random.nextInt(3));
        Calls.Answer answer = judge(calls.post(
                fleet.driver(request.vehicle),
                "orders/%s/progress".formatted(order),
                null,
                "{\"eventId\":\"%s\",\"step\":\"%s\",\"occurredAt\":\"%s\",\"odometer_km\":%d}"
                        .formatted(UUID.randomUUID(), step, Instant.now(), odometer_km)));
        if (answer.status() < 300) {
            things.read(request.vehicle, odometer_km);
            seeOrder(request, answer.body());
            request.status = step.equals("RETURN") ? "CLOSED" : "UNDERWAY";
        }
    }

    private void spend() throws InterruptedException {
        Optional<Things.Expense> known = random.nextInt(3) == 0 ? things.take(random) : Optional.empty();
        if (known.isPresent()) {
            changeExpense(known.get());
            return;
        }
        int vehicle = vehicle(random.nextInt(Fleet.UNITS));
        long amount_fen = 1 + random.nextInt(100_000);
        Instant at = random.nextInt(20) == 0 ? Instant.now().plus(Duration.ofDays(1)) : now.minus(Duration.ofHours(1));
        String body = EXPENSE.formatted(Fleet.id(Kind.VEHICLE, vehicle), at, amount_fen);
        Calls.Answer answer = act(fleet.unitOf(vehicle).dispatcher(), "expenses", null, body);
        require(at.isBefore(Instant.now()) || answer.status() >= 400, "an expense in the future was taken", answer);
        if (answer.status() == 201) {
            things.confirmed_fen.addAndGet(amount_fen);
            things.give(new Things.Expense(vehicle % Fleet.UNITS, answer.require("id"), body, amount_fen));
        }
    }

    private void changeExpense(Things.Expense expense) throws InterruptedException {
        String token = fleet.unitOf(expense.unit()).dispatcher();
        if (random.nextBoolean()) {
            Calls.Answer answer = act(token, "expenses/%s/cancel".formatted(expense.id()), null, "{\"reason\":\"随机\"}");
            things.confirmed_fen.addAndGet(answer.status() < 300 ? -expense.amount_fen() : 0);
            return;
        }
        long amount_fen = 1 + random.nextInt(100_000);
        String body = expense.body().replaceFirst("\"amount_fen\":\\d+", "\"amount_fen\":" + amount_fen);
        Calls.Answer answer = judge(calls.call(
                Method.PUT,
                token,
                "expenses/" + expense.id(),
                new Calls.Head(null, null),
                "{\"expense\":%s,\"reason\":\"随机\"}".formatted(body)));
        if (answer.status() < 300) {
            things.confirmed_fen.addAndGet(amount_fen - expense.amount_fen());
            things.give(new Things.Expense(expense.unit(), expense.id(), body, amount_fen));
        }
    }

    /** With the version that was read, no version, or an old one, which must be refused. */
    private Calls.Answer act(String token, String path, @Nullable String version, String body)
            throws InterruptedException {
        boolean stale = version != null && random.nextInt(20) == 0;
        String ifMatch = stale ? "\"-1\"" : version == null || random.nextBoolean() ? null : "\"" + version + "\"";
        Calls.Head head = new Calls.Head(UUID.randomUUID().toString(), ifMatch);
        Calls.Answer answer = judge(calls.call(Method.POST, token, path, head, body));
        require(!stale || answer.status() >= 400, "a stale version was taken", answer);
        return answer;
    }

    private static void see(Things.Request request, Calls.Answer answer) {
        if (answer.status() < 300) {
            request.version = answer.require("version");
            request.status = answer.require("status");
        }
    }

    private static void seeOrder(Things.Request request, JsonNode order) {
        request.orderVersion = order.path("version").asText();
        request.orderStatus = order.path("status").asText();
        String driver = order.path("driverUsername").asText("");
        request.vehicle = driver.isEmpty() ? 0 : Integer.parseInt(driver.substring("driver".length()));
    }

    /** Anything but a success or a refusal that says why is a failure. */
    private Calls.Answer judge(Calls.Answer answer) {
        if (answer.status() < 300) {
            done++;
        } else {
            refused++;
            require(answer.status() < 500 && !answer.code().isEmpty(), "the platform failed", answer);
        }
        return answer;
    }

    private void require(boolean holds, String otherwise, Calls.Answer answer) {
        if (!holds) {
            failures++;
            if (firstFailure == null) {
                firstFailure = "%s: %s".formatted(otherwise, answer);
            }
        }
    }
}
