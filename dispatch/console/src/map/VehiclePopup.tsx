import { CloseOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import { ENERGY_TYPES, VEHICLE_STATES } from '../format/labels';
import { age, clockSeconds } from '../format/time';
import { useCell } from '../store/cell';
import { categoryNames } from '../store/compliance';
import { Plate } from '../ui/Plate';
import { BreakdownButton } from '../queue/BreakdownButton';
import { useNow } from '../ui/useNow';
import { useWork } from '../workbench/workContext';
import { STATE_COLOURS } from './palette';
import { useVehicle } from './useVehicle';

/** The picked vehicle: plate first, then who it belongs to and how fresh its fix is. */
export function VehiclePopup({ id, onClose }: { id: string; onClose: () => void }) {
  const vehicle = useVehicle(id)?.properties;
  const { live, roles } = useWork();
  const quotas = useCell(live.quotas).items;
  const names = useMemo(() => categoryNames(quotas), [quotas]);
  const now = useNow(1_000);
  if (!vehicle) return null;
  return (
    <aside className="vehicle-popup" data-testid="vehicle-popup" aria-label={`车辆 ${vehicle.plate}`}>
      <header>
        <Plate plate={vehicle.plate} colour={vehicle.plateColour} large />
        <span className="vehicle-state" style={{ '--state': STATE_COLOURS[vehicle.state] } as React.CSSProperties}>
          {VEHICLE_STATES[vehicle.state].zh}
        </span>
        <button type="button" onClick={onClose} aria-label="关闭 Close">
          <CloseOutlined />
        </button>
      </header>
      <dl>
        <dt>单位</dt>
        <dd>{vehicle.unitName}</dd>
        <dt>类别</dt>
        <dd>{names.get(vehicle.category) ?? vehicle.category}</dd>
        <dt>能源</dt>
        <dd>
          {ENERGY_TYPES[vehicle.energyType].zh}
          {vehicle.newEnergy && <em className="nev-mark">新能源</em>}
        </dd>
        <dt>速度</dt>
        <dd>
          {Math.round(vehicle.speed_kmh)} km/h · 航向 {vehicle.heading_deg}° · {vehicle.ignitionOn ? '已点火' : '已熄火'}
        </dd>
        <dt>定位</dt>
        <dd data-testid="vehicle-age">
          {clockSeconds(vehicle.reportedAt)}（{age(vehicle.reportedAt, now)}）
        </dd>
      </dl>
      {roles.includes('DISPATCHER') && <BreakdownButton vehicleId={id} plate={vehicle.plate} />}
    </aside>
  );
}
