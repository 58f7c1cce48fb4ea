import type { NevShare } from '../api/types';
import { percent, threshold } from '../format/figures';
import { useCell } from '../store/cell';
import { useWork } from '../workbench/workContext';
import { Panel } from './Panel';

/** New-energy share of this year's additions and renewals, per province, against what the rule demands. */
export function NevShareList() {
  const list = useCell(useWork().live.nevShares);
  const first = list.items[0];
  const note = first && `${first.year} 年新增及更新 · 要求 ≥ ${threshold(first.threshold)}`;
  return (
    <Panel id="nev-share" zh="新能源占比" en="NEV share" note={note} list={list}>
      <ul className="nev-list">
        {list.items.map((share) => (
          <NevRow key={share.regionCode} share={share} />
        ))}
      </ul>
    </Panel>
  );
}

function NevRow({ share }: { share: NevShare }) {
  const verdict = share.share === null ? 'none' : share.met ? 'met' : 'unmet';
  return (
    <li data-testid="nev-row" data-region={share.regionCode} data-met={share.met} className={`nev-${verdict}`}>
      <span className="nev-region">{share.regionName}</span>
      <span className="nev-bar" aria-hidden="true">
        <i style={{ width: `${Math.min(1, share.share ?? 0) * 100}%` }} />
        <b style={{ left: `${share.threshold * 100}%` }} />
      </span>
      <span className="nev-share">{percent(share.share)}</span>
      <span className="nev-count">
        {share.newEnergy}/{share.additions} 辆
      </span>
      <span className="nev-verdict" title={`要求不低于 ${threshold(share.threshold)} / at least ${threshold(share.threshold)}`}>
        {{ none: '无新增', met: '达标', unmet: '未达标' }[verdict]}
      </span>
    </li>
  );
}
