package org.motorpool.dispatch.tracking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands in for the media of telematics-ingest, another system: one photo, and a list that holds nothing. */
public class FakeMedia implements QuarkusTestResourceLifecycleManager {

    static final UUID PHOTO = UUID.randomUUID();
    static final byte[] BYTES = bytes();

    /** How it answers: 200 as if all were well. */
    static volatile int status = 200;

    /** Paths and queries it was called with. */
    static final Queue<String> CALLS = new ConcurrentLinkedQueue<>();

    private HttpServer server;

    private static byte[] bytes() {
        byte[] bytes = new byte[2_000_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    static void reset() {
        status = 200;
        CALLS.clear();
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/telematics/v1/vehicles/", FakeMedia::answer);
        server.start();
        return Map.of(
                "motorpool.dispatch.telematics-url",
                "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            CALLS.add(path + "?" + exchange.getRequestURI().getQuery());
            boolean service =
                    exchange.getRequestHeaders().getFirst("Authorization").startsWith("Bearer ");
            if (status != 200 || !service) {
                exchange.sendResponseHeaders(service ? status : 401, -1);
            } else if (path.endsWith("/media")) {
                send(
                        exchange,
                        "application/json",
                        "{\"items\":[],\"next\":\"later\"}".getBytes(StandardCharsets.UTF_8));
            } else if (path.endsWith("/media/" + PHOTO + "/content")) {
                exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"photo.jpg\"");
                send(exchange, "image/jpeg", BYTES);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
