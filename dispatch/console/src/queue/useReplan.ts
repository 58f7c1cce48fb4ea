import { useState } from 'react';
import { problemOf } from '../api/http';
import type { Replan, ReplanEvent } from '../api/planning';
import type { Problem } from '../api/types';
import { useWork } from '../workbench/workContext';

/** A re-plan from what happened to the decision. */
export interface ReplanRun {
  replan: Replan | null;
  busy: 'asking' | 'committing' | 'discarding' | null;
  problem: Problem | null;
  ask: (event: ReplanEvent | (() => Promise<ReplanEvent>)) => Promise<void>;
  commit: () => Promise<void>;
  discard: () => Promise<void>;
}

/** @param offered a proposal that is there already, or null */
export function useReplan(offered: Replan | null): ReplanRun {
  const { api, live } = useWork();
  const [replan, setReplan] = useState<Replan | null>(offered);
  const [busy, setBusy] = useState<ReplanRun['busy']>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const run = async (as: ReplanRun['busy'], act: () => Promise<Replan>) => {
    setBusy(as);
    setProblem(null);
    try {
      const answer = await act();
      live.acceptReplan(answer);
      setReplan(answer);
    } catch (failure) {
      setProblem(problemOf(failure));
    } finally {
      setBusy(null);
    }
  };
  const ask: ReplanRun['ask'] = (event) => run('asking', async () => api.replan(typeof event === 'function' ? await event() : event));
  const commit = async () => {
    if (replan) await run('committing', () => api.commitReplan(replan.id));
  };
  const discard = async () => {
    if (replan) await run('discarding', () => api.discardReplan(replan.id));
  };
  return { replan, busy, problem, ask, commit, discard };
}
