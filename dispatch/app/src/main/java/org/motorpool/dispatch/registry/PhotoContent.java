package org.motorpool.dispatch.registry;

import io.vertx.core.buffer.Buffer;

/** The bytes of a photo, and what they are. */
public record PhotoContent(String mediaType, Buffer bytes) {}
