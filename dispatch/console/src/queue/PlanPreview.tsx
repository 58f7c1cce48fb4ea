import { useState } from 'react';
import type { Plan, PlanItem, PlanUnserved } from '../api/planning';
import { yuan } from '../format/figures';
import { period } from '../format/time';
import { useCell } from '../store/cell';
import { Plate } from '../ui/Plate';
import { useWork } from '../workbench/workContext';
import { ExplainButton, ExplanationView } from './ExplanationView';

/** What the plan proposes, then — after the commit — what became of each proposal; and what it leaves out, with reasons. */
export function PlanPreview({ plan }: { plan: Plan }) {
  const { live } = useWork();
  const requests = useCell(live.requests).items;
  const unitOf = (requestId: string) => requests.find(({ id }) => id === requestId)?.unitName ?? '';
  const assigned = plan.items.filter(({ outcome }) => outcome === 'ASSIGNED').length;
  return (
    <div className="plan-preview" data-testid="plan-preview" data-status={plan.status}>
      <p className="dialog-lead">
        {plan.status === 'COMMITTED'
          ? `已提交：${assigned} 单派车成功，${plan.items.length - assigned} 单未成功`
          : `拟派 ${plan.items.length} 单，${plan.unserved.length} 单无法安排`}
        {plan.cost_fen !== null && ` · 预计费用 ${yuan(plan.cost_fen)}`}
        {plan.bound && <span title="proven lower bound">{` · 距理论下限 ${plan.bound.gap_percent.toFixed(1)}%`}</span>}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">申请</th>
            <th scope="col">用车单位</th>
            <th scope="col">车辆</th>
            <th scope="col">驾驶员</th>
            <th scope="col">时间</th>
            <th scope="col">结果</th>
            <th scope="col" aria-label="解释" />
          </tr>
        </thead>
        <tbody>
          {plan.items.map((item) => (
            <ItemRow key={item.requestId} planId={plan.id} item={item} unitName={unitOf(item.requestId)} />
          ))}
        </tbody>
      </table>
      <Unserved planId={plan.id} unserved={plan.unserved} />
    </div>
  );
}

function ItemRow({ planId, item, unitName }: { planId: string; item: PlanItem; unitName: string }) {
  const { live } = useWork();
  const [explained, explain] = useState(false);
  const colour = live.vehicles.find(item.vehicleId)?.properties.plateColour ?? 'BLUE';
  return (
    <>
      <tr data-testid="plan-item" data-outcome={item.outcome ?? ''}>
        <td>
          <code>{item.requestNumber}</code>
          {item.sharedWith.length > 0 && (
            <span className="tag" title={`shares the vehicle with ${item.sharedWith.join(', ')}`} data-testid="plan-shared">
              合乘 {item.sharedWith.join('、')}
            </span>
          )}
        </td>
        <td>{unitName}</td>
        <td>
          <Plate plate={item.plate} colour={colour} />
        </td>
        <td>{item.driverName}</td>
        <td className="figures">
          {period(item.from, item.to)}
          {item.charge && (
            <div data-testid="plan-charge" title="charges before it">
              充电 {period(item.charge.from, item.charge.to)} {item.charge.place.name}
            </div>
          )}
        </td>
        <td>{outcomeText(item.outcome)}</td>
        <td>
          <ExplainButton open={explained} onChange={explain} />
        </td>
      </tr>
      {explained && (
        <tr>
          <td colSpan={7}>
            <ExplanationView planId={planId} requestId={item.requestId} />
          </td>
        </tr>
      )}
    </>
  );
}

function outcomeText(outcome: string | null) {
  if (outcome === null) return <span className="muted">待提交</span>;
  if (outcome === 'ASSIGNED') return <span className="tag tag-good">已派</span>;
  return (
    <span className="tag tag-bad" title={outcome}>
      未派：{outcome}
    </span>
  );
}

function Unserved({ planId, unserved }: { planId: string; unserved: PlanUnserved[] }) {
  if (unserved.length === 0) return null;
  return (
    <>
      <h3>无法安排 Unserved</h3>
      <ul className="unserved">
        {unserved.map((each) => (
          <UnservedItem key={each.requestId} planId={planId} unserved={each} />
        ))}
      </ul>
    </>
  );
}

function UnservedItem({ planId, unserved }: { planId: string; unserved: PlanUnserved }) {
  const [explained, explain] = useState(false);
  return (
    <li data-testid="plan-unserved" data-code={unserved.code}>
      <code>{unserved.requestNumber}</code>
      <div className="unserved-why">
        {unserved.reason} <ExplainButton open={explained} onChange={explain} />
        {explained && <ExplanationView planId={planId} requestId={unserved.requestId} />}
      </div>
    </li>
  );
}
