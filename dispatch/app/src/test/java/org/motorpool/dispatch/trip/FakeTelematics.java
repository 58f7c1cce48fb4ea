package org.motorpool.dispatch.trip;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Stands in for telematics-ingest, another system: answers mileage, tracks and states of commands over HTTP. */
public class FakeTelematics implements QuarkusTestResourceLifecycleManager {

    /** What it answers: positions and metres. */
    static volatile long positions = 120;

    static volatile long track_m = 12_345;

    private static volatile int terminalStatus = 404;
    private static volatile String terminalBody = "";

    /** More than ten thousand positions at once, which telematics refuses. */
    private static final Pattern TOO_MANY = Pattern.compile("limit=(?!10000\\b)[0-9]{5,}");

    /** How many of the next calls fail. */
    static final AtomicInteger FAILURES = new AtomicInteger();

    /** URIs and Authorization headers it was called with. */
    static final Queue<String> CALLS = new ConcurrentLinkedQueue<>();

    /** States of single commands by id. */
    private static final Map<String, String> STATES = new ConcurrentHashMap<>();

    private static volatile String states = "{}";

    /** Points of tracks by vehicle, as JSON. */
    private static final Map<String, String> TRACKS = new ConcurrentHashMap<>();

    private HttpServer server;

    public static void reset() {
        positions = 120;
        track_m = 12_345;
        FAILURES.set(0);
        CALLS.clear();
    }

    /** The next calls fail. */
    public static void fail(int calls) {
        FAILURES.set(calls);
    }

    /** What it knows of one command. */
    public static void answerState(String commandId, String json) {
        STATES.put(commandId, json);
    }

    /** The track of a vehicle, whenever it is asked for: the points as JSON. */
    public static void answerTrack(String vehicleId, String points) {
        TRACKS.put(vehicleId, points);
    }

    /** What it answers when it is asked for many. */
    public static void answerStates(String json) {
        states = json;
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/telematics/v1/vehicles/", FakeTelematics::answer);
        server.createContext("/telematics/v1/terminals/", FakeTelematics::answerAboutTerminals);
        server.start();
        return Map.of(
                "motorpool.dispatch.telematics-url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "motorpool.dispatch.trip.closing-delay",
                "1s",
                "motorpool.dispatch.trip.closing-retry",
                "1s");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            CALLS.add(exchange.getRequestURI() + " " + authorization);
            if (FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            if (TOO_MANY.matcher(exchange.getRequestURI().toString()).find()) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            String[] asked = path.split("/");
            String answer = answer(asked[asked.length - 1], asked[asked.length - 2]);
            if (answer == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String answer(String asked, String of) {
        return switch (asked) {
            case "track" -> track(TRACKS.getOrDefault(of, ""));
            case "mileage" -> mileage();
            case "states" -> states;
            default -> STATES.get(asked);
        };
    }

    /** What it answers about terminals: a status and a body. */
    public static void answerAboutTerminals(int status, String body) {
        terminalStatus = status;
        terminalBody = body;
        CALLS.clear();
    }

    /** Methods, URIs and bodies it was called with about terminals. */
    public static List<String> calls() {
        return List.copyOf(CALLS);
    }

    private static void answerAboutTerminals(HttpExchange exchange) throws IOException {
        try (exchange) {
            CALLS.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = terminalBody.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(terminalStatus, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String mileage() {
        return """
                {"vehicleId":"00000000-0000-0000-0000-000000000001","from":"2026-01-01T00:00:00Z",
                 "to":"2026-01-01T01:00:00Z","positions":%d,"track_m":%d,"odometer_m":-1}""".formatted(positions, track_m);
    }

    private static String track(String points) {
        return """
                {"vehicleId":"00000000-0000-0000-0000-000000000001","from":"2026-01-01T00:00:00Z",
                 "to":"2026-01-01T01:00:00Z","items":[%s],"next":null}""".formatted(points);
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
