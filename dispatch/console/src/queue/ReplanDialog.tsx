import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import type { Replan } from '../api/planning';
import { ProblemAlert } from '../ui/ProblemAlert';
import { ReplanPreview } from './ReplanPreview';
import { type ReplanRun, useReplan } from './useReplan';

interface Props {
  title: string;
  offered?: Replan;
  onClose: () => void;
  /** Asks what happened; not shown once there is a proposal. */
  children?: (run: ReplanRun) => ReactNode;
}

/** What happened → proposal → commit or discard: nothing changes before the commit, which is all or nothing. */
export function ReplanDialog({ title, offered, onClose, children }: Props) {
  const run = useReplan(offered ?? null);
  return (
    <Modal open title={`重排 Re-plan · ${title}`} width={920} footer={<Footer run={run} onClose={onClose} />} onCancel={onClose}>
      {run.problem && <ProblemAlert problem={run.problem} testId="replan-problem" />}
      {!run.replan && children?.(run)}
      {run.replan && <ReplanPreview replan={run.replan} />}
    </Modal>
  );
}

function Footer({ run, onClose }: { run: ReplanRun; onClose: () => void }) {
  const { replan, busy } = run;
  if (replan?.state !== 'OFFERED') return <Button onClick={onClose}>关闭 Close</Button>;
  return (
    <>
      <Button disabled={busy !== null} loading={busy === 'discarding'} onClick={() => void run.discard()} data-testid="replan-discard">
        放弃 Discard
      </Button>
      <Button
        type="primary"
        disabled={busy !== null || replan.moves.length === 0}
        loading={busy === 'committing'}
        onClick={() => void run.commit()}
        data-testid="replan-commit"
      >
        采用 Commit（{replan.moves.length}）
      </Button>
    </>
  );
}
