import { useEffect, useState } from 'react';
import { useWork } from '../workbench/workContext';
import { countVehicles, type VehicleCounts } from './vehicleCounts';

/** The legend's figures, counted again after each announcement of the store. */
export function useVehicleCounts(): VehicleCounts {
  const { vehicles } = useWork().live;
  const [counts, setCounts] = useState(() => countVehicles(vehicles.list()));
  useEffect(() => vehicles.subscribe(() => setCounts(countVehicles(vehicles.list()))), [vehicles]);
  return counts;
}
