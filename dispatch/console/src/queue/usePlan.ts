import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf } from '../api/http';
import type { NewPlan, Plan } from '../api/planning';
import type { Problem } from '../api/types';
import { useWork } from '../workbench/workContext';

const POLL_MS = 1_000;

/** A planning run from start to commit. */
export interface PlanRun {
  plan: Plan | null;
  busy: 'starting' | 'stopping' | 'committing' | null;
  problem: Problem | null;
  start: (plan: NewPlan) => Promise<void>;
  /** Ends the solving with the best plan so far, which is proposed within a moment. */
  stop: () => Promise<void>;
  commit: () => Promise<void>;
}

export function usePlan(): PlanRun {
  const { api } = useWork();
  const [plan, setPlan] = useState<Plan | null>(null);
  const [busy, setBusy] = useState<PlanRun['busy']>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const shown = useShown();

  const run = useCallback(
    async (as: PlanRun['busy'], ask: () => Promise<Plan>) => {
      setBusy(as);
      setProblem(null);
      try {
        const answer = await ask();
        if (shown.current) setPlan(answer);
      } catch (failure) {
        if (shown.current) setProblem(problemOf(failure));
      } finally {
        if (shown.current) setBusy(null);
      }
    },
    [shown],
  );

  useEffect(() => {
    if (plan?.status !== 'SOLVING') return undefined;
    const timer = setTimeout(() => void run(null, () => api.getPlan(plan.id)), POLL_MS);
    return () => clearTimeout(timer);
  }, [plan, run, api]);

  const start = (wanted: NewPlan) => run('starting', () => api.startPlan(wanted));
  const commit = async () => {
    if (plan) await run('committing', () => api.commitPlan(plan.id));
  };
  const stop = async () => {
    if (plan) await run('stopping', () => api.stopPlan(plan.id));
  };
  return { plan, busy, problem, start, stop, commit };
}

function useShown() {
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => void (shown.current = false);
  }, []);
  return shown;
}
