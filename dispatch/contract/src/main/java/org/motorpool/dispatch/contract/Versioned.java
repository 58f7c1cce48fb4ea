package org.motorpool.dispatch.contract;

/** A thing that changes. Its version is the {@code ETag} of an answer, and what {@code If-Match} is compared with. */
public interface Versioned {

    /** Grows with every change, from 0. */
    long version();
}
