import type { Acquisition } from '../api/types';
import { tenThousandYuan } from '../format/figures';
import { ENERGY_TYPES, plateColourOf } from '../format/labels';
import { clock, day } from '../format/time';
import { useCell } from '../store/cell';
import { Plate } from '../ui/Plate';
import { ViolationList } from '../ui/ViolationList';
import { useWork } from '../workbench/workContext';
import { Panel } from './Panel';

/** Recent acquisitions: accepted, or refused with the clause. */
export function AcquisitionList() {
  const list = useCell(useWork().live.acquisitions);
  return (
    <Panel id="acquisitions" zh="车辆配备审核" en="Acquisitions" note="近期" list={list}>
      <ul className="acquisition-list">
        {list.items.map((acquisition) => (
          <AcquisitionRow key={acquisition.id} acquisition={acquisition} />
        ))}
      </ul>
    </Panel>
  );
}

function AcquisitionRow({ acquisition }: { acquisition: Acquisition }) {
  const accepted = acquisition.outcome === 'ACCEPTED';
  return (
    <li data-testid="acquisition-row" data-outcome={acquisition.outcome}>
      <div className="acquisition-head">
        <span className={`tag ${accepted ? 'tag-good' : 'tag-bad'}`}>{accepted ? '通过' : '拒绝'}</span>
        <Plate plate={acquisition.plate} colour={plateColourOf(acquisition.energyType)} />
        <span className="acquisition-model">
          {acquisition.brand} {acquisition.model}
        </span>
        <time dateTime={acquisition.decidedAt}>
          {day(acquisition.decidedAt)} {clock(acquisition.decidedAt)}
        </time>
      </div>
      <p>
        {acquisition.unitName} · {acquisition.kind === 'NEW' ? '新增' : '更新'} · {ENERGY_TYPES[acquisition.energyType].zh} ·{' '}
        {tenThousandYuan(acquisition.price_fen)}
        {acquisition.displacement_l > 0 && ` · ${acquisition.displacement_l} L`}
      </p>
      <ViolationList violations={acquisition.violations} />
    </li>
  );
}
