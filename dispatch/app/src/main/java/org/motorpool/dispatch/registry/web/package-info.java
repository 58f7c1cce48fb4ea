/** Vehicles, drivers and terminals over REST. */
@NullMarked
package org.motorpool.dispatch.registry.web;

import org.jspecify.annotations.NullMarked;
