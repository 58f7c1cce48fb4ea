package org.motorpool.dispatch.organisation;

/** The caller of the request being served. */
public interface Caller {

    /** Who calls, and what they may touch; from the verified token. */
    Scope scope();
}
