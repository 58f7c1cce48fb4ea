import { Button, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { problemOf } from '../api/http';
import type { Binding, Explanation, Pair, Relaxation } from '../api/planning';
import type { Problem } from '../api/types';
import { yuan } from '../format/figures';
import { clock } from '../format/time';
import { ProblemAlert } from '../ui/ProblemAlert';
import { useWork } from '../workbench/workContext';

export function ExplainButton({ open, onChange }: { open: boolean; onChange: (open: boolean) => void }) {
  return (
    <Button size="small" type="link" aria-expanded={open} onClick={() => onChange(!open)} data-testid="explain">
      {open ? '收起 Less' : '解释 Explain'}
    </Button>
  );
}

/** Why the plan serves a request as it does, or what keeps it out and would help. */
export function ExplanationView({ planId, requestId }: { planId: string; requestId: string }) {
  const { api } = useWork();
  const [found, setFound] = useState<Explanation | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    let shown = true;
    api.explain(planId, requestId).then(
      (answer) => shown && setFound(answer),
      (failure) => shown && setProblem(problemOf(failure)),
    );
    return () => void (shown = false);
  }, [api, planId, requestId]);

  if (problem) return <ProblemAlert problem={problem} testId="explain-problem" />;
  if (!found) return <Spin size="small" />;
  return (
    <div className="explanation" data-testid="explanation">
      {found.chosen && <PairLine label="选定 Chosen" pair={found.chosen} />}
      {found.runnerUp && <PairLine label="次优 Runner-up" pair={found.runnerUp} />}
      {found.difference_fen !== null && <p>次优方案多 {yuan(found.difference_fen)} / The runner-up costs that much more</p>}
      {found.chosen && !found.runnerUp && <p>没有其他可用车辆 / No other vehicle could</p>}
      {found.fault && <p>{found.fault.reason}</p>}
      {found.possible && <PairLine label="可派但不划算 Possible, but dearer than leaving it out" pair={found.possible} />}
      <Obstacles binding={found.binding} relaxations={found.relaxations} />
    </div>
  );
}

function PairLine({ label, pair }: { label: string; pair: Pair }) {
  const terms = pair.terms.map(({ name, fen }) => `${name} ${yuan(fen)}`).join(' + ');
  return (
    <p>
      {label}：<b>{pair.plate}</b> {pair.driverName} · {clock(pair.startsAt)} 上车 · <b className="figures">{yuan(pair.added_fen)}</b>{' '}
      <small className="muted">{terms}</small>
    </p>
  );
}

/** The constraints that bind, the nearest to success first, and the smallest changes that would help. */
export function Obstacles({ binding, relaxations }: { binding: Binding[]; relaxations: Relaxation[] }) {
  return (
    <>
      {binding.length > 0 && (
        <p data-testid="binding" title={binding.map(({ nameEn }) => nameEn).join(', ')}>
          约束 Binding：{binding.map(({ name, vehicles }) => `${name}（${vehicles} 辆）`).join('、')}
        </p>
      )}
      {relaxations.map(({ code, text, pair }) => (
        <p key={code} data-testid="relaxation">
          可行调整 Would help：{text} → {pair.plate} {pair.driverName} {clock(pair.startsAt)}
        </p>
      ))}
    </>
  );
}
