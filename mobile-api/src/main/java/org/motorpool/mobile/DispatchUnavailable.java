package org.motorpool.mobile;

/** Dispatch did not answer. */
final class DispatchUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DispatchUnavailable(Throwable cause) {
        super("dispatch did not answer", cause);
    }
}
