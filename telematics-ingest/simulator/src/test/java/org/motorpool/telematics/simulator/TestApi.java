package org.motorpool.telematics.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP API that answers what a test tells it to; a token is the user's name. */
final class TestApi implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    record Answer(int status, String body) {}

    /** A call with a token. */
    record Call(String user, String what, String body) {}

    TestApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on answers {@code what}, e.g. "GET /api/v1/units" (without the query's limit). */
    void answer(String what, int status, String body) {
        answers.put(what, new Answer(status, body));
    }

    void answerList(String what, String... items) {
        answer(what, 200, "{\"items\":[" + String.join(",", items) + "],\"next\":null}");
    }

    List<Call> calls(String method) {
        return calls.stream().filter(call -> call.what().startsWith(method)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String uri = exchange.getRequestURI().toString();
        Answer answer;
        if (uri.equals("/api/v1/auth/token")) {
            String user = body.replaceAll(".*\"username\":\"([^\"]*)\".*", "$1");
            answer = user.startsWith("nobody")
                    ? new Answer(401, "{\"detail\":\"no such account\"}")
                    : new Answer(200, "{\"access_token\":\"" + user + "\",\"expires_in\":600}");
        } else {
            String token =
                    exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
            String what = exchange.getRequestMethod() + " " + uri.replaceAll("[?&]limit=200", "");
            calls.add(new Call(token, what, body));
            answer = answers.getOrDefault(what, new Answer(404, "{\"detail\":\"" + what + " is not here\"}"));
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
