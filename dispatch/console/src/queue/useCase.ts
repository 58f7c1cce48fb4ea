import { useState } from 'react';
import type { CaseAct, CrossRegionService, NewOffer } from '../api/crossRegion';
import { problemOf } from '../api/http';
import type { Problem } from '../api/types';
import { useWork } from '../workbench/workContext';

/** A step of a use across regions, from the button to the answer. */
export interface CaseRun {
  /** An act that must be told something first. */
  asked: CaseAct | null;
  busy: CaseAct | null;
  problem: Problem | null;
  begin: (act: CaseAct) => void;
  leave: () => void;
  act: (act: CaseAct, body: NewOffer | { reason: string } | null) => Promise<void>;
}

const PLAIN: CaseAct[] = ['book', 'confirm-use'];

export function useCase({ id }: CrossRegionService): CaseRun {
  const { api, live } = useWork();
  const [asked, ask] = useState<CaseAct | null>(null);
  const [busy, setBusy] = useState<CaseAct | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const act: CaseRun['act'] = async (wanted, body) => {
    setBusy(wanted);
    setProblem(null);
    try {
      live.acceptService(await api.actOnCase(id, wanted, body));
      ask(null);
    } catch (failure) {
      setProblem(problemOf(failure));
    } finally {
      setBusy(null);
    }
  };
  const begin = (wanted: CaseAct) => {
    setProblem(null);
    if (PLAIN.includes(wanted)) void act(wanted, null);
    else ask(wanted);
  };
  return { asked, busy, problem, begin, leave: () => ask(null), act };
}
