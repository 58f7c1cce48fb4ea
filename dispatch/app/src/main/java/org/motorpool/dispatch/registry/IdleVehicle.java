package org.motorpool.dispatch.registry;

import java.time.Instant;

/** A vehicle in service that nobody uses. */
public record IdleVehicle(VehicleFile vehicle, Instant idleSince) {}
