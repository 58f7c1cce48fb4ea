package org.motorpool.dispatch.tracking;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The bytes of a medium as they arrive from telematics, and the headers that go with them. They are a stranger's: a browser
 * is told to save them.
 */
public record MediaContent(Map<String, List<String>> headers, Multi<Buffer> bytes) {

    public MediaContent {
        headers = Map.copyOf(headers);
    }

    /** What telematics answered; who reads too slowly slows it down, and who stops reading ends it. */
    static MediaContent of(HttpClientResponse response) {
        response.pause();
        Map<String, List<String>> headers = new TreeMap<>(Map.of("Cache-Control", List.of("no-store")));
        Stream.of("Content-Type", "Content-Length", "Content-Disposition")
                .filter(name -> response.getHeader(name) != null)
                .forEach(name -> headers.put(name, List.of(response.getHeader(name))));
        Multi<Buffer> bytes = response.toMulti().onCancellation().invoke(() -> response.request()
                .reset());
        return new MediaContent(headers, bytes);
    }
}
