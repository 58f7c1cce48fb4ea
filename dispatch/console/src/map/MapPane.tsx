import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useCell } from '../store/cell';
import { ProblemAlert } from '../ui/ProblemAlert';
import { useWork } from '../workbench/workContext';
import { NO_FILTER, withStateToggled } from './filter';
import { MapLegend } from './MapLegend';
import { MapToolbar } from './MapToolbar';
import { useFleetMap } from './useFleetMap';
import { VehiclePopup } from './VehiclePopup';

/** The live map with search, filter, legend and the picked vehicle. */
export function MapPane({ selectedRequestId }: { selectedRequestId: string | null }) {
  const { live } = useWork();
  const target = useRef<HTMLDivElement>(null);
  const [pickedId, pick] = useState<string | null>(null);
  const [filter, setFilter] = useState(NO_FILTER);
  const { map, drawn } = useFleetMap(target, pick);
  const request = useCell(live.requests).items.find(({ id }) => id === selectedRequestId) ?? null;
  const problem = useCell(live.vehicleProblem);

  useEffect(() => map?.setFilter(filter), [map, filter]);
  useEffect(() => map?.select(pickedId), [map, pickedId]);
  // The map moves when another request is selected, not when the same one changes.
  useEffect(() => map?.showRequest(request), [map, request?.id]);

  const goTo = (vehicleId: string) => {
    pick(vehicleId);
    map?.goTo(vehicleId);
  };
  return (
    <section className="map-pane" aria-label="车辆实时地图 Live map">
      <MapToolbar filter={filter} drawn={drawn} onFilter={setFilter} onArea={(area) => map?.show(area)} onGoTo={goTo} />
      <div className="map" ref={target} role="application" aria-label="地图：方向键移动，加减键缩放" tabIndex={0} />
      <MapLegend filter={filter} onToggle={(state) => setFilter(withStateToggled(filter, state))} />
      {problem && <ProblemAlert problem={problem} onRetry={() => void live.reload()} testId="vehicles-problem" />}
      {map && pickedId && createPortal(<VehiclePopup id={pickedId} onClose={() => pick(null)} />, map.popupElement)}
    </section>
  );
}
