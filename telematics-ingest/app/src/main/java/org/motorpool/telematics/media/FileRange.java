package org.motorpool.telematics.media;

/** Some bytes of a file. */
public record FileRange(long offset, long length) {}
