import type { VehicleState } from '../api/types';

/** Fill of a vehicle's marker by state; each differs in lightness too, for people who see colours differently. */
export const STATE_COLOURS: Record<VehicleState, string> = {
  IDLE: '#2f7fc9',
  ASSIGNED: '#e89a0c',
  ON_TRIP: '#7a2fb5',
  OFFLINE: '#98a3b0',
  OUT_OF_SERVICE: '#3c4654',
};

/** Ring of a vehicle that counts as new energy; the others are square with a dark edge. */
export const NEW_ENERGY_COLOUR = '#0ea45a';
export const COMBUSTION_COLOUR = '#4a5868';

/** Paint order: what is driving lies on top. */
export const STATE_ORDER: Record<VehicleState, number> = {
  OFFLINE: 0,
  OUT_OF_SERVICE: 0,
  IDLE: 1,
  ASSIGNED: 2,
  ON_TRIP: 3,
};
