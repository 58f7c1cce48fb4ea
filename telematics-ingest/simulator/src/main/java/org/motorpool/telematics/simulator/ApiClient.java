package org.motorpool.telematics.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** HTTP as people do it: signs in once per account, reads lists to their end. Thread-safe. */
final class ApiClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int PAGE = 200;
    private static final int MAX_PAGES = 100;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    private final Map<String, SignedIn> tokens = new ConcurrentHashMap<>();
    private final URI base;
    private final String password;

    ApiClient(URI base, String password) {
        this.base = base;
        this.password = password;
    }

    private record SignedIn(String token, Instant until) {}

    /** The server did not do what was asked; the message has its problem detail. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refusal(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** All elements of a list, page by page. */
    <T> List<T> list(String username, String path, Class<T> element) throws Refusal {
        List<T> all = new ArrayList<>();
        String next = null;
        for (int page = 0; page < MAX_PAGES; page++) {
            String cursor = next == null ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            JsonNode answer =
                    send(username, "GET", path + (path.contains("?") ? "&" : "?") + "limit=" + PAGE + cursor, null);
            for (JsonNode item : answer.path("items")) {
                all.add(read(item, element));
            }
            if (!answer.path("next").isTextual()) {
                return all;
            }
            next = answer.get("next").asText();
        }
        return all;
    }

    <T> T get(String username, String path, Class<T> type) throws Refusal {
        return read(send(username, "GET", path, null), type);
    }

    <T> T post(String username, String path, @Nullable Object body, Class<T> type) throws Refusal {
        return read(post(username, path, body), type);
    }

    JsonNode post(String username, String path, @Nullable Object body) throws Refusal {
        return send(username, "POST", path, body);
    }

    private JsonNode send(String username, String method, String path, @Nullable Object body) throws Refusal {
        return send(username, method, path, body, this);
    }

    /** Sends with a token that {@code issuer} gave. */
    JsonNode send(String username, String method, String path, @Nullable Object body, ApiClient issuer) throws Refusal {
        try {
            return exchange(method, path, body, issuer.token(username));
        } catch (Refusal refusal) {
            if (refusal.status() == 401) {
                issuer.tokens.remove(username);
            }
            throw refusal;
        }
    }

    private String token(String username) throws Refusal {
        SignedIn known = tokens.get(username);
        if (known != null && Instant.now().isBefore(known.until)) {
            return known.token;
        }
        Api.Credentials credentials = new Api.Credentials(username, password);
        JsonNode answer = exchange("POST", "/api/v1/auth/token", credentials, null);
        Api.Token token = read(answer, Api.Token.class);
        Instant until = Instant.now().plusSeconds(token.expires_in() * 9 / 10);
        tokens.put(username, new SignedIn(token.access_token(), until));
        return token.access_token();
    }

    private JsonNode exchange(String method, String path, @Nullable Object body, @Nullable String token)
            throws Refusal {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
        request.header("Accept", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : publisher(body));
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return answer(method + " " + path, response);
        } catch (IOException e) {
            throw new Refusal(0, "%s %s: %s".formatted(method, path, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(0, "%s %s: interrupted".formatted(method, path));
        }
    }

    private JsonNode answer(String what, HttpResponse<String> response) throws Refusal {
        JsonNode body;
        try {
            body = response.body().isBlank() ? json.createObjectNode() : json.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new Refusal(response.statusCode(), "%s: %d, not JSON".formatted(what, response.statusCode()));
        }
        if (response.statusCode() >= 300) {
            String detail = body.path("detail").asText(body.path("title").asText(""));
            throw new Refusal(response.statusCode(), "%s: %d %s".formatted(what, response.statusCode(), detail));
        }
        return body;
    }

    private HttpRequest.BodyPublisher publisher(Object body) {
        try {
            return HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write %s as JSON".formatted(body), e);
        }
    }

    private <T> T read(JsonNode node, Class<T> type) throws Refusal {
        try {
            return json.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new Refusal(200, "%s expected: %s".formatted(type.getSimpleName(), e.getOriginalMessage()));
        }
    }
}
