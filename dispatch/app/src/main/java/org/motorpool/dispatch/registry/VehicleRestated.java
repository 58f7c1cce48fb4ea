package org.motorpool.dispatch.registry;

import java.util.UUID;

/** In-process note: a running transaction gives a vehicle another state. It may still roll back. */
public record VehicleRestated(UUID vehicleId) {}
