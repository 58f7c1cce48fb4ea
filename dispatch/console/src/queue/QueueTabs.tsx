import type { KeyboardEvent } from 'react';
import { QUEUE_LABELS } from '../format/labels';
import { QUEUES, type Queue } from '../store/requests';

interface Props {
  queue: Queue;
  counts: Record<Queue, number>;
  onChange: (queue: Queue) => void;
}

/** Tabs with counts; arrow keys move between them. */
export function QueueTabs({ queue, counts, onChange }: Props) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = QUEUES[(QUEUES.indexOf(queue) + step + QUEUES.length) % QUEUES.length] as Queue;
    onChange(next);
    document.getElementById(`queue-tab-${next}`)?.focus();
  };
  return (
    <div className="queue-tabs" role="tablist" aria-label="申请状态 Status" onKeyDown={onKeyDown}>
      {QUEUES.map((each) => (
        <button
          key={each}
          id={`queue-tab-${each}`}
          data-testid={`queue-tab-${each}`}
          type="button"
          role="tab"
          aria-selected={each === queue}
          aria-controls="queue-panel"
          tabIndex={each === queue ? 0 : -1}
          title={QUEUE_LABELS[each].en}
          onClick={() => onChange(each)}
        >
          <b data-testid={`queue-count-${each}`}>{counts[each]}</b>
          {QUEUE_LABELS[each].zh}
        </button>
      ))}
    </div>
  );
}
