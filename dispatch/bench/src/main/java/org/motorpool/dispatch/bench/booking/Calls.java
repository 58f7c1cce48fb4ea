package org.motorpool.dispatch.bench.booking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Posts to one process of the platform; a call is made once, or until it is answered. */
final class Calls {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int UNAVAILABLE = 503;

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final boolean stubborn;

    /**
     * Calls to a port of this machine.
     *
     * @param stubborn repeats a call, with the same Idempotency-Key, until the platform answers it
     */
    Calls(int port, boolean stubborn) {
        this.base = "http://127.0.0.1:%d/api/v1/".formatted(port);
        this.stubborn = stubborn;
    }

    /** What the platform said. */
    record Answer(int status, JsonNode body) {

        String require(String field) {
            if (status >= 300) {
                throw new IllegalStateException("answered %d: %s".formatted(status, body));
            }
            return body.required(field).asText();
        }

        String code() {
            return body.path("code").asText();
        }
    }

    Answer post(String token, String path, String key, String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        long end_ns = System.nanoTime() + 2 * PATIENCE.toNanos();
        while (true) {
            try {
                HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (!stubborn || answer.statusCode() < UNAVAILABLE) {
                    return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
                }
            } catch (IOException unanswered) {
                if (!stubborn || System.nanoTime() > end_ns) {
                    throw new IllegalStateException("%s was not answered".formatted(path), unanswered);
                }
            }
            Thread.sleep(PAUSE);
        }
    }
}
