package org.motorpool.telematics.recorder;

import org.jboss.resteasy.reactive.RestResponse;

/** A problem document (RFC 9457). */
public record Problem(String type, String title, int status, String detail, String code, String field) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The response that says so. */
    public RestResponse<Problem> answer() {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), this)
                .type(MEDIA_TYPE)
                .build();
    }
}
