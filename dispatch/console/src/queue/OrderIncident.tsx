import { Button, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import type { ReplanEvent, ReplanKind } from '../api/planning';
import type { Order, OrderSummary } from '../api/types';
import { REPLAN_KINDS } from '../format/labels';
import { useWork } from '../workbench/workContext';
import type { ReplanRun } from './useReplan';

const MINUTE_MS = 60_000;
const LONGEST_MINUTES = 24 * 60;

/** What happened to an order: on the road it may be late; before, its vehicle or driver may not be there. */
export function OrderIncident({ order, run }: { order: OrderSummary; run: ReplanRun }) {
  const { api } = useWork();
  const underway = order.status === 'DEPARTED' || order.status === 'ARRIVED';
  const kinds: ReplanKind[] = underway ? ['DELAY', 'BREAKDOWN', 'DRIVER_ABSENT'] : ['BREAKDOWN', 'DRIVER_ABSENT'];
  const [kind, setKind] = useState<ReplanKind>(kinds[0] as ReplanKind);
  const [minutes, setMinutes] = useState<number | null>(underway ? 60 : null);
  const ask = () => run.ask(async () => event(kind, await api.getOrder(order.id), minutes));
  return (
    <div className="inline-form">
      <Radio.Group value={kind} onChange={({ target }) => setKind(target.value as ReplanKind)}>
        {kinds.map((each) => (
          <Radio key={each} value={each} data-testid={`replan-${each}`}>
            {REPLAN_KINDS[each].zh} {REPLAN_KINDS[each].en}
          </Radio>
        ))}
      </Radio.Group>
      <label>
        {kind === 'DELAY' ? '多久后收车' : '多久后恢复（不填为今天不再出车）'}{' '}
        <InputNumber min={1} max={LONGEST_MINUTES} value={minutes} onChange={setMinutes} suffix="分钟" data-testid="replan-minutes" />
      </label>
      <Button type="primary" disabled={kind === 'DELAY' && !minutes} loading={run.busy === 'asking'} onClick={() => void ask()} data-testid="replan-ask">
        生成方案 Propose
      </Button>
    </div>
  );
}

function event(kind: ReplanKind, order: Order, minutes: number | null): ReplanEvent {
  const until = minutes ? new Date(Date.now() + minutes * MINUTE_MS).toISOString() : null;
  switch (kind) {
    case 'DELAY':
      return { kind, orderId: order.id, until };
    case 'DRIVER_ABSENT':
      return { kind, driverId: order.driverId, until };
    default:
      return { kind: 'BREAKDOWN', vehicleId: order.vehicleId, until };
  }
}
