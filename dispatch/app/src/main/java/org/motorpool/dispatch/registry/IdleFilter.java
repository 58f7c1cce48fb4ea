package org.motorpool.dispatch.registry;

import java.time.Instant;
import java.util.UUID;

/**
 * Which idle vehicles to look for.
 *
 * @param idleBefore idle since before this
 * @param notOfUnit the unit that looks for one
 */
public record IdleFilter(String scopePath, String category, Instant idleBefore, UUID notOfUnit) {}
