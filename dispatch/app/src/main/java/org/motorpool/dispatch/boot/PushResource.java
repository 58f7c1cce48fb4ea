package org.motorpool.dispatch.boot;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.organisation.Caller;

/** Server-sent events for the console; a comment at once and every 15 s opens the stream and keeps proxies from closing it. */
@Path("/api/v1/stream")
@Authenticated
class PushResource {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Push push;
    private final Caller caller;

    PushResource(Push push, Caller caller) {
        this.push = push;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> stream(@Context Sse sse) {
        Multi<OutboundSseEvent> changes = push.listen(caller.scope()::covers).map(change -> sse.newEventBuilder()
                .name(change.event())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(change.data())
                .build());
        Multi<OutboundSseEvent> heartbeats = Multi.createFrom()
                .ticks()
                .startingAfter(AT_ONCE)
                .every(HEARTBEAT)
                .map(_ -> sse.newEventBuilder().comment("alive").build());
        return Multi.createBy().merging().streams(changes, heartbeats);
    }
}
