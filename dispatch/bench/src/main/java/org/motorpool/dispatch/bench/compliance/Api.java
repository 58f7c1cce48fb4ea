package org.motorpool.dispatch.bench.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Calls the platform as an officer of one unit. */
final class Api {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    Api(int port) {
        this.base = "http://127.0.0.1:%d/api/v1/".formatted(port);
    }

    JsonNode get(String token, String path) throws IOException, InterruptedException {
        return answer(request(token, path).GET().build());
    }

    JsonNode post(String token, String path, String body) throws IOException, InterruptedException {
        return answer(request(token, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Writes the answer to {@code out} while it comes. */
    void download(String token, String path, OutputStream out) throws IOException, InterruptedException {
        HttpResponse<InputStream> response =
                client.send(request(token, path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            body.transferTo(out);
        }
        require(response.statusCode(), path, "");
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        require(response.statusCode(), request.uri().getPath(), response.body());
        return json.readTree(response.body());
    }

    private static void require(int status, String path, String body) {
        if (status != 200) {
            throw new IllegalStateException("%s answered %d: %s".formatted(path, status, body));
        }
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }
}
