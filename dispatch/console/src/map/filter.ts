import type { LiveProperties, VehicleState } from '../api/types';

export type EnergyChoice = 'ALL' | 'NEW_ENERGY' | 'COMBUSTION';

/** Which vehicles the map draws. */
export interface VehicleFilter {
  plate: string;
  hiddenStates: ReadonlySet<VehicleState>;
  energy: EnergyChoice;
}

export const NO_FILTER: VehicleFilter = { plate: '', hiddenStates: new Set(), energy: 'ALL' };

/** True when the vehicle passes every part of the filter; plates match in any case, without the dot. */
export function passes(vehicle: LiveProperties, filter: VehicleFilter): boolean {
  if (filter.hiddenStates.has(vehicle.state)) return false;
  if (filter.energy !== 'ALL' && (filter.energy === 'NEW_ENERGY') !== vehicle.newEnergy) return false;
  return bare(vehicle.plate).includes(bare(filter.plate));
}

function bare(plate: string): string {
  return plate.replace(/[·\s]/g, '').toUpperCase();
}

/** The filter with one state hidden or shown again. */
export function withStateToggled(filter: VehicleFilter, state: VehicleState): VehicleFilter {
  const hiddenStates = new Set(filter.hiddenStates);
  if (!hiddenStates.delete(state)) hiddenStates.add(state);
  return { ...filter, hiddenStates };
}
