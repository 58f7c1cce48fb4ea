package org.motorpool.telematics.recorder;

/** A problem document (RFC 9457). */
record Problem(String type, String title, int status, String detail, String code, String field) {

    static final String MEDIA_TYPE = "application/problem+json";
}
