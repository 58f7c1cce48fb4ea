package org.motorpool.dispatch.assignment;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.motorpool.planner.contract.DayAnswerApi;
import org.motorpool.planner.contract.DayApi;
import org.motorpool.planner.contract.FleetApi;

/** Stands in for the planner, another system: keeps the facts it is given and recommends eligible vehicles in their order. */
public class FakePlanner implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /** The facts of the days, by their names. */
    private static final Map<String, DayApi.Facts> DAYS = new ConcurrentHashMap<>();

    /** Authorization headers it was called with. */
    static final Queue<String> AUTHORIZATIONS = new ConcurrentLinkedQueue<>();

    static final AtomicInteger PUTS = new AtomicInteger();
    private static final AtomicInteger FAILURES = new AtomicInteger();

    private HttpServer server;

    /** It forgets everything, as after a restart. */
    static void forget() {
        DAYS.clear();
    }

    /** The next calls fail. */
    public static void fail(int calls) {
        FAILURES.set(calls);
    }

    /** The facts that name this vehicle, of the latest date. */
    static DayApi.Facts factsWith(UUID vehicle) {
        return DAYS.values().stream()
                .filter(facts ->
                        facts.vehicles().stream().anyMatch(each -> each.id().equals(vehicle.toString())))
                .max(Comparator.comparing(DayApi.Facts::midnight))
                .orElseThrow();
    }

    /** The facts of a unit's day of this kind, the latest. */
    static DayApi.Facts facts(UUID unit, String kind) {
        return DAYS.entrySet().stream()
                .filter(day ->
                        day.getKey().startsWith(unit.toString()) && day.getKey().endsWith("." + kind))
                .map(Map.Entry::getValue)
                .max(Comparator.comparing(DayApi.Facts::midnight))
                .orElseThrow();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext(DayApi.ROOT + "/", FakePlanner::answer);
        server.createContext(FleetApi.ROOT, FakePlanner::size);
        server.start();
        return Map.of(
                "motorpool.dispatch.planner-url",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            AUTHORIZATIONS.add(exchange.getRequestHeaders().getFirst("Authorization"));
            if (FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            String[] path = exchange.getRequestURI().getPath().split("/");
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (path[path.length - 1]) {
                case "recommendations" ->
                    send(exchange, recommend(path[4], JSON.readValue(body, DayApi.WantedRecommendation.class)));
                case "events" -> send(exchange, apply(path[4], JSON.readValue(body, DayApi.Event.class)));
                case "explanations" ->
                    send(exchange, explain(path[4], JSON.readValue(body, DayApi.WantedExplanation.class)));
                default -> send(exchange, keep(path[4], JSON.readValue(body, DayApi.Facts.class)));
            }
        }
    }

    /** As many vehicles as uses at once, whatever lies between them. */
    private static void size(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            FleetApi.Uses asked = JSON.readValue(exchange.getRequestBody().readAllBytes(), FleetApi.Uses.class);
            Map<List<String>, Integer> most = new HashMap<>();
            for (FleetApi.Day day : asked.days()) {
                day.uses().forEach(use -> circles(use)
                        .forEach(circle -> most.merge(circle, atOnce(day, use, circle), Math::max)));
            }
            send(
                    exchange,
                    new FleetApi.CircleNeeds(most.entrySet().stream()
                            .map(need -> new FleetApi.CircleNeed(
                                    need.getKey().getFirst(),
                                    need.getKey().get(1),
                                    need.getKey().getLast(),
                                    need.getValue(),
                                    0))
                            .toList()));
        }
    }

    private static List<List<String>> circles(FleetApi.Use use) {
        return List.of(
                List.of("UNIT", use.unit(), use.category()),
                List.of("COUNTY", use.county(), use.category()),
                List.of("CITY", use.city(), use.category()),
                List.of("ALL", "", use.category()));
    }

    private static int atOnce(FleetApi.Day day, FleetApi.Use moment, List<String> circle) {
        return (int) day.uses().stream()
                .filter(use -> circles(use).contains(circle))
                .filter(use -> !use.from().isAfter(moment.from()) && use.to().isAfter(moment.from()))
                .count();
    }

    private static void send(HttpExchange exchange, Object answer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(answer);
        int status =
                answer instanceof DayAnswerApi.Refusal refusal ? refusal.code().startsWith("day-") ? 404 : 422 : 200;
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static DayAnswerApi.State keep(String name, DayApi.Facts facts) {
        PUTS.incrementAndGet();
        DAYS.put(name, facts);
        return new DayAnswerApi.State(
                facts.snapshot(), facts.vehicles().size(), 0, 0, 5_000, List.of(), List.of(), List.of(), 0);
    }

    private static Object recommend(String name, DayApi.WantedRecommendation wanted) {
        DayApi.Facts facts = DAYS.get(name);
        if (facts == null || !facts.snapshot().equals(wanted.snapshot())) {
            return new DayAnswerApi.Refusal("day-unknown", "没有数据 / nothing is known", name);
        }
        if (wanted.ride().passengers() > 50) {
            return new DayAnswerApi.Refusal("invalid", "人数无效 / passengers is invalid", "ride");
        }
        List<DayAnswerApi.Option> best = new ArrayList<>();
        List<DayAnswerApi.Dearer> dearer = new ArrayList<>();
        List<String> notEligible = new ArrayList<>();
        List<String> busy = new ArrayList<>();
        List<DayAnswerApi.Shortage> shortOf = new ArrayList<>();
        for (DayApi.Vehicle vehicle : facts.vehicles()) {
            if (!wanted.ride().eligible().contains(vehicle.id())) {
                notEligible.add(vehicle.id());
            } else if (isPromised(facts, vehicle.id())) {
                busy.add(vehicle.id());
            } else if (isShort(vehicle.tank(), wanted.ride())) {
                shortOf.add(new DayAnswerApi.Shortage(
                        vehicle.id(),
                        thereAndBack_m(wanted.ride()),
                        vehicle.tank().charge_m()));
            } else if (best.size() < wanted.limit()) {
                best.add(option(facts, vehicle.id(), wanted.ride().pickupTime().from(), 1000 + best.size()));
            } else {
                dearer.add(new DayAnswerApi.Dearer(vehicle.id(), 10 + dearer.size()));
            }
        }
        return new DayAnswerApi.Recommendation(
                best,
                dearer,
                List.of(
                        new DayAnswerApi.Refused("eligibility", "不得使用", "not eligible", notEligible),
                        new DayAnswerApi.Refused("time", "时间冲突", "no room in time", busy),
                        new DayAnswerApi.Refused(
                                "energy",
                                "电量不足",
                                "too little energy",
                                shortOf.stream()
                                        .map(DayAnswerApi.Shortage::vehicle)
                                        .toList(),
                                shortOf)));
    }

    private static boolean isShort(DayApi.Tank tank, DayApi.Ride ride) {
        return tank.range_m() > 0 && tank.charge_m() < thereAndBack_m(ride);
    }

    /** A degree is 100 km, wherever it leads. */
    private static int thereAndBack_m(DayApi.Ride ride) {
        double degrees = Math.hypot(
                ride.pickup().place().latitude() - ride.dropoff().place().latitude(),
                ride.pickup().place().longitude() - ride.dropoff().place().longitude());
        return (int) (2 * 100_000 * degrees);
    }

    /** A vehicle that breaks down is there no more; a request gets the best vehicle. */
    private static DayAnswerApi.Replanned apply(String name, DayApi.Event event) {
        DayApi.Facts facts = DAYS.get(name);
        if (event.kind().equals("BROKEN_DOWN")) {
            DAYS.put(name, with(facts, without(facts, event.vehicle()), facts.rides()));
        }
        if (!event.kind().equals("REQUESTED")) {
            return replanned(List.of());
        }
        DayApi.WantedRecommendation wanted = new DayApi.WantedRecommendation(event.snapshot(), event.ride(), 1);
        DayAnswerApi.Seat seat = ((DayAnswerApi.Recommendation) recommend(name, wanted))
                .best().stream()
                        .findFirst()
                        .map(best ->
                                new DayAnswerApi.Seat(event.ride().id(), best.vehicle(), best.driver(), best.begin()))
                        .orElse(new DayAnswerApi.Seat(event.ride().id(), null, null, null));
        DAYS.put(name, with(facts, facts.vehicles(), rides(facts, event.ride(), seat)));
        return replanned(List.of(seat));
    }

    private static DayAnswerApi.Replanned replanned(List<DayAnswerApi.Seat> affected) {
        List<String> unserved = affected.stream()
                .filter(seat -> seat.vehicle() == null)
                .map(DayAnswerApi.Seat::ride)
                .toList();
        return new DayAnswerApi.Replanned(affected, List.of(), 0, unserved, 4_000, 1_000);
    }

    private static List<DayApi.Vehicle> without(DayApi.Facts facts, String vehicle) {
        return facts.vehicles().stream()
                .filter(each -> !each.id().equals(vehicle))
                .toList();
    }

    private static List<DayApi.Ride> rides(DayApi.Facts facts, DayApi.Ride ride, DayAnswerApi.Seat seat) {
        List<DayApi.Ride> rides = new ArrayList<>(facts.rides());
        DayApi.Promise promise =
                seat.vehicle() == null ? null : new DayApi.Promise(seat.vehicle(), seat.driver(), false);
        rides.add(new DayApi.Ride(
                ride.id(),
                ride.unit(),
                ride.pickup(),
                ride.via(),
                ride.dropoff(),
                ride.pickupTime(),
                ride.latestDropoff(),
                ride.boundUntil(),
                ride.passengers(),
                ride.baggage(),
                ride.categories(),
                ride.eligible(),
                ride.mostOnBoard_s(),
                ride.priority(),
                ride.after(),
                ride.rental_fen(),
                promise));
        return rides;
    }

    private static DayApi.Facts with(DayApi.Facts facts, List<DayApi.Vehicle> vehicles, List<DayApi.Ride> rides) {
        return new DayApi.Facts(
                facts.snapshot(),
                facts.midnight(),
                facts.now(),
                facts.steps(),
                facts.units(),
                facts.agreements(),
                facts.chargers(),
                vehicles,
                facts.drivers(),
                rides);
    }

    private static boolean isPromised(DayApi.Facts facts, String vehicle) {
        return facts.rides().stream()
                .anyMatch(ride ->
                        ride.promised() != null && ride.promised().vehicle().equals(vehicle));
    }

    private static DayAnswerApi.Option option(DayApi.Facts facts, String vehicle, Instant begin, long fen) {
        String driver = facts.drivers().stream()
                .filter(each -> vehicle.equals(each.vehicle()))
                .findFirst()
                .orElseThrow()
                .id();
        return new DayAnswerApi.Option(
                vehicle,
                driver,
                begin,
                fen + 5,
                List.of(
                        new DayAnswerApi.Term("driving", "行驶", "kilometres", fen),
                        new DayAnswerApi.Term("moved", "改派", "moved", 5)));
    }

    /** Who was announced serves, the next vehicle is the runner-up; what was not announced is unserved. */
    private static Object explain(String name, DayApi.WantedExplanation wanted) {
        DayApi.Facts facts = DAYS.get(name);
        DayApi.Ride ride = facts.rides().stream()
                .filter(each -> each.id().equals(wanted.ride()))
                .findFirst()
                .orElseThrow();
        Instant begin = ride.pickupTime().from();
        if (ride.promised() == null) {
            return new DayAnswerApi.Explanation(
                    ride.id(),
                    null,
                    null,
                    null,
                    List.of(new DayAnswerApi.Binding("time", "时间冲突", "no room in time", 7)),
                    null,
                    List.of(new DayAnswerApi.Relaxation(
                            "later",
                            "推迟 15 分钟 / 15 minutes later",
                            option(facts, facts.drivers().getFirst().vehicle(), begin, 900))),
                    null);
        }
        String other = facts.drivers().stream()
                .map(DayApi.Driver::vehicle)
                .filter(each -> ride.eligible() == null || ride.eligible().contains(each))
                .filter(each -> !each.equals(ride.promised().vehicle()))
                .findFirst()
                .orElse(ride.promised().vehicle());
        return new DayAnswerApi.Explanation(
                ride.id(),
                option(facts, ride.promised().vehicle(), begin, 800),
                option(facts, other, begin, 950),
                150L,
                List.of(),
                null,
                List.of(),
                null);
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
