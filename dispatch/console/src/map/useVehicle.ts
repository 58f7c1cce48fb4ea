import { useCallback, useSyncExternalStore } from 'react';
import type { LiveVehicle } from '../api/types';
import { useWork } from '../workbench/workContext';

/** One vehicle as last reported; the component renders again when it changes. */
export function useVehicle(id: string | null): LiveVehicle | undefined {
  const { vehicles } = useWork().live;
  const subscribe = useCallback(
    (listener: () => void) => vehicles.subscribe((changed) => id && changed.has(id) && listener()),
    [vehicles, id],
  );
  return useSyncExternalStore(subscribe, () => (id ? vehicles.find(id) : undefined));
}
