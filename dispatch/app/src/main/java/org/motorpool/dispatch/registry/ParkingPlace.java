package org.motorpool.dispatch.registry;

import java.util.UUID;
import org.motorpool.dispatch.contract.VehicleApi;

/** Where the vehicles of a unit are kept 定点停放. */
public record ParkingPlace(UUID unitId, String unitPath, VehicleApi.Place place) {}
