package org.motorpool.dispatch.registry;

import java.util.UUID;

/** A unit and a vehicle category: what a quota is given for. */
public record UnitCategory(UUID unitId, String category) {}
