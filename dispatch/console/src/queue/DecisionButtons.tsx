import { Button } from 'antd';
import { useState } from 'react';
import { problemOf } from '../api/http';
import type { Decision, Problem, UseRequest } from '../api/types';
import { ProblemAlert } from '../ui/ProblemAlert';
import { useWork } from '../workbench/workContext';
import { ReasonDialog, type ReasonedDecision } from './ReasonDialog';

/** Approve at once; return or reject with a reason. The card changes when the server has answered. */
export function DecisionButtons({ request }: { request: UseRequest }) {
  const { api, live } = useWork();
  const [busy, setBusy] = useState<Decision | null>(null);
  const [asking, ask] = useState<ReasonedDecision | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const decide = async (decision: Decision, reason: string | null) => {
    setBusy(decision);
    setProblem(null);
    try {
      live.accept(await api.decide(request.id, { decision, reason }));
    } catch (failure) {
      setProblem(problemOf(failure));
    } finally {
      setBusy(null);
    }
  };
  const onReason = (decision: ReasonedDecision, reason: string) => {
    ask(null);
    void decide(decision, reason);
  };
  const disabled = busy !== null;
  return (
    <div className="card-actions">
      {problem && <ProblemAlert problem={problem} testId="decision-problem" />}
      <Button type="primary" size="small" disabled={disabled} loading={busy === 'APPROVE'} onClick={() => void decide('APPROVE', null)} data-testid="approve">
        批准 Approve
      </Button>
      <Button size="small" disabled={disabled} loading={busy === 'RETURN'} onClick={() => ask('RETURN')} data-testid="return">
        退回 Return
      </Button>
      <Button size="small" danger disabled={disabled} loading={busy === 'REJECT'} onClick={() => ask('REJECT')} data-testid="reject">
        驳回 Reject
      </Button>
      {asking && <ReasonDialog decision={asking} request={request} onCancel={() => ask(null)} onReason={onReason} />}
    </div>
  );
}
