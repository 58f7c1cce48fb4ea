import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { CrossRegionService } from '../api/crossRegion';
import { fromInput, toInput } from '../format/time';
import type { CaseRun } from './useCase';

const HOUR_MS = 3_600_000;
const FEN = 100;
const MOST_YUAN = 1_000_000;

/** The time asked for or another, what it will cost, and for how long the offer stands: until the use begins at most. */
export function OfferForm({ service, run }: { service: CrossRegionService; run: CaseRun }) {
  const [from, setFrom] = useState(toInput(service.inquiry.startsAt));
  const [to, setTo] = useState(toInput(service.inquiry.endsAt));
  const [estimate, setEstimate] = useState<number | null>(null);
  const [hours, setHours] = useState<number | null>(4);
  const startsAt = fromInput(from);
  const endsAt = fromInput(to);
  const complete = startsAt !== null && endsAt !== null && estimate !== null && hours !== null;
  const offer = () => {
    if (!complete) return;
    const expiresAt = Math.min(Date.now() + hours * HOUR_MS, new Date(startsAt).getTime());
    void run.act('offer', { startsAt, endsAt, estimate_fen: Math.round(estimate * FEN), expiresAt: new Date(expiresAt).toISOString() });
  };
  return (
    <div className="inline-form">
      <label>
        用车 From <Input type="datetime-local" value={from} onChange={({ target }) => setFrom(target.value)} aria-label="用车开始（北京时间）" />
      </label>
      <label>
        至 To <Input type="datetime-local" value={to} onChange={({ target }) => setTo(target.value)} aria-label="用车结束（北京时间）" />
      </label>
      <label>
        预计费用 <InputNumber min={0} max={MOST_YUAN} precision={2} value={estimate} onChange={setEstimate} suffix="元" data-testid="offer-estimate" />
      </label>
      <label>
        报价有效 <InputNumber min={1} max={168} value={hours} onChange={setHours} suffix="小时" data-testid="offer-hours" />
      </label>
      <Button type="primary" size="small" disabled={!complete} loading={run.busy === 'offer'} onClick={offer} data-testid="offer-submit">
        报价 Offer
      </Button>
      <Button size="small" onClick={run.leave}>
        返回 Back
      </Button>
    </div>
  );
}
