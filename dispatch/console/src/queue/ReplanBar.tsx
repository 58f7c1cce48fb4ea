import { Button } from 'antd';
import { useState } from 'react';
import type { Replan } from '../api/planning';
import { REPLAN_KINDS } from '../format/labels';
import { useCell } from '../store/cell';
import { useWork } from '../workbench/workContext';
import { ReplanDialog } from './ReplanDialog';

/** Proposals that wait for a decision; the platform offers some by itself. */
export function ReplanBar() {
  const { live } = useWork();
  const waiting = useCell(live.replans);
  const [shown, show] = useState<Replan | null>(null);
  const next = waiting[0];
  if (!next && !shown) return null;
  return (
    <>
      {next && (
        <div className="plan-bar replan-bar" data-testid="replan-bar">
          <span>
            {waiting.length} 个重排方案待处理：{REPLAN_KINDS[next.event.kind].zh} {next.subject}
          </span>
          <Button size="small" onClick={() => show(next)} data-testid="replan-open">
            查看 Open
          </Button>
        </div>
      )}
      {shown && <ReplanDialog key={shown.id} title={shown.subject} offered={shown} onClose={() => show(null)} />}
    </>
  );
}
