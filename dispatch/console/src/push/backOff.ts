const FIRST_MS = 1_000;
const MOST_MS = 15_000;

/** Wait before reconnect number `attempt` (from 1): doubling, at most 15 s, spread by ±20 % so that consoles do not return at once. */
export function backOff_ms(attempt: number, random: number = Math.random()): number {
  const base = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 10));
  return Math.round(base * (0.8 + 0.4 * random));
}
