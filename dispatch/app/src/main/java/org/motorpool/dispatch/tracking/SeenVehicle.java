package org.motorpool.dispatch.tracking;

import org.motorpool.dispatch.registry.VehicleFile;

/** A vehicle and where it was last seen. */
record SeenVehicle(VehicleFile vehicle, LatestPosition position) {}
