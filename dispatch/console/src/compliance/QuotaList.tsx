import { useMemo } from 'react';
import { useCell } from '../store/cell';
import { byCategory, type CategoryQuota } from '../store/compliance';
import { useWork } from '../workbench/workContext';
import { Panel } from './Panel';

/** Quota used and left, by vehicle category. */
export function QuotaList() {
  const list = useCell(useWork().live.quotas);
  const categories = useMemo(() => byCategory(list.items), [list.items]);
  return (
    <Panel id="quota" zh="编制使用" en="Quota" note="在编 / 编制 · 余额" list={list}>
      <ul className="quota-list">
        {categories.map((category) => (
          <QuotaRow key={category.category} quota={category} />
        ))}
      </ul>
    </Panel>
  );
}

function QuotaRow({ quota }: { quota: CategoryQuota }) {
  const left = quota.number - quota.inUse;
  const used = quota.number === 0 ? 0 : Math.min(1, quota.inUse / quota.number);
  return (
    <li data-testid="quota-row" data-category={quota.category} className={left < 0 ? 'quota-over' : undefined}>
      <span className="quota-name" title={quota.category}>
        {quota.categoryName}
      </span>
      <span className="quota-figures">
        {quota.inUse}/{quota.number}
      </span>
      <span className="quota-left">{left < 0 ? `超 ${-left}` : `余 ${left}`}</span>
      <span className="quota-bar" aria-hidden="true">
        <i style={{ width: `${used * 100}%` }} />
      </span>
      <span className="quota-full">{quota.fullUnits > 0 && `${quota.fullUnits} 个单位满编`}</span>
    </li>
  );
}
