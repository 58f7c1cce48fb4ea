import { toLonLat } from 'ol/proj';
import { type FleetLayer, propertiesOf } from './fleetLayer';

/** A vehicle as it is drawn now. */
export interface DrawnVehicle {
  id: string;
  plate: string;
  longitude: number;
  latitude: number;
  state: string;
  energyType: string;
  reportedAt: string;
}

declare global {
  interface Window {
    motorpool?: { vehicles(): DrawnVehicle[] };
  }
}

/** Lets browser tests read, not change, what the map draws. */
export function exposeDrawnVehicles(fleet: FleetLayer): void {
  window.motorpool = Object.freeze({ vehicles: () => drawnVehicles(fleet) });
}

function drawnVehicles(fleet: FleetLayer): DrawnVehicle[] {
  return fleet.source.getFeatures().map((feature) => {
    const [longitude = Number.NaN, latitude = Number.NaN] = toLonLat(feature.getGeometry()?.getCoordinates() ?? []);
    const { plate, state, energyType, reportedAt } = propertiesOf(feature);
    return { id: String(feature.getId()), plate, longitude, latitude, state, energyType, reportedAt };
  });
}
