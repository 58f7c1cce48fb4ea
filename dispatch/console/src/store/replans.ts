import type { Replan } from '../api/planning';

/** The proposals that wait, with this one in its newest form: what is decided is gone, what is new comes first. */
export function withReplan(replans: Replan[], replan: Replan): Replan[] {
  const others = replans.filter(({ id }) => id !== replan.id);
  return replan.state === 'OFFERED' ? [replan, ...others] : others;
}

/** What a move saves, fen; null where the planner has no figure for both sides. */
export function gain_fen(replan: Replan['moves'][number]): number | null {
  const before = replan.from?.cost_fen ?? null;
  const after = replan.to.cost_fen;
  return before === null || after === null ? null : before - after;
}
