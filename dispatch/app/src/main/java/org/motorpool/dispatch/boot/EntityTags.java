package org.motorpool.dispatch.boot;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.motorpool.dispatch.IfMatch;
import org.motorpool.dispatch.contract.Versioned;

/** An answer that is one versioned thing carries its version as {@code ETag}. */
class EntityTags {

    @ServerResponseFilter
    void tag(ContainerResponseContext answer) {
        if (answer.getEntity() instanceof Versioned thing) {
            answer.getHeaders().putSingle(HttpHeaders.ETAG, IfMatch.tag(thing.version()));
        }
    }
}
