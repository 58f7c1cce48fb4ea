package org.motorpool.dispatch.duty;

import java.util.UUID;

/** A period in which a driver cannot drive: on leave, or between shifts. */
public record Absence(UUID driverId, Period period) {}
