package org.motorpool.telematics.codec;

/** A JT/T 808 message in either direction. */
public sealed interface Message permits Uplink, Downlink {}
