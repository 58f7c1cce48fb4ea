/** Wiring: JSON, problem+json, the outbox relay, the push stream. */
@NullMarked
package org.motorpool.dispatch.boot;

import org.jspecify.annotations.NullMarked;
