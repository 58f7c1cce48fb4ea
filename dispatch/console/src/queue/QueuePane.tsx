import { Button, Empty } from 'antd';
import { useMemo, useState } from 'react';
import type { UseRequest } from '../api/types';
import { QUEUE_LABELS } from '../format/labels';
import { useCell } from '../store/cell';
import { countByQueue, inQueue, type Queue } from '../store/requests';
import { ProblemAlert } from '../ui/ProblemAlert';
import { useWork } from '../workbench/workContext';
import { CrossRegionBar } from './CrossRegionBar';
import { PlanDialog } from './PlanDialog';
import { QueueTabs } from './QueueTabs';
import { ReplanBar } from './ReplanBar';
import { RequestCard } from './RequestCard';

const SHOWN_AT_ONCE = 60;

interface Props {
  selectedId: string | null;
  onSelect: (requestId: string | null) => void;
}

/** The request queue, one tab per stage. */
export function QueuePane({ selectedId, onSelect }: Props) {
  const { live, roles } = useWork();
  const { items, loading, problem } = useCell(live.requests);
  const [queue, setQueue] = useState<Queue>(roles.includes('DISPATCHER') ? 'APPROVED' : 'SUBMITTED');
  const counts = useMemo(() => countByQueue(items), [items]);
  const listed = useMemo(() => inQueue(items, queue), [items, queue]);
  return (
    <section className="queue-pane" aria-label="用车申请队列 Request queue">
      <QueueTabs queue={queue} counts={counts} onChange={setQueue} />
      {problem && <ProblemAlert problem={problem} onRetry={() => void live.reload()} testId="requests-problem" />}
      {roles.includes('DISPATCHER') && <ReplanBar />}
      {roles.includes('DISPATCHER') && <CrossRegionBar />}
      {queue === 'APPROVED' && roles.includes('DISPATCHER') && <PlanBar waiting={counts.APPROVED} />}
      <div className="cards" role="tabpanel" id="queue-panel" aria-labelledby={`queue-tab-${queue}`} aria-busy={loading}>
        {listed.length === 0 && !loading && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={`没有“${QUEUE_LABELS[queue].zh}”的申请 / Nothing here`} />
        )}
        <CardList key={queue} requests={listed} selectedId={selectedId} onSelect={onSelect} />
      </div>
    </section>
  );
}

function PlanBar({ waiting }: { waiting: number }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="plan-bar">
      <span>{waiting} 单待派，可跨部门、跨区域统筹</span>
      <Button type="primary" size="small" onClick={() => setOpen(true)} data-testid="plan-open">
        规划 Plan
      </Button>
      {open && <PlanDialog onClose={() => setOpen(false)} />}
    </div>
  );
}

function CardList({ requests, selectedId, onSelect }: { requests: UseRequest[] } & Props) {
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  return (
    <>
      {requests.slice(0, shown).map((request) => (
        <RequestCard
          key={request.id}
          request={request}
          selected={request.id === selectedId}
          onSelect={() => onSelect(request.id === selectedId ? null : request.id)}
        />
      ))}
      {requests.length > shown && (
        <Button block type="text" onClick={() => setShown(shown + SHOWN_AT_ONCE)} data-testid="queue-more">
          再显示 {Math.min(SHOWN_AT_ONCE, requests.length - shown)} 单（共 {requests.length} 单）
        </Button>
      )}
    </>
  );
}
