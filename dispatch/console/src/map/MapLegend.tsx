import type { VehicleState } from '../api/types';
import { VEHICLE_STATES } from '../format/labels';
import type { VehicleFilter } from './filter';
import { COMBUSTION_COLOUR, NEW_ENERGY_COLOUR, STATE_COLOURS } from './palette';
import { useVehicleCounts } from './useVehicleCounts';

interface Props {
  filter: VehicleFilter;
  onToggle: (state: VehicleState) => void;
}

/** What colours and shapes mean, with counts; a click on a state hides or shows it. */
export function MapLegend({ filter, onToggle }: Props) {
  const counts = useVehicleCounts();
  return (
    <div className="map-legend" role="group" aria-label="图例与状态筛选 Legend and state filter">
      {Object.entries(VEHICLE_STATES).map(([state, label]) => (
        <button
          key={state}
          type="button"
          aria-pressed={!filter.hiddenStates.has(state as VehicleState)}
          onClick={() => onToggle(state as VehicleState)}
          title={`${label.en} · 点击显示或隐藏`}
          data-testid={`legend-${state}`}
        >
          <i style={{ background: STATE_COLOURS[state as VehicleState] }} aria-hidden="true" />
          {label.zh}
          <b>{counts.byState[state as VehicleState]}</b>
        </button>
      ))}
      <span className="map-legend-energy" title="New energy">
        <i className="ring" style={{ borderColor: NEW_ENERGY_COLOUR }} aria-hidden="true" />
        新能源<b>{counts.newEnergy}</b>
      </span>
      <span className="map-legend-energy" title="Combustion and others">
        <i className="square" style={{ borderColor: COMBUSTION_COLOUR }} aria-hidden="true" />
        燃油<b>{counts.total - counts.newEnergy}</b>
      </span>
    </div>
  );
}
