import { Button, Modal, Select, Spin } from 'antd';
import { useState } from 'react';
import type { PlanProgress } from '../api/planning';
import { yuan } from '../format/figures';
import { ProblemAlert } from '../ui/ProblemAlert';
import { PlanPreview } from './PlanPreview';
import { type PlanRun, usePlan } from './usePlan';

const HORIZONS = [
  { value: 12, label: '今后 12 小时' },
  { value: 24, label: '今后 24 小时' },
  { value: 72, label: '今后 3 天' },
  { value: 168, label: '今后 7 天' },
];
const SECONDS = [
  { value: 5, label: '快速（5 秒）' },
  { value: 15, label: '标准（15 秒）' },
  { value: 60, label: '精细（60 秒）' },
];

/** Run → preview → commit: nothing is assigned before the commit, and each proposal shows what became of it. */
export function PlanDialog({ onClose }: { onClose: () => void }) {
  const run = usePlan();
  return (
    <Modal open title="规划派车 Plan and assign" width={860} footer={<Footer run={run} onClose={onClose} />} onCancel={onClose}>
      {run.problem && <ProblemAlert problem={run.problem} testId="plan-problem" />}
      {!run.plan && <Settings run={run} />}
      {run.plan?.status === 'SOLVING' && <Solving run={run} progress={run.plan.progress} />}
      {run.plan?.status === 'FAILED' && (
        <ProblemAlert problem={{ status: 422, code: 'plan-failed', detail: run.plan.failure ?? '规划失败 / Planning failed' }} />
      )}
      {(run.plan?.status === 'PROPOSED' || run.plan?.status === 'COMMITTED') && <PlanPreview plan={run.plan} />}
    </Modal>
  );
}

function Solving({ run, progress }: { run: PlanRun; progress: PlanProgress | null }) {
  return (
    <div className="plan-solving" role="status" data-testid="plan-solving">
      <Spin /> 正在求解，请稍候 / Solving…
      {progress && (
        <span className="figures">
          已安排 {progress.served}/{progress.rides} 单 · 目前最优 {yuan(progress.cost_fen)}
        </span>
      )}
      <Button size="small" loading={run.busy === 'stopping'} onClick={() => void run.stop()} data-testid="plan-stop">
        停止并采用当前方案 Stop
      </Button>
    </div>
  );
}

function Settings({ run }: { run: PlanRun }) {
  const [hours, setHours] = useState(24);
  const [seconds, setSeconds] = useState(5);
  const start = () => {
    const from = Date.now();
    const to = from + hours * 3_600_000;
    void run.start({ from: new Date(from).toISOString(), to: new Date(to).toISOString(), seconds });
  };
  return (
    <div className="plan-settings">
      <label>
        出车时间 Departure
        <Select options={HORIZONS} value={hours} onChange={setHours} aria-label="出车时间范围" />
      </label>
      <label>
        求解时长 Solving time
        <Select options={SECONDS} value={seconds} onChange={setSeconds} aria-label="求解时长" />
      </label>
      <Button type="primary" onClick={start} loading={run.busy === 'starting'} data-testid="plan-start">
        开始规划 Start
      </Button>
    </div>
  );
}

function Footer({ run, onClose }: { run: PlanRun; onClose: () => void }) {
  const { plan } = run;
  if (plan?.status !== 'PROPOSED') return <Button onClick={onClose}>关闭 Close</Button>;
  return (
    <>
      <Button onClick={onClose}>放弃 Discard</Button>
      <Button
        type="primary"
        disabled={plan.items.length === 0}
        loading={run.busy === 'committing'}
        onClick={() => void run.commit()}
        data-testid="plan-commit"
      >
        提交派车 Commit（{plan.items.length}）
      </Button>
    </>
  );
}
