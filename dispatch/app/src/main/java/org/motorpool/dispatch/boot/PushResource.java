package org.motorpool.dispatch.boot;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.motorpool.dispatch.Push;
import org.motorpool.dispatch.organisation.Caller;
import org.motorpool.dispatch.organisation.Scope;

/**
 * Server-sent events for the console; a comment at once and every 15 s opens the stream and keeps proxies from closing it. The
 * stream ends with the token.
 */
@Path("/api/v1/stream")
@RolesAllowed({"REQUESTER", "APPROVER", "DISPATCHER", "FLEET_OFFICER", "SUPERVISOR"})
class PushResource {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Push push;
    private final Caller caller;
    private final JsonWebToken token;
    private final Clock clock;

    PushResource(Push push, Caller caller, JsonWebToken token, Clock clock) {
        this.push = push;
        this.caller = caller;
        this.token = token;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> stream(@Context Sse sse) {
        Scope scope = caller.scope();
        Multi<OutboundSseEvent> changes = push.listen(scope::covers, scope.roles())
                .map(change -> sse.newEventBuilder()
                        .name(change.event())
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(change.data())
                        .build());
        Multi<OutboundSseEvent> heartbeats = Multi.createFrom()
                .ticks()
                .startingAfter(AT_ONCE)
                .every(HEARTBEAT)
                .map(_ -> sse.newEventBuilder().comment("alive").build());
        return Multi.createBy()
                .merging()
                .streams(changes, heartbeats)
                .select()
                .first(Duration.between(clock.instant(), Instant.ofEpochSecond(token.getExpirationTime())));
    }
}
