import { Button, Input } from 'antd';
import { useState } from 'react';
import type { CaseAct } from '../api/crossRegion';
import { CASE_ACTS } from '../format/labels';
import type { CaseRun } from './useCase';

/** Why; the other side reads it. */
export function ReasonForm({ act, run }: { act: CaseAct; run: CaseRun }) {
  const [reason, setReason] = useState('');
  const given = reason.trim();
  return (
    <div className="inline-form">
      <Input
        autoFocus
        value={reason}
        maxLength={500}
        placeholder="原因（对方可见）Reason"
        aria-label="原因"
        onChange={({ target }) => setReason(target.value)}
        data-testid="case-reason"
      />
      <Button
        danger
        size="small"
        disabled={given === ''}
        loading={run.busy === act}
        onClick={() => void run.act(act, { reason: given })}
        data-testid="case-reason-submit"
      >
        {CASE_ACTS[act].zh} {CASE_ACTS[act].en}
      </Button>
      <Button size="small" onClick={run.leave}>
        返回 Back
      </Button>
    </div>
  );
}
