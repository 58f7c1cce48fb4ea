import type { Problem } from '../api/types';

/** A list from the server: not there yet, there, or failed (what was there before stays visible). */
export interface Loaded<T> {
  items: T[];
  loading: boolean;
  problem: Problem | null;
}

export function notLoaded<T>(): Loaded<T> {
  return { items: [], loading: true, problem: null };
}

export function loaded<T>(items: T[]): Loaded<T> {
  return { items, loading: false, problem: null };
}

export function failed<T>(before: Loaded<T>, problem: Problem): Loaded<T> {
  return { items: before.items, loading: false, problem };
}
