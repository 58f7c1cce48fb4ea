package org.motorpool.dispatch.assignment;

import java.time.Instant;
import java.util.UUID;

/** A period a vehicle and a driver are promised for. */
public record Booking(UUID vehicleId, UUID driverId, Instant from, Instant to) {}
