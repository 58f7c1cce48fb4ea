package org.motorpool.telematics.contract;

/** What a medium shows; by the terminal's word, the bytes have a content type of their own. */
public enum MediaKind {
    IMAGE,
    AUDIO,
    VIDEO,
    TEXT,
    OTHER
}
