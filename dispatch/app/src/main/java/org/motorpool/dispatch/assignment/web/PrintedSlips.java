package org.motorpool.dispatch.assignment.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.motorpool.dispatch.assignment.SlipConfig;

/** How a printed order is answered, and what address its code leads to. */
@Singleton
class PrintedSlips {

    static final String PDF = "application/pdf";

    private final SlipConfig config;

    PrintedSlips(SlipConfig config) {
        this.config = config;
    }

    URI base(UriInfo uri) {
        return config.publicUrl().orElse(uri.getBaseUri());
    }

    Response answer(UUID id, byte[] pdf) {
        return Response.ok(pdf, PDF)
                .header("Content-Disposition", "inline; filename=\"%s.pdf\"".formatted(id))
                .header("Cache-Control", "no-store")
                .build();
    }
}
