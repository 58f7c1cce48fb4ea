package org.motorpool.dispatch.tracking;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.motorpool.telematics.contract.TrackApi;

/** Fetches the bytes of media from their owner, telematics-ingest, without ever holding all of them. */
@Singleton
class MediaDownload {

    private static final int CONNECT_TIMEOUT_MS = 2000;
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
    /** Nothing moves: neither telematics sends nor the caller reads. */
    private static final int IDLE_TIMEOUT_S = 60;

    private static final int DOWNLOADS_MAX = 64;

    private final HttpClient client;
    private final String telematics;

    MediaDownload(Vertx vertx, @ConfigProperty(name = "motorpool.dispatch.telematics-url") String telematics) {
        this.telematics = telematics;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MS)
                .setIdleTimeout(IDLE_TIMEOUT_S)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxPoolSize(DOWNLOADS_MAX));
    }

    /** The answer of telematics, whatever it says; its body is not read yet. */
    Uni<HttpClientResponse> get(String authorization, UUID vehicleId, UUID mediaId) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI("%s%s/%s/media/%s/content".formatted(telematics, TrackApi.ROOT, vehicleId, mediaId))
                .putHeader("Authorization", authorization)
                .setTimeout(ANSWER_TIMEOUT.toMillis());
        return client.request(options).chain(HttpClientRequest::send);
    }
}
