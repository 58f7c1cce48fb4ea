package org.motorpool.dispatch.bench.booking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Posts to one process of the platform; a call is made once, or until it is answered. */
final class Calls {

    private static final Timeout PATIENCE = Timeout.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int MOST_CONNECTIONS = 2000;
    private static final int UNAVAILABLE = 503;

    private static final ObjectMapper JSON = new ObjectMapper();
    private final CloseableHttpClient client = client();
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

    /** It costs the processors, which the platform shares, as little as a client can, and repeats nothing by itself. */
    private static CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setSocketTimeout(PATIENCE)
                                .build())
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /** What the platform said to a call. */
    record Answer(String path, int status, JsonNode body) {

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

    Answer post(String token, String path, @Nullable String key, String body) throws InterruptedException {
        return call(Method.POST, token, path, new Head(key, null), body);
    }

    /** Headers beside the token; null for none. */
    record Head(@Nullable String key, @Nullable String ifMatch) {}

    Answer call(Method method, String token, String path, Head head, String body) throws InterruptedException {
        long end_ns = System.nanoTime() + 2 * PATIENCE.toDuration().toNanos();
        while (true) {
            try {
                Answer answer = client.execute(
                        request(method, token, path, head, body),
                        response -> new Answer(
                                path,
                                response.getCode(),
                                JSON.readTree(response.getEntity().getContent())));
                if (!stubborn || answer.status() < UNAVAILABLE) {
                    return answer;
                }
            } catch (IOException unanswered) {
                if (!stubborn || System.nanoTime() > end_ns) {
                    throw new IllegalStateException("%s was not answered".formatted(path), unanswered);
                }
            }
            Thread.sleep(PAUSE);
        }
    }

    private ClassicHttpRequest request(Method method, String token, String path, Head head, String body) {
        ClassicRequestBuilder request = ClassicRequestBuilder.create(method.name())
                .setUri(base + path)
                .setHeader("Authorization", "Bearer " + token);
        if (method != Method.GET) {
            request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        }
        if (head.key() != null) {
            request.setHeader("Idempotency-Key", head.key());
        }
        if (head.ifMatch() != null) {
            request.setHeader("If-Match", head.ifMatch());
        }
        return request.build();
    }
}
