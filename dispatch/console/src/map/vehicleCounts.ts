import type { LiveVehicle, VehicleState } from '../api/types';

/** The legend's figures. */
export interface VehicleCounts {
  total: number;
  byState: Record<VehicleState, number>;
  newEnergy: number;
}

export function countVehicles(vehicles: Iterable<LiveVehicle>): VehicleCounts {
  const counts: VehicleCounts = {
    total: 0,
    byState: { IDLE: 0, ASSIGNED: 0, ON_TRIP: 0, OFFLINE: 0, OUT_OF_SERVICE: 0 },
    newEnergy: 0,
  };
  for (const { properties } of vehicles) {
    counts.total++;
    counts.byState[properties.state]++;
    if (properties.newEnergy) counts.newEnergy++;
  }
  return counts;
}
