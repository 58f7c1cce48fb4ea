import { type RefObject, useEffect, useState } from 'react';
import { useWork } from '../workbench/workContext';
import { FleetMap } from './fleetMap';

interface FleetMapState {
  map: FleetMap | null;
  drawn: number;
}

/** Puts the map into the element and takes it out with the component. */
export function useFleetMap(target: RefObject<HTMLElement | null>, onPick: (vehicleId: string | null) => void): FleetMapState {
  const { live } = useWork();
  const [map, setMap] = useState<FleetMap | null>(null);
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    if (!target.current) return undefined;
    const created = new FleetMap(target.current, live.vehicles, onPick, setDrawn);
    setMap(created);
    return () => created.destroy();
  }, [target, live, onPick]);
  return { map, drawn };
}
