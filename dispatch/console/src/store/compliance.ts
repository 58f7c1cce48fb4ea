import type { Acquisition, Quota } from '../api/types';

const MOST_RECENT = 50;

/** Quota figures of one category over all units in scope. */
export interface CategoryQuota {
  category: string;
  categoryName: string;
  number: number;
  inUse: number;
  /** units without a place left */
  fullUnits: number;
}

/** Sums quotas by category, in the server's order. */
export function byCategory(quotas: Quota[]): CategoryQuota[] {
  const sums = new Map<string, CategoryQuota>();
  for (const quota of quotas) {
    const { category, categoryName } = quota;
    const sum = sums.get(category) ?? { category, categoryName, number: 0, inUse: 0, fullUnits: 0 };
    sum.number += quota.number;
    sum.inUse += quota.inUse;
    if (quota.inUse >= quota.number) sum.fullUnits++;
    sums.set(category, sum);
  }
  return [...sums.values()];
}

/** Category code → name, as the quotas name them. */
export function categoryNames(quotas: Quota[]): Map<string, string> {
  return new Map(quotas.map((quota) => [quota.category, quota.categoryName]));
}

/** The newest decisions first, each once. */
export function withAcquisitions(known: Acquisition[], added: Acquisition[]): Acquisition[] {
  const byId = new Map([...known, ...added].map((acquisition) => [acquisition.id, acquisition]));
  return [...byId.values()].sort((a, b) => b.decidedAt.localeCompare(a.decidedAt)).slice(0, MOST_RECENT);
}
