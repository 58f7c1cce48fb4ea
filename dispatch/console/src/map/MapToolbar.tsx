import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef, Segmented } from 'antd';
import { useRef } from 'react';
import { useSlashKey } from '../ui/useSlashKey';
import { useWork } from '../workbench/workContext';
import { type EnergyChoice, passes, type VehicleFilter } from './filter';
import { type Area, AREAS } from './views';

interface Props {
  filter: VehicleFilter;
  drawn: number;
  onFilter: (filter: VehicleFilter) => void;
  onArea: (area: Area) => void;
  onGoTo: (vehicleId: string) => void;
}

const ENERGY_OPTIONS: Array<{ value: EnergyChoice; label: string }> = [
  { value: 'ALL', label: '全部能源' },
  { value: 'NEW_ENERGY', label: '新能源' },
  { value: 'COMBUSTION', label: '燃油' },
];

/** Plate search (`/` jumps to it, Enter goes to the first hit), energy filter, areas, number of vehicles drawn. */
export function MapToolbar({ filter, drawn, onFilter, onArea, onGoTo }: Props) {
  return (
    <div className="map-toolbar" role="toolbar" aria-label="地图工具 Map tools">
      <PlateSearch filter={filter} onFilter={onFilter} onGoTo={onGoTo} />
      <Segmented<EnergyChoice>
        options={ENERGY_OPTIONS}
        value={filter.energy}
        onChange={(energy) => onFilter({ ...filter, energy })}
        aria-label="按能源筛选 Filter by energy"
      />
      <span className="map-areas">
        {AREAS.map((area) => (
          <Button key={area.id} onClick={() => onArea(area)} title={area.en} data-testid={`area-${area.id}`}>
            {area.zh}
          </Button>
        ))}
      </span>
      <span className="map-count">
        在图 <strong data-testid="vehicle-count">{drawn}</strong> 辆
      </span>
    </div>
  );
}

function PlateSearch({ filter, onFilter, onGoTo }: Pick<Props, 'filter' | 'onFilter' | 'onGoTo'>) {
  const { live } = useWork();
  const input = useRef<InputRef>(null);
  useSlashKey(() => input.current?.focus());
  const goToFirst = () => {
    for (const { id, properties } of live.vehicles.list()) {
      if (passes(properties, filter)) return onGoTo(id);
    }
  };
  return (
    <Input
      ref={input}
      className="plate-search"
      prefix={<SearchOutlined aria-hidden="true" />}
      suffix={<kbd>/</kbd>}
      placeholder="搜索车牌 Plate"
      aria-label="搜索车牌 Search plate"
      data-testid="plate-search"
      allowClear
      value={filter.plate}
      onChange={({ target }) => onFilter({ ...filter, plate: target.value })}
      onPressEnter={goToFirst}
    />
  );
}
